import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { asAppError, invalidInput } from '../api/http/errors';
import { previewInput } from '../api/assessments/previewSchema';
import { readInput } from '../api/assessments/read-input';
import { createAssessor, type Assessor } from '../domain/dibao/assess';
import { assessmentToJson } from '../domain/dibao/to-json';
import { AppError } from '../domain/errors';
import { nationalParameters } from '../domain/parameters/generated';
import { createParameters } from '../domain/parameters/resolve';

const USAGE = '用法:npm run -s assess -- FILE.json(或 - 从标准输入读;一份 JSON、一个数组,或每行一份)';

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

const main = (file: string | undefined): number => {
  if (file === undefined || file === '--help') {
    process.stderr.write(`${USAGE}\n`);
    return file === undefined ? 2 : 0;
  }
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\uFEFF/, '');
  } catch (thrown) {
    process.stderr.write(`读不到文件“${file}”:${String(thrown)}\n${USAGE}\n`);
    return 2;
  }
  const { entries, several } = readEntries(text);
  const assess = createAssessor(createParameters(nationalParameters));
  let failed = false;
  for (const entry of entries) {
    const told = answer(entry, assess);
    failed ||= told.failed;
    process.stdout.write(`${JSON.stringify(told.result, null, several ? 0 : 2)}\n`);
  }
  return failed ? 1 : 0;
};

process.exitCode = main(process.argv[2]);
