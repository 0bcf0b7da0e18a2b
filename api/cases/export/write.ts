import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { excel } from '../../../store/excel';

export interface Sheet {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: AsyncIterable<readonly (string | number)[]>;
  /** A sentence below the rows: that there would be more. */
  readonly note: string | undefined;
}

async function* lines({ head, rows, note }: Sheet): AsyncGenerator<readonly (string | number)[]> {
  yield head;
  yield* rows;
  if (note !== undefined) yield [note];
}

/** UTF-8 with its mark, which spreadsheet programs need; what they would take for a formula is written as text. */
const writeCsv = (sheet: Sheet, into: PassThrough): Promise<void> =>
  pipeline(
    lines(sheet),
    stringify({ bom: true, escape_formulas: true, record_delimiter: 'windows', relax_column_count: true } as object),
    into,
  );

const writeXlsx = async (sheet: Sheet, into: PassThrough): Promise<void> => {
  const { stream: workbooks } = await excel();
  const book = new workbooks.xlsx.WorkbookWriter({ stream: into });
  const page = book.addWorksheet(sheet.title, { views: [{ state: 'frozen', ySplit: 1 }] });
  page.columns = sheet.head.map((title) => ({ header: title, width: Math.max(12, title.length * 2 + 4) }));
  page.getRow(1).font = { bold: true };
  for await (const row of sheet.rows) {
    if (into.destroyed) return;
    page.addRow([...row]).commit();
  }
  if (sheet.note !== undefined) page.addRow([sheet.note]).commit();
  page.commit();
  await book.commit();
};

const writers = {
  csv: { write: writeCsv, mime: 'text/csv; charset=utf-8' },
  xlsx: { write: writeXlsx, mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
} as const;

export const formats = Object.keys(writers) as ['csv', 'xlsx'];
export type Format = keyof typeof writers;
export const mimeOf = (format: Format): string => writers[format].mime;

/** The file as it is being written. `failed` hears why one broke off; whoever reads it sees it end before its end. */
export const writeSheet = (format: Format, sheet: Sheet, failed: (error: unknown) => void): Readable => {
  const out = new PassThrough();
  writers[format].write(sheet, out).catch((error: unknown) => {
    if (!out.destroyed || !out.readableAborted) failed(error);
    out.destroy();
  });
  return out;
};
