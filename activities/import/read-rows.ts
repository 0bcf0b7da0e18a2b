import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import { AppError } from '../../domain/errors';
import { knownTitles, neededTitles } from './columns';

export interface Row {
  /** As an editor counts, the header being line 1. */
  readonly line: number;
  cell(title: string): string;
}

/** UTF-8 with or without mark, else GBK (as spreadsheets in offices save). */
const decode = (bytes: Uint8Array): string => new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gbk').decode(bytes);

/** Full-width brackets and blanks are what spreadsheets make of ours. */
const plain = (title: string): string => title.normalize('NFKC').trim();

interface Record {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

const records = (text: string): readonly Record[] => {
  try {
    return parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly Record[];
  } catch (error) {
    throw new AppError(
      'importUnreadable',
      `文件不是有效的CSV:${(error as Error).message}。请另存为“CSV(逗号分隔)”后再导入`,
    );
  }
};

/** @throws AppError importUnreadable where the file is no CSV or lacks a column that every household needs. */
export const readRows = (bytes: Uint8Array): readonly Row[] => {
  const [head, ...rest] = records(decode(bytes));
  if (!head) throw new AppError('importUnreadable', '文件是空的;第一行应为表头,见 docs/import.md');
  const titles = head.record.map(plain);
  const missing = neededTitles.filter((title) => !titles.includes(title));
  if (missing.length > 0)
    throw new AppError('importUnreadable', `表头缺少列:${missing.join('、')}。表头见 docs/import.md`);
  const unknown = titles.filter((title) => title !== '' && !knownTitles.includes(title));
  if (unknown.length > 0)
    throw new AppError(
      'importUnreadable',
      `表头有不认识的列:${unknown.join('、')}。请改名或删去,表头见 docs/import.md`,
    );
  const places = new Map(titles.map((title, index) => [title, index]));
  return rest
    .map(({ record, info }) => ({
      line: info.lines,
      cell: (title: string): string => record[places.get(title) ?? -1]?.trim() ?? '',
    }))
    .filter((row) => titles.some((title) => row.cell(title) !== ''));
};
