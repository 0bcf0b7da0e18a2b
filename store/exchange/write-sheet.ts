import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { csvOf } from '../../domain/exchange/csv';
import { excel } from '../excel';

/** A file as a table of text; `marked`: cells (row and column from 0, the head being row 0) that are shown in colour. */
export interface PlainSheet {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly marked?: ReadonlySet<string>;
}

export const mark = (row: number, column: number): string => `${row}/${column}`;

export const csvBytes = ({ head, rows }: PlainSheet): Buffer => Buffer.from(csvOf([head, ...rows]), 'utf8');

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
/** 1 January 1980, the first instant that the format knows. */
const STAMP = 0x00210000;

/** A workbook is a ZIP file that says when each part was packed; without that the same content is the same bytes. */
const withoutTimes = (zip: Buffer): Buffer => {
  const end = zip.length - END_BYTES;
  if (zip.readUInt32LE(end) !== END) throw new Error('the workbook does not end as a ZIP file does');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new Error('the directory of the workbook is not where it should be');
    zip.writeUInt32LE(STAMP, at + 12);
    zip.writeUInt32LE(STAMP, zip.readUInt32LE(at + 42) + 10);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
};

const CHANGED = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF2B3' } } as const;
const WIDEST = 60;

/** Every cell as text, so that no ID number loses its last digits; row by row. The same content gives the same bytes. */
export const xlsxBytes = async ({ title, head, rows, marked }: PlainSheet, madeAt: Date): Promise<Buffer> => {
  const out = new PassThrough();
  const bytes = buffer(out);
  const { stream: workbooks } = await excel();
  const book = new workbooks.xlsx.WorkbookWriter({ stream: out, created: madeAt, modified: madeAt } as object);
  const page = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
  page.columns = head.map((name, column) => ({
    width: Math.min(
      WIDEST,
      Math.max(name.length * 2, ...rows.slice(0, 200).map((row) => row[column]?.length ?? 0)) + 4,
    ),
    style: { numFmt: '@' },
  }));
  [head, ...rows].forEach((cells, at) => {
    const row = page.addRow([...cells]);
    if (at === 0) row.font = { bold: true };
    cells.forEach((_, column) => {
      if (marked?.has(mark(at, column))) row.getCell(column + 1).fill = CHANGED;
    });
    row.commit();
  });
  page.commit();
  await book.commit();
  return withoutTimes(await bytes);
};
