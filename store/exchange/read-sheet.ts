import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import type { CellValue } from 'exceljs';
import { civilDateAt } from '../../domain/civil-date';
import type { Sheet, SheetLine } from '../../domain/exchange/cells';
import { AppError } from '../../domain/errors';
import { excel } from '../excel';

const unreadable = (why: string): AppError => new AppError('exchangeUnreadable', why);

const blank = ({ cells }: SheetLine): boolean => cells.every((cell) => cell.trim() === '');

const sheetOf = (lines: readonly SheetLine[]): Sheet => {
  const [head, ...rest] = lines.filter((line) => !blank(line));
  if (!head) throw unreadable('文件是空的;第一行应为表头');
  return { head: head.cells, lines: rest };
};

/** GB 18030 holds every byte pair of GBK; what is neither this nor UTF-8 comes out as replacement characters. */
const decoded = (bytes: Uint8Array): string => {
  const text = new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030').decode(bytes);
  if (text.includes('\u{0}')) throw unreadable('文件不是CSV或XLSX;请在表格软件中另存为“CSV(逗号分隔)”或XLSX后再上传');
  const damaged = text.split('\n').findIndex((line) => line.includes('\u{fffd}'));
  if (damaged >= 0)
    throw unreadable(`第${damaged + 1}行有无法识别的字符:文件既不是UTF-8也不是GBK编码;请另存为UTF-8后再上传`);
  return text;
};

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

const fromCsv = (bytes: Uint8Array): Sheet => {
  const text = decoded(bytes);
  try {
    const rows = parse(text, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true }) as unknown;
    return sheetOf((rows as readonly Parsed[]).map(({ record, info }) => ({ line: info.lines, cells: record })));
  } catch (error) {
    if (error instanceof AppError) throw error;
    const { lines = 1, message } = error as Error & { lines?: number };
    throw unreadable(`第${lines}行不是有效的CSV:${message};请检查这一行的引号,或另存为“CSV(逗号分隔)”后再上传`);
  }
};

const textOf = (value: CellValue): string => {
  if (value === null || value === undefined) return '';
  // A date of a sheet has no zone: exceljs gives it as midnight of UTC.
  if (value instanceof Date) return civilDateAt(value.getTime());
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return String(value.text);
  return 'result' in value ? textOf(value.result as CellValue) : '';
};

const fromXlsx = async (bytes: Uint8Array): Promise<Sheet> => {
  const { Workbook } = await excel();
  const book = new Workbook();
  try {
    await book.xlsx.load(Buffer.from(bytes) as never);
  } catch {
    throw unreadable('XLSX文件打不开,可能已损坏或设有密码;请去掉密码,重新导出后再上传');
  }
  const lines: SheetLine[] = [];
  book.worksheets[0]?.eachRow({ includeEmpty: false }, (row, line) => {
    const values = row.values as readonly CellValue[];
    lines.push({ line, cells: Array.from(values, textOf).slice(1) });
  });
  return sheetOf(lines);
};

/** The first sheet of an XLSX file, or a CSV file in UTF-8 or GBK. @throws AppError exchangeUnreadable, with the line where one is to blame */
export const readSheet = async (bytes: Uint8Array): Promise<Sheet> => {
  if (bytes.length === 0) throw unreadable('文件是空的,请重新选择');
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (head === 'd0cf11e0') throw unreadable('这是旧版XLS文件;请另存为XLSX或CSV后再上传');
  return head === '504b0304' ? fromXlsx(bytes) : fromCsv(bytes);
};
