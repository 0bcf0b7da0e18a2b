import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import {
  answerOf,
  createTally,
  fixedPlaces,
  placesOf,
  totalsOf,
  type Answer,
  type Cells,
} from '../../domain/payment-files/answers';
import type { Encoding } from '../../domain/payment-files/encoding';
import { cutRecord, isTotals, recordsIn } from '../../domain/payment-files/fixed';
import type { FileFormat } from '../../domain/payment-files/format';
import { AppError } from '../../domain/errors';
import { noTable, tableKindOf } from '../workbooks/kind';
import { tooManyRows, usualTableLimits, type TableLimits } from '../workbooks/limits';
import { workbookRows } from '../workbooks/rows';

const PIECE = 64 * 1024;

const unreadable = (why: string): AppError =>
  new AppError('returnUnreadable', `回盘文件无法读取:${why}。请核对是否为本批格式的回盘文件,不要改动后另存`);

/** GB18030 reads GBK too. */
const encodingOf = (bytes: Uint8Array): Encoding => (isUtf8(bytes) ? 'utf-8' : 'gb18030');

const isWorkbook = (bytes: Uint8Array): boolean => tableKindOf(bytes) === 'workbook';

const pieces = function* (bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let start = 0; start < bytes.length; start += PIECE)
    yield decoder.decode(bytes.subarray(start, start + PIECE), { stream: true });
  yield decoder.decode();
};

const csvRows = async function* (bytes: Uint8Array, limits: TableLimits): AsyncGenerator<Cells> {
  let seen = 0;
  const parser = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true });
  for await (const { record, info } of Readable.from(pieces(bytes)).pipe(parser) as AsyncIterable<{
    readonly record: readonly string[];
    readonly info: { readonly lines: number };
  }>) {
    seen += 1;
    if (seen > limits.rows) throw tooManyRows(limits);
    yield { row: info.lines, cells: record };
  }
};

/** Rows under their header. */
const titled = async function* (format: FileFormat, bytes: Uint8Array, limits: TableLimits): AsyncGenerator<Read> {
  let places: ReturnType<typeof placesOf> | undefined;
  for await (const { row, cells } of isWorkbook(bytes) ? workbookRows(bytes, limits) : csvRows(bytes, limits)) {
    if (!places) {
      places = placesOf(format.returns, cells);
      continue;
    }
    const totals = totalsOf(format.returns.totals, cells);
    if (totals) yield { totals };
    else if (cells.some((cell) => cell.trim() !== ''))
      yield { answer: answerOf(format.returns, places, { row, cells }) };
  }
};

const fixed = function* (format: FileFormat, bytes: Uint8Array, limits: TableLimits): Generator<Read> {
  if (isWorkbook(bytes)) throw unreadable('本批的回盘文件应为定长文本');
  const encoding = encodingOf(bytes);
  const { totals, columns } = format.returns;
  const places = fixedPlaces(format.returns);
  let row = 0;
  for (const record of recordsIn(bytes)) {
    row += 1;
    if (row > limits.rows) throw tooManyRows(limits);
    if (record.length === 0) continue;
    if (isTotals(format, record))
      yield { totals: totalsOf(totals, cutRecord(record, totals?.columns ?? [], encoding)) ?? {} };
    else yield { answer: answerOf(format.returns, places, { row, cells: cutRecord(record, columns, encoding) }) };
  }
};

type Read = { readonly answer: Answer } | { readonly totals: NonNullable<ReturnType<typeof totalsOf>> };

/**
 * The answers of a return file one by one, whatever it is written in; at the end what is wrong with it as a whole.
 * @throws AppError returnUnreadable, fileTooLarge
 */
export const readAnswers = async function* (
  format: FileFormat,
  bytes: Uint8Array,
  limits: TableLimits = usualTableLimits,
): AsyncGenerator<Answer, string | undefined> {
  const kind = tableKindOf(bytes);
  if (format.medium !== 'fixed' && (kind === 'oldWorkbook' || kind === 'other'))
    throw new AppError('returnUnreadable', noTable[kind]);
  const tally = createTally();
  try {
    for await (const read of format.medium === 'fixed' ? fixed(format, bytes, limits) : titled(format, bytes, limits)) {
      if ('totals' in read) tally.tell(read.totals);
      else {
        tally.add(read.answer);
        yield read.answer;
      }
    }
  } catch (error) {
    throw error instanceof AppError ? error : unreadable((error as Error).message);
  }
  return tally.problem();
};
