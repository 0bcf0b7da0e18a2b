import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import type { Sheet, SheetLine } from '../../domain/exchange/cells';
import { AppError } from '../../domain/errors';
import { noTable, tableKindOf } from '../workbooks/kind';
import { tooManyRows, usualTableLimits, type TableLimits } from '../workbooks/limits';
import { workbookRows } from '../workbooks/rows';

const unreadable = (why: string): AppError => new AppError('exchangeUnreadable', why);

const blank = ({ cells }: SheetLine): boolean => cells.every((cell) => cell.trim() === '');

const sheetOf = (lines: readonly SheetLine[]): Sheet => {
  const [head, ...rest] = lines.filter((line) => !blank(line));
  if (!head) throw unreadable('文件是空的;第一行应为表头');
  return { head: head.cells, lines: rest };
};

const lineAt = (text: string, end: number): number => {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
};

/** GB 18030 holds every byte pair of GBK; what is neither this nor UTF-8 comes out as replacement characters. */
const decoded = (bytes: Uint8Array): string => {
  const text = new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030').decode(bytes);
  const damaged = text.indexOf('\u{fffd}');
  if (damaged >= 0)
    throw unreadable(`第${lineAt(text, damaged)}行有无法识别的字符:文件既不是UTF-8也不是GBK编码;请另存为UTF-8后再上传`);
  return text;
};

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Characters of one record: a quote that nobody closes does not swallow a whole file. */
const LONGEST_RECORD = 1_000_000;

const fromCsv = (bytes: Uint8Array, limits: TableLimits): Sheet => {
  const text = decoded(bytes);
  try {
    const rows = parse(text, {
      ...{ bom: true, info: true, relax_column_count: true, skip_empty_lines: true },
      ...{ to: limits.rows + 1, max_record_size: LONGEST_RECORD },
    }) as unknown as readonly Parsed[];
    if (rows.length > limits.rows) throw tooManyRows(limits);
    return sheetOf(rows.map(({ record, info }) => ({ line: info.lines, cells: record })));
  } catch (error) {
    if (error instanceof AppError) throw error;
    const { lines = 1, message } = error as Error & { lines?: number };
    throw unreadable(`第${lines}行不是有效的CSV:${message};请检查这一行的引号,或另存为“CSV(逗号分隔)”后再上传`);
  }
};

const fromXlsx = async (bytes: Uint8Array, limits: TableLimits): Promise<Sheet> => {
  const lines: SheetLine[] = [];
  try {
    for await (const { row, cells } of workbookRows(bytes, limits)) lines.push({ line: row, cells });
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unreadable('XLSX文件打不开,可能已损坏或设有密码;请去掉密码,重新导出后再上传');
  }
  return sheetOf(lines);
};

/**
 * The first sheet of an XLSX file, or a CSV file in UTF-8 or GBK, as a table of text.
 * @throws AppError exchangeUnreadable, with the line where one is to blame; fileTooLarge beyond the limits
 */
export const readSheet = async (bytes: Uint8Array, limits: TableLimits = usualTableLimits): Promise<Sheet> => {
  if (bytes.length === 0) throw unreadable('文件是空的,请重新选择');
  const kind = tableKindOf(bytes);
  if (kind === 'oldWorkbook' || kind === 'other') throw unreadable(noTable[kind]);
  return kind === 'workbook' ? fromXlsx(bytes, limits) : fromCsv(bytes, limits);
};
