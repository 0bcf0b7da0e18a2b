import { Workbook } from 'exceljs';
import { csvOf } from '../../domain/exchange/csv';

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

/** Every cell as text, so that no ID number loses its last digits. The same content gives the same bytes. */
export const xlsxBytes = async ({ title, head, rows, marked }: PlainSheet, madeAt: Date): Promise<Buffer> => {
  const book = new Workbook();
  [book.created, book.modified] = [madeAt, madeAt];
  const page = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
  page.columns = head.map((name, column) => ({
    width: Math.min(
      WIDEST,
      Math.max(name.length * 2, ...rows.slice(0, 200).map((row) => row[column]?.length ?? 0)) + 4,
    ),
    style: { numFmt: '@' },
  }));
  page.addRow([...head]).font = { bold: true };
  for (const row of rows) page.addRow([...row]);
  for (const place of marked ?? []) {
    const [row, column] = place.split('/').map(Number);
    page.getCell(row! + 1, column! + 1).fill = CHANGED;
  }
  return withoutTimes(Buffer.from(await book.xlsx.writeBuffer()));
};
