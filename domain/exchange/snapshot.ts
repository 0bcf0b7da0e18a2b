import { checkIdNumber } from '../identity';
import { AppError } from '../errors';
import { yuanFromFen } from '../money';
import type { Parameters } from '../parameters/resolve';
import { dayIn, fenIn, monthIn, type BadLine, type Sheet, type SheetLine } from './cells';
import { readerOf, type CellReader } from './columns';
import type { Compared } from './differences';

/** What kinds of lists the other system gives out. */
export const snapshotKinds = {
  roster: { label: '在享人员名单', system: 'provincial' },
  standards: { label: '保障标准', system: 'provincial' },
} as const;
export type SnapshotKind = keyof typeof snapshotKinds;
export const snapshotKindNames = Object.keys(snapshotKinds) as [SnapshotKind, ...SnapshotKind[]];

/** One person or standard as the other system has it. */
export interface TheirRow {
  readonly line: number;
  /** ID number of a person; standard and category of a standard. */
  readonly subject: string;
  readonly name: string;
  readonly caseNumber: string;
  readonly compared: Compared;
}

interface SnapshotLayout {
  readonly columns: Readonly<Record<string, readonly string[]>>;
  readonly required: readonly string[];
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** @throws AppError parameterUnknown */
export const snapshotLayoutOf = (
  parameters: Parameters,
  kind: SnapshotKind,
  where: { readonly on: string; readonly division: string },
): SnapshotLayout =>
  parameters.get('exchange.rosterLayout', { ...where, category: kind }).value as unknown as SnapshotLayout;

class BadCell extends Error {}
const bad = (message: string): never => {
  throw new BadCell(message);
};

interface Line {
  readonly at: SheetLine;
  readonly cell: CellReader<string>;
  readonly words: SnapshotLayout['words'];
  readonly on: string;
}

const word = ({ at, cell, words }: Line, field: string, title: string): string | undefined => {
  const written = cell(at, field);
  if (written === '') return undefined;
  return (
    words[field]?.[written] ?? bad(`${title}“${written}”不认识,可用:${Object.keys(words[field] ?? {}).join('、')}`)
  );
};
const read = <Value>(
  { at, cell }: Line,
  field: string,
  reader: (text: string) => Value | undefined,
  says: string,
): Value | undefined => {
  const written = cell(at, field);
  return written === '' ? undefined : (reader(written) ?? bad(`“${written}”${says}`));
};
const given = (compared: Readonly<Record<string, string | undefined>>): Compared =>
  Object.fromEntries(Object.entries(compared).filter(([, value]) => value !== undefined));

const amountOf = (line: Line, field: string): string | undefined => {
  const fen = read(line, field, fenIn, '不是金额,请填元数,最多两位小数');
  return fen === undefined ? undefined : yuanFromFen(fen);
};

const person = (line: Line): Omit<TheirRow, 'line'> => {
  const { at, cell, on } = line;
  const checked = checkIdNumber(cell(at, 'idNumber'), on);
  if (!checked.ok) return bad(`证件号码不对:${checked.message}`);
  return {
    subject: checked.number,
    name: cell(at, 'name') || bad('没有姓名'),
    caseNumber: cell(at, 'caseNumber'),
    compared: given({
      programme: word(line, 'programme', '救助类型'),
      class: word(line, 'class', '类别'),
      amount: amountOf(line, 'share'),
      dates: read(line, 'fromMonth', monthIn, '不是月份,请写成2026-07'),
    }),
  };
};

const standard = (line: Line): Omit<TheirRow, 'line'> => {
  const { at, cell } = line;
  const name = word(line, 'standard', '标准类别') ?? bad('没有标准类别');
  return {
    subject: [name, word(line, 'category', '档次') ?? ''].join('/'),
    name: cell(at, 'standard'),
    caseNumber: '',
    compared: given({
      amount: amountOf(line, 'value') ?? bad('没有标准值'),
      dates: read(line, 'from', dayIn, '不是日期,请写成2026-07-01') ?? bad('没有执行日期'),
    }),
  };
};

const readers = { roster: person, standards: standard } as const;

const lineOf = (kind: SnapshotKind, line: Line): TheirRow | BadLine => {
  const number = line.at.line;
  try {
    return { line: number, ...readers[kind](line) };
  } catch (error) {
    if (!(error instanceof BadCell)) throw error;
    return { line: number, problem: `第${number}行:${error.message}` };
  }
};

/** Every line of a list, read or with what is wrong with it; a person or standard that stands twice counts once. @throws AppError exchangeUnreadable */
export const readSnapshot = (
  kind: SnapshotKind,
  sheet: Sheet,
  layout: SnapshotLayout,
  on: string,
): readonly (TheirRow | BadLine)[] => {
  const cell = readerOf<string>(sheet, layout.columns, layout.required);
  if (sheet.lines.length === 0) throw new AppError('exchangeUnreadable', '文件只有表头,没有内容;请核对是否选错了文件');
  const first = new Map<string, number>();
  return sheet.lines.map((at) => {
    const row = lineOf(kind, { at, cell, words: layout.words, on });
    if ('problem' in row) return row;
    const before = first.get(row.subject);
    if (before !== undefined) return { line: at.line, problem: `第${at.line}行:与第${before}行重复,只按前一行比对` };
    first.set(row.subject, at.line);
    return row;
  });
};
