import type { CivilDate } from '../civil-date';
import { AppError } from '../errors';
import { textsOf } from '../parameters/read';
import type { Parameters, Resolved } from '../parameters/resolve';
import { dayIn, type BadLine, type Sheet } from './cells';
import { readerOf } from './columns';
import type { Answer } from './kinds';

/** What the other system says of one row. */
export interface ReceiptLine {
  readonly line: number;
  readonly recordNumber: string;
  readonly answer: Answer;
  readonly reason: string;
  readonly theirNumber: string;
  readonly answeredOn: CivilDate | undefined;
}

const columns = ['recordNumber', 'result', 'reason', 'theirNumber', 'answeredOn'] as const;
type Column = (typeof columns)[number];
const required: readonly Column[] = ['recordNumber', 'result'];

export interface ReceiptLayout {
  readonly titles: Readonly<Record<Column, readonly string[]>>;
  readonly words: Readonly<Record<Answer, readonly string[]>>;
}

const listOf = (found: Resolved, name: string): readonly string[] => {
  const value = (found.value as Readonly<Record<string, unknown>>)[name];
  return textsOf({ ...found, title: `${found.title}·${name}`, value: value as string[] });
};

/** @throws AppError parameterUnknown, parameterInvalid */
export const receiptLayoutOf = (
  parameters: Parameters,
  where: { readonly on: string; readonly division: string },
): ReceiptLayout => {
  const found = parameters.get('exchange.receiptLayout', where);
  const [titles, words] = [columns, ['accepted', 'rejected'] as const].map((names) =>
    Object.fromEntries(names.map((name) => [name, listOf(found, name)])),
  );
  return { titles, words } as unknown as ReceiptLayout;
};

const answerIn = (word: string, { words }: ReceiptLayout): Answer | undefined =>
  (['accepted', 'rejected'] as const).find((answer) => words[answer].includes(word));

/** Every line of a receipt, read or with what is wrong with it. @throws AppError exchangeUnreadable */
export const readReceipt = (sheet: Sheet, layout: ReceiptLayout): readonly (ReceiptLine | BadLine)[] => {
  const cell = readerOf(sheet, layout.titles, required);
  if (sheet.lines.length === 0)
    throw new AppError('exchangeUnreadable', '回执文件只有表头,没有内容;请核对是否选错了文件');
  return sheet.lines.map((line): ReceiptLine | BadLine => {
    const bad = (problem: string): BadLine => ({ line: line.line, problem: `第${line.line}行:${problem}` });
    const word = cell(line, 'result');
    const answer = answerIn(word, layout);
    if (cell(line, 'recordNumber') === '') return bad('没有记录编号');
    if (!answer)
      return bad(`处理结果“${word}”不认识,可用:${[...layout.words.accepted, ...layout.words.rejected].join('、')}`);
    const written = cell(line, 'answeredOn');
    const answeredOn = written === '' ? undefined : dayIn(written);
    if (written !== '' && answeredOn === undefined) return bad(`处理日期“${written}”不是日期,请写成2026-07-01`);
    return {
      line: line.line,
      recordNumber: cell(line, 'recordNumber'),
      answer,
      reason: cell(line, 'reason'),
      theirNumber: cell(line, 'theirNumber'),
      answeredOn,
    };
  });
};
