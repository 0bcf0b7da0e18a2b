import { readFileSync } from 'node:fs';
import { asAppError, invalidInput } from '../api/http/errors';
import { answerView, previewQuestion, questionOf } from '../api/price-linkage/preview-schema';
import { createCalendar, localOverlays, nationalCalendarYears } from '../domain/calendar';
import { AppError } from '../domain/errors';
import { parameters } from '../domain/parameters';
import { decide } from '../domain/price-linkage/decide';
import { withOverrides } from '../domain/price-linkage/overrides';

const USAGE = '用法:npm run -s price-linkage -- FILE.json(或 - 从标准输入读)';

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new AppError('malformedJson', '内容不是有效的 JSON,请检查引号、逗号和括号');
  }
};

const answer = (text: string) => {
  const read = previewQuestion.safeParse(parse(text));
  if (!read.success) throw invalidInput(read.error);
  const calendar = createCalendar(nationalCalendarYears, localOverlays);
  const rules = { parameters: withOverrides(parameters, read.data.overrides), calendar };
  return answerView(decide(questionOf(read.data), rules));
};

const main = (file: string | undefined): number => {
  if (file === undefined || file === '--help') {
    process.stderr.write(`${USAGE}\n`);
    return file === undefined ? 2 : 0;
  }
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (thrown) {
    process.stderr.write(`读不到文件“${file}”:${String(thrown)}\n${USAGE}\n`);
    return 2;
  }
  try {
    process.stdout.write(`${JSON.stringify(answer(text), null, 2)}\n`);
    return 0;
  } catch (thrown) {
    const { code, message, details } = asAppError(thrown);
    process.stdout.write(`${JSON.stringify({ code, message, fields: [], ...details }, null, 2)}\n`);
    return 1;
  }
};

process.exitCode = main(process.argv[2]);
