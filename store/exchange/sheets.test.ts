import { readSheet } from './read-sheet';
import { csvBytes, mark, xlsxBytes } from './write-sheet';

const sheet = {
  title: '名单',
  head: ['姓名', '证件号码'],
  rows: [
    ['甲', '53990019600101001X'],
    ['=乙', '539900196001020017'],
  ],
};
const madeAt = new Date('2026-07-01T00:00:00Z');

afterEach(() => jest.useRealTimers());

describe('what is written', () => {
  it('is the same bytes for the same content, whenever it is written', async () => {
    const first = await xlsxBytes(sheet, madeAt);
    jest.useFakeTimers({
      now: Date.parse('2031-01-01T00:00:00Z'),
      doNotFake: ['setImmediate', 'nextTick', 'setTimeout'],
    });
    const later = await xlsxBytes(sheet, madeAt);
    expect(later.equals(first)).toBe(true);
    expect(csvBytes(sheet).equals(csvBytes(sheet))).toBe(true);
    const other = await xlsxBytes({ ...sheet, rows: [] }, madeAt);
    expect(other.equals(first)).toBe(false);
  });

  it('reads back as it was, ID numbers to the last digit, from both formats', async () => {
    const fromBook = await readSheet(await xlsxBytes({ ...sheet, marked: new Set([mark(1, 1)]) }, madeAt));
    expect(fromBook).toEqual({
      head: sheet.head,
      lines: [
        { line: 2, cells: sheet.rows[0] },
        { line: 3, cells: sheet.rows[1] },
      ],
    });
    const fromCsv = await readSheet(csvBytes(sheet));
    expect(fromCsv.head).toEqual(sheet.head);
    expect(fromCsv.lines.map(({ cells }) => cells)).toEqual([sheet.rows[0], ["'=乙", '539900196001020017']]);
  });
});

describe('what is read', () => {
  it('may be GBK, and lines are counted as an editor counts them', async () => {
    const gbk = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x0a, 0x0a, 0xbc, 0xd7, 0x0a]);
    expect(await readSheet(gbk)).toEqual({ head: ['姓名'], lines: [{ line: 3, cells: ['甲'] }] });
  });

  it('is refused when it is empty, no table, or a workbook that is broken', async () => {
    await expect(readSheet(Buffer.alloc(0))).rejects.toThrow('文件是空的');
    await expect(readSheet(Buffer.from('\n\n'))).rejects.toThrow('第一行应为表头');
    await expect(readSheet(Buffer.from('504b0304ffffffff', 'hex'))).rejects.toThrow('XLSX文件打不开');
  });
});
