import { caseProblems } from './case-problems';

interface ProblemRow {
  readonly status: number;
  readonly title: string;
  readonly retryAfter?: number;
}

/** Every stable error code with its status; those of cases stand in case-problems.ts. Any other code of the rules is a business refusal: 422. */
export const problems = {
  invalidInput: { status: 400, title: '填写有误' },
  malformedJson: { status: 400, title: '内容不是有效的 JSON' },
  malformedAddress: { status: 400, title: '地址格式不对' },
  idempotencyKeyMissing: { status: 400, title: '缺少 Idempotency-Key' },
  unauthenticated: { status: 401, title: '尚未登录' },
  loginFailed: { status: 401, title: '登录失败' },
  forbidden: { status: 403, title: '没有权限' },
  codecReadsOnly: { status: 403, title: '只能查看' },
  crossSite: { status: 403, title: '请求来自其他网站' },
  notFound: { status: 404, title: '没有找到' },
  methodNotAllowed: { status: 405, title: '不支持这种请求方法' },
  alreadyExists: { status: 409, title: '已经存在' },
  conflict: { status: 409, title: '与现有数据冲突' },
  actionNotAllowed: { status: 409, title: '现在不能这样办理' },
  noticeOver: { status: 409, title: '公示已经结束' },
  versionStale: { status: 409, title: '内容已被他人更新' },
  idempotencyInProgress: { status: 409, title: '同一请求正在办理', retryAfter: 1 },
  tooLarge: { status: 413, title: '内容太大' },
  unsupportedMediaType: { status: 415, title: '内容类型不支持' },
  fileEmpty: { status: 400, title: '没有文件' },
  fileTooLarge: { status: 413, title: '文件太大' },
  fileTypeUnsupported: { status: 415, title: '文件类型不支持' },
  fileMissing: { status: 404, title: '文件不在存储中' },
  idempotencyKeyReused: { status: 422, title: 'Idempotency-Key 已用于其他内容' },
  payloadUnreadable: { status: 422, title: '内容解不开' },
  refused: { status: 422, title: '无法办理' },
  parameterUnknown: { status: 422, title: '缺少标准或参数' },
  calendarUnpublished: { status: 422, title: '日历未发布' },
  tooManyRequests: { status: 429, title: '请求太频繁' },
  dataDamaged: { status: 500, title: '数据无法解开' },
  internalError: { status: 500, title: '系统出错' },
  databaseUnavailable: { status: 503, title: '数据库暂不可用', retryAfter: 5 },
  engineOutOfStep: { status: 503, title: '本案流程待修复' },
  engineUnavailable: { status: 503, title: '流程引擎暂不可用', retryAfter: 5 },
} as const satisfies Readonly<Record<string, ProblemRow>>;

export type ProblemCode = keyof typeof problems;

export const problemRow = (code: string): ProblemRow =>
  (Object.hasOwn(problems, code) ? problems[code as ProblemCode] : undefined) ??
  (Object.hasOwn(caseProblems, code) ? caseProblems[code] : undefined) ??
  problems.refused;
