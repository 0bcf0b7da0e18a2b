import { deflateRawSync } from 'node:zlib';
import { stream as workbooks } from 'exceljs';
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { readSheet } from '../exchange/read-sheet';
import { usualTableLimits, type TableLimits } from './limits';
import { workbookRows } from './rows';

/** @clause 三(一) no file of a bank or of a system above takes the memory of a process, and its dates and tabs are those seen */
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const HEAD = ['记录编号', '处理日期'];

const bookOf = async (...sheets: readonly (readonly (readonly unknown[])[])[]): Promise<Uint8Array> => {
  const book = new workbooks.xlsx.WorkbookWriter({ useSharedStrings: true } as object);
  sheets.forEach((rows, at) => {
    const sheet = book.addWorksheet(`表${at + 1}`);
    for (const row of rows) sheet.addRow([...row]).commit();
    sheet.commit();
  });
  await book.commit();
  return (book as unknown as { readonly stream: { read(): Uint8Array } }).stream.read();
};
const changed = (bytes: Uint8Array, change: (parts: Record<string, Uint8Array>) => Zippable): Uint8Array =>
  zipSync(change(unzipSync(bytes)));
const read = async (bytes: Uint8Array, limits?: TableLimits) => {
  const rows = [];
  for await (const { row, cells } of workbookRows(bytes, limits)) rows.push([row, ...cells]);
  return rows;
};

it('reads a date by its format, and passes rows over that say nothing', async () => {
  const day = new Date('2026-06-20T00:00:00Z');
  expect(await read(await bookOf([HEAD, ['', ' '], ['R-1', day], [12.5, true]]))).toEqual([
    [1, ...HEAD],
    [3, 'R-1', '2026-06-20'],
    [4, '12.5', 'true'],
  ]);
});

it('reads the sheet whose tab comes first, and no other', async () => {
  const book = changed(await bookOf([['后来的']], [['最前的']]), (parts) => {
    const text = Buffer.from(parts['xl/workbook.xml']!).toString('utf8');
    const [first, second] = text.match(/<sheet [^>]*\/>/g)!;
    const turned = text.replace(first!, '').replace(second!, `${second}${first}`);
    return { ...parts, 'xl/workbook.xml': strToU8(turned) };
  });
  expect(await read(book)).toEqual([[1, '最前的']]);
});

/** Megabytes of nothing in some kilobytes, as the archive itself says or, with `says`, not. */
const bomb = async (says?: number): Promise<Uint8Array> => {
  const rows = '<row r="1"><c r="A1"><v>1</v></c></row>'.repeat(400_000);
  const sheet = strToU8(`<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`);
  const bytes = Buffer.from(
    changed(await bookOf([HEAD]), (parts) => ({ ...parts, 'xl/worksheets/sheet1.xml': sheet })),
  );
  expect(bytes.length).toBeLessThan(deflateRawSync(sheet).length + 10_000);
  if (says !== undefined) bytes.writeUInt32LE(says, bytes.lastIndexOf('xl/worksheets/sheet1.xml') - 46 + 24);
  return bytes;
};
const small: TableLimits = { rows: 100, unpackedBytes: 4 * 1024 * 1024 };

it('refuses what unpacks to more than it may, before it is read, and what hides how much that is', async () => {
  await expect(read(await bomb(), small)).rejects.toMatchObject({
    code: 'fileTooLarge',
    message: 'XLSX文件展开后超过4MB;请只保留要导入的一张工作表和有内容的行,另存后再导入,或分成几个文件',
  });
  await expect(readSheet(await bomb(1000), small)).rejects.toMatchObject({
    code: 'exchangeUnreadable',
    message: expect.stringContaining('XLSX文件打不开'),
  });
});

it('refuses more rows or columns than a table may have, with what to do', async () => {
  const rows = Array.from({ length: 101 }, (_, at) => [`R-${at}`]);
  const tooMany = { code: 'fileTooLarge', message: '文件超过100行;请分成几个文件,每个至多100行(含表头),逐个导入' };
  await expect(read(await bookOf(rows), small)).rejects.toMatchObject(tooMany);
  expect(await read(await bookOf(rows.slice(1)), small)).toHaveLength(100);
  await expect(readSheet(Buffer.from(rows.join('\n')), small)).rejects.toMatchObject(tooMany);
  expect((await readSheet(Buffer.from(rows.slice(1).join('\n')), small)).lines).toHaveLength(99);
  const wide = [HEAD, Array.from({ length: 300 }, () => '1')];
  await expect(read(await bookOf(wide), usualTableLimits)).rejects.toMatchObject({
    code: 'fileTooLarge',
    message: '第2行超过256列;请删去表格右侧用不到的列,另存后再导入',
  });
});

it('tells the line of a quote that nobody closes, however long the file is', async () => {
  const text = `记录编号,处理结果\nX,成功\nY,"成功\n${'Z,失败\n'.repeat(400_000)}`;
  await expect(readSheet(Buffer.from(text))).rejects.toThrow(/^第\d+行不是有效的CSV:/);
});
