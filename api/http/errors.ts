import type { z } from 'zod';
import { AppError, type FieldError } from '../../domain/errors';
import { problemRow } from './problems';
import type { ProblemBody } from './problem';

interface Coded {
  readonly code?: unknown;
  readonly type?: unknown;
  readonly name?: unknown;
  readonly status?: unknown;
  readonly message?: unknown;
  readonly severity?: unknown;
  readonly meta?: { readonly driverAdapterError?: unknown };
}

/** Errors of the JSON reader (body-parser), by their `type`. */
const bodyErrors: Readonly<Record<string, readonly [code: string, detail: string]>> = {
  'entity.parse.failed': ['malformedJson', '请求内容不是有效的 JSON,请检查引号、逗号和括号'],
  'entity.too.large': ['tooLarge', '请求内容太大,请减少内容或分次提交'],
  'encoding.unsupported': ['unsupportedMediaType', '不支持这种压缩方式,请不压缩或用 gzip 发送'],
  'charset.unsupported': ['unsupportedMediaType', '请用 UTF-8 编码发送内容'],
  'request.aborted': ['malformedJson', '请求没有发完就中断了,请重新提交'],
  'request.size.invalid': ['malformedJson', '内容长度与声明不符,请重新提交'],
};

/** Errors of PostgreSQL and Prisma, by code. */
const databaseErrors: Readonly<Record<string, readonly [code: string, detail: string]>> = {
  P2002: ['alreadyExists', '同样的记录已经存在,请先查询再办理'],
  P2025: ['notFound', '没有找到这条记录,可能不在您的辖区内'],
  '55P03': ['idempotencyInProgress', '同一请求正在办理,请稍后再试'],
  ...Object.fromEntries(
    [
      'P1001',
      'P1002',
      'P1008',
      'P1017',
      'P2024',
      'P2028',
      'ECONNREFUSED',
      'ECONNRESET',
      '57P01',
      '57P03',
      '08006',
      'FATAL',
    ].map((code) => [code, ['databaseUnavailable', '数据库暂时连不上,您填写的内容没有保存,请稍后重试'] as const]),
  ),
};

const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
    '',
  );

const CHINESE = /[一-鿿]/;

/** What a schema says of itself, or, where it has no words of its own, what to do. */
const wordsOf = ({ message }: z.core.$ZodIssue, otherwise: string): string =>
  CHINESE.test(message) ? message : otherwise;

/** A field error per issue; an unknown key is named by its own path. */
const fieldsOf = (error: z.ZodError): FieldError[] =>
  error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys')
      return [{ path: pathOf(issue.path), message: wordsOf(issue, '格式不对,请按接口说明填写') }];
    const message = wordsOf(issue, `有不认识的查询参数:${issue.keys.join('、')};请检查拼写`);
    return issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), message }));
  });

export const invalidInput = (error: z.ZodError): AppError => {
  const fields = fieldsOf(error);
  return new AppError('invalidInput', `填写有误:${fields[0]?.message ?? '请按接口说明填写'}`, { fields });
};

/** What the driver says without a code when a connection breaks under it, or none is to be had. */
const broken = /^(Connection terminated|timeout exceeded when trying to connect)/;

/** Codes of the error itself and of what the database driver said; a FATAL of PostgreSQL ends the connection. */
const codesOf = (error: Coded): string[] => {
  const inner = error.meta?.driverAdapterError as { cause?: Record<string, unknown> } | undefined;
  const cause = inner?.cause ?? {};
  const lost = typeof error.message === 'string' && broken.test(error.message) ? 'ECONNRESET' : undefined;
  return [cause['originalCode'], cause['code'], cause['severity'], error.code, error.severity, lost].filter(
    (code) => typeof code === 'string',
  );
};

/** Whatever was thrown, as one AppError; what nobody foresaw becomes `internalError` and tells nothing of its inside. */
export const asAppError = (thrown: unknown): AppError => {
  if (thrown instanceof AppError) return thrown;
  const error: Coded = typeof thrown === 'object' && thrown !== null ? thrown : {};
  const known =
    (typeof error.type === 'string' ? bodyErrors[error.type] : undefined) ??
    codesOf(error)
      .map((code) => databaseErrors[code])
      .find((row) => row !== undefined);
  if (known) return new AppError(known[0], known[1]);
  if (thrown instanceof URIError) return new AppError('malformedAddress', '地址中有无法识别的字符,请检查后重试');
  return new AppError('internalError', '系统出错,操作可能没有完成;请先查看结果再重试,并把请求编号告诉管理员');
};

/** RFC 9457 body of an error. */
export const problemOf = (error: AppError, requestId: string): ProblemBody => {
  const { status, title } = problemRow(error.code);
  const { fields, ...rest } = error.details;
  return {
    ...rest,
    type: `urn:doudi:problem:${error.code}`,
    title,
    status,
    detail: error.message,
    code: error.code,
    instance: `urn:uuid:${requestId}`,
    requestId,
    ...(fields ? { fields: [...fields] } : {}),
  };
};
