import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { AppError } from '../../../domain/errors';
import type { InputKind } from '../../../domain/lifecycle/inputs';
import { invalidInput } from '../../http/errors';
import { fieldTitles } from '../../lifecycle/titles';
import { actionInputs } from '../inputs';

/** Fields of the rules and of the schemas lie under another path of the request. */
export const underPath = (prefix: string, error: AppError): AppError => {
  const { fields, ...rest } = error.details;
  if (!fields) return error;
  const moved = fields.map(({ path, message }) => ({ path: [prefix, path].filter(Boolean).join('.'), message }));
  return new AppError(error.code, error.message, { ...rest, fields: moved });
};

interface Issue {
  readonly code: string;
  readonly keys?: readonly string[];
  readonly path?: readonly PropertyKey[];
}

/** What the field is called, or the list in which it stands. */
const titleOf = (path: readonly PropertyKey[] = []): string => {
  const name = path.findLast((step) => typeof step === 'string');
  return (name !== undefined && Object.hasOwn(fieldTitles, name) && fieldTitles[name]) || '内容';
};

/** Sentences for what a schema has no words of its own for. */
const usually = ({ code, keys, path }: Issue): string =>
  code === 'unrecognized_keys'
    ? `有不认识的字段:${keys?.join('、')};请检查拼写`
    : `${titleOf(path)}缺失或格式不对,请按要求填写`;

export interface ReadInput {
  readonly value: unknown;
  readonly hash: string;
  /** Nothing to store: the action takes nothing. */
  readonly empty: boolean;
}

/** The input of an action against the schema of its kind. @throws AppError invalidInput with paths under `input` */
export const readActionInput = (kind: InputKind, given: unknown): ReadInput => {
  const schema: z.ZodType = actionInputs[kind];
  const result = schema.safeParse(given ?? {}, { error: (issue) => usually(issue as Issue) });
  if (!result.success) throw underPath('input', invalidInput(result.error));
  const hash = createHash('sha256').update(JSON.stringify(result.data)).digest('hex');
  return { value: result.data, hash, empty: kind === 'none' };
};
