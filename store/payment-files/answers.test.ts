import fs from 'node:fs';
import { Readable } from 'node:stream';
import { stream as workbooks } from 'exceljs';
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { formats } from '../../domain/payment-files/formats';
import { sheetRow, workbookOf } from '../../domain/payment-files/workbook';
import { readAnswers } from './answers';

/** @clause 三(一) a bank's workbook is read in memory alone: names and card numbers are in no temporary file */
const format = formats.cardPlatform;
const [first, second] = ['发放成功', '发放失败'];
const titles = format.returns.columns.map(({ title }) => title);
const rows = [
  ['D1', '300.00', first, '', '20260908'],
  ['D2', '400.00', second, '账户已销户', '20260908'],
];
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** As spreadsheet programs write it: texts in a part of their own, which the sheet refers to. */
const shared = ((): Record<string, Uint8Array> => {
  const texts = [titles, ...rows].flat();
  const cells = [titles, ...rows].map(
    (row, y) =>
      `<row r="${y + 1}">${row.map((_, x) => `<c r="${'ABCDEFGH'[x]}${y + 1}" t="s"><v>${y * titles.length + x}</v></c>`).join('')}</row>`,
  );
  return {
    ...unzipSync(workbookOf([])),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet xmlns="${MAIN}"><sheetData>${cells.join('')}</sheetData></worksheet>`,
    ),
    'xl/sharedStrings.xml': strToU8(
      `<sst xmlns="${MAIN}">${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    ),
  };
})();
const inline = workbookOf(
  [titles, ...rows].map((row, index) =>
    sheetRow(
      index + 1,
      row.map((text) => ({ text, numeric: false })),
    ),
  ),
);
const zipped = (parts: Zippable, ...order: readonly string[]): Uint8Array =>
  zipSync(Object.fromEntries([...order, ...Object.keys(parts)].map((name) => [name, parts[name]!])));
const without = (parts: Zippable, name: string): Zippable =>
  Object.fromEntries(Object.entries(parts).filter(([key]) => key !== name));
/** Written while it is made, with the sizes after each part. */
const streamed = async (): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = [];
  const book = new workbooks.xlsx.WorkbookWriter({ useSharedStrings: true } as object);
  const sheet = book.addWorksheet('回盘');
  for (const row of [titles, ...rows]) sheet.addRow(row).commit();
  sheet.commit();
  await book.commit();
  const { stream } = book as unknown as { readonly stream: { read(): Uint8Array } };
  pieces.push(stream.read());
  return Buffer.concat(pieces);
};

const SHEET = 'xl/worksheets/sheet1.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const books: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>])[] = [
  ['without shared texts', () => inline],
  ['with its shared texts last', () => zipped(shared)],
  ['with its sheet before everything', () => zipped(shared, SHEET)],
  ['with its relations last', () => zipped({ ...without(shared, RELATIONS), [RELATIONS]: shared[RELATIONS]! })],
  ['without relations', () => zipped(without(shared, RELATIONS))],
  [
    'with a part named in capitals',
    () => {
      const texts = shared['xl/sharedStrings.xml']!;
      return zipped({ ...without(shared, 'xl/sharedStrings.xml'), 'xl/SharedStrings.xml': texts });
    },
  ],
  ['written while it was made', streamed],
];

let opened: jest.SpyInstance;
beforeEach(() => (opened = jest.spyOn(fs, 'createWriteStream')));
afterEach(() => opened.mockRestore());

const read = async (bytes: Uint8Array) => {
  const answers = [];
  for await (const { row, result, paidOn } of readAnswers(format, bytes)) answers.push([row, result, paidOn]);
  return answers;
};

test.each(books)('reads a workbook %s, and opens no temporary file', async (_name, make) => {
  expect(await read(await make())).toEqual([
    [2, 'paid', '2026-09-08'],
    [3, 'failed', '2026-09-08'],
  ]);
  expect(opened).not.toHaveBeenCalled();
});

test('the reader itself would write such a sheet to the temporary folder', async () => {
  const reader = new workbooks.xlsx.WorkbookReader(Readable.from([Buffer.from(zipped(shared))]), {});
  for await (const sheet of reader) for await (const row of sheet) void row;
  expect(opened).toHaveBeenCalledTimes(1);
});

/** Some bytes of the sheet, in the middle of what is packed. */
const damaged = (): Uint8Array => {
  const bytes = Buffer.from(zipped(shared));
  const at = bytes.indexOf(SHEET) + SHEET.length + 40;
  return bytes.fill(0xff, at, at + 30);
};

test.each([
  ['damaged within', damaged()],
  ['cut off', zipped(shared).subarray(0, 900)],
  ['emptied at its end', Buffer.concat([Buffer.from(zipped(shared).subarray(0, -22)), Buffer.alloc(22)])],
  [
    'with a part that is not there',
    Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.from(zipped(shared).subarray(500))]),
  ],
])('says that a workbook is not whole: %s', async (_name, bytes) => {
  await expect(read(bytes)).rejects.toMatchObject({ code: 'returnUnreadable' });
  expect(opened).not.toHaveBeenCalled();
});

test.each([
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '这是旧版XLS文件;请另存为XLSX或CSV后再上传'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), '文件不是CSV或XLSX'],
])('says what to do with %s', async (_name, bytes, says) => {
  await expect(read(bytes)).rejects.toMatchObject({
    code: 'returnUnreadable',
    message: expect.stringContaining(says) as string,
  });
});
