import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { AppError } from '../../../domain/errors';
import type { InputKind } from '../../../domain/lifecycle/inputs';
import { invalidInput } from '../../http/errors';
import { actionInputs } from '../inputs';

/** Fields of the rules and of the schemas lie under another path of the request. */
export const underPath = (prefix: string, error: AppError): AppError => {
  const { fields, ...rest } = error.details;
  if (!fields) return error;
  const moved = fields.map(({ path, message }) => ({ path: [prefix, path].filter(Boolean).join('.'), message }));
  return new AppError(error.code, error.message, { ...rest, fields: moved });
};

/** Sentences for what a schema has no words of its own for. */
const usually = (issue: { readonly code: string; readonly keys?: readonly string[] }): string =>
  issue.code === 'unrecognized_keys'
    ? `有不认识的字段:${issue.keys?.join('、')};请检查拼写`
    : '内容缺失或格式不对,请按接口说明填写';

export interface ReadInput {
  readonly value: unknown;
  readonly hash: string;
  /** Nothing to store: the action takes nothing. */
  readonly empty: boolean;
}

/** The input of an action against the schema of its kind. @throws AppError invalidInput with paths under `input` */
export const readActionInput = (kind: InputKind, given: unknown): ReadInput => {
  const schema: z.ZodType = actionInputs[kind];
  const result = schema.safeParse(given ?? {}, { error: (issue) => usually(issue as Parameters<typeof usually>[0]) });
  if (!result.success) throw underPath('input', invalidInput(result.error));
  const hash = createHash('sha256').update(JSON.stringify(result.data)).digest('hex');
  return { value: result.data, hash, empty: kind === 'none' };
};
