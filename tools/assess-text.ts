import { z } from 'zod';
import { previewInput } from '../api/assessments/previewSchema';
import { readInput } from '../api/assessments/read-input';
import { asAppError, invalidInput } from '../api/http/errors';
import type { Assessor } from '../domain/dibao/assess';
import { assessmentToJson } from '../domain/dibao/to-json';
import { AppError } from '../domain/errors';

/** One unit of work: the JSON value, or the error of reading it. */
type Entry = { readonly value: unknown } | { readonly error: AppError };

const malformed = (line?: number): AppError =>
  new AppError('malformedJson', `${line === undefined ? '内容' : `第${line}行`}不是有效的 JSON,请检查引号、逗号和括号`);

const parse = (text: string, line?: number): Entry => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { error: malformed(line) };
  }
};

/** A whole JSON first (one object or an array), else one per line; a line that is no JSON is told by its number. */
const readEntries = (text: string): { readonly entries: readonly Entry[]; readonly several: boolean } => {
  const whole = parse(text);
  if ('value' in whole && Array.isArray(whole.value))
    return { entries: whole.value.map((value: unknown) => ({ value })), several: true };
  const lines = text
    .split(/\r?\n/)
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== '');
  const perLine = lines.length > 1 && lines.some(({ line }) => 'value' in parse(line));
  if ('value' in whole || !perLine) return { entries: [whole], several: false };
  return { entries: lines.map(({ line, number }) => parse(line, number)), several: true };
};

const idOf = (value: unknown): { readonly id?: string } => {
  const id = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(value);
  return id.success ? { id: String(id.data.id) } : {};
};

const answer = (
  entry: Entry,
  assess: Assessor,
): { readonly result: Record<string, unknown>; readonly failed: boolean } => {
  try {
    if ('error' in entry) throw entry.error;
    const read = previewInput.safeParse(entry.value);
    if (!read.success) throw invalidInput(read.error);
    return { result: { ...idOf(entry.value), ...assessmentToJson(assess(readInput(read.data))) }, failed: false };
  } catch (thrown) {
    const { code, message, details } = asAppError(thrown);
    const id = 'value' in entry ? idOf(entry.value) : {};
    return { result: { ...id, code, message, fields: [], ...details }, failed: true };
  }
};

export interface Answered {
  readonly results: readonly Record<string, unknown>[];
  /** Several go out one per line, a single one is set out to be read. */
  readonly several: boolean;
  readonly failed: boolean;
}

/** Every household of a text answered in its order; a wrong one is answered by its problem and does not stop the others. */
export const answerText = (text: string, assess: Assessor): Answered => {
  const { entries, several } = readEntries(text.replace(/^\uFEFF/, ''));
  const answers = entries.map((entry) => answer(entry, assess));
  return { several, results: answers.map(({ result }) => result), failed: answers.some(({ failed }) => failed) };
};
