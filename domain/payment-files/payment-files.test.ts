import { unzipSync } from 'fflate';
import { decode } from 'iconv-lite';
import { answerOf, createTally, fixedPlaces, placesOf, totalsOf } from './answers';
import { encoded, lacking } from './encoding';
import { cutRecord, isTotals, recordsIn } from './fixed';
import { formatOf, formats } from './formats';
import { lineIdOf, referenceOf, type FileLine } from './line';
import { unwritable } from './render';
import { createFileWriter } from './write';

/** @clause 三(一) a list of payments becomes the file of a bank, and the bank's answer is read */
const line = (more: Partial<FileLine> = {}): FileLine => ({
  id: 42n,
  position: 1,
  holderName: '马小芬',
  idNumber: '530581199001010026',
  cardNumber: '6223690000000000017',
  fen: 30_050n,
  subsidy: '农村低保金',
  month: '2022-08',
  ...more,
});
const two = [line(), line({ id: 43n, position: 2, holderName: '岩·温', fen: 123_400n })];
const write = (name: keyof typeof formats, lines: readonly FileLine[]) => {
  const writer = createFileWriter(formatOf(name));
  for (const one of lines) writer.add(one);
  return writer.finish();
};

describe('a file', () => {
  it('for a bank in comma-separated values ends with its totals', () => {
    const { bytes, lines, fen } = write('bankCsv', two);
    expect(decode(Buffer.from(bytes), 'gbk').split('\r\n')).toEqual([
      '流水号,账号,户名,金额,用途,所属月份',
      'DD000000000042,6223690000000000017,马小芬,300.50,农村低保金,202208',
      'DD000000000043,6223690000000000017,岩·温,1234.00,农村低保金,202208',
      '合计,2,,1534.50',
      '',
    ]);
    expect({ lines, fen }).toEqual({ lines: 2, fen: 153_450n });
  });

  it('of fixed width counts bytes, not characters, with its totals at the head', () => {
    const { bytes } = write('bankFixed', two);
    const [head, first, second, ...rest] = [...recordsIn(bytes)];
    expect(Buffer.from(head!).toString()).toBe('H00000002000000000000153450');
    expect([first!.length, second!.length, rest.length]).toEqual([153, 153, 0]);
    expect(cutRecord(first!, formats.bankFixed.columns, 'gbk')).toEqual([
      'DD000000000042'.padEnd(20),
      '6223690000000000017'.padEnd(32),
      `马小芬${' '.repeat(54)}`,
      '000000000030050',
      '202208',
      `农村低保金${' '.repeat(10)}`,
    ]);
  });

  it('for the card platform is a workbook that is the same bytes whenever it is written', () => {
    const { bytes } = write('cardPlatform', two);
    expect(Buffer.from(write('cardPlatform', two).bytes).equals(Buffer.from(bytes))).toBe(true);
    const sheet = Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml']!).toString();
    expect(sheet.match(/<row r="\d">/g)).toEqual(['<row r="1">', '<row r="2">', '<row r="3">']);
    expect(sheet).toContain('<c r="F2"><v>300.50</v></c>');
    expect(sheet).toContain('<c r="E2" t="inlineStr"><is><t xml:space="preserve">6223690000000000017</t></is>');
  });

  it('in UTF-8 begins with its mark, where it is comma-separated', () => {
    expect(Buffer.from(write('bankCsvUtf8', two).bytes).subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(Buffer.from(write('bankFixedUtf8', two).bytes).subarray(0, 1).toString()).toBe('H');
  });

  it.each(Object.keys(formats) as (keyof typeof formats)[])('%s has room for a name of everyday length', (name) => {
    expect(unwritable(line({ holderName: '阿卜杜热合曼·阿卜力克木' }), formats[name])).toBeUndefined();
  });
});

describe('a character that the encoding lacks', () => {
  it('is written in four bytes where GB18030 is taken', () => {
    const { bytes } = write('bankCsv', [line({ holderName: '𠮷䶮' })]);
    expect(decode(Buffer.from(bytes), 'gb18030')).toContain('𠮷䶮');
    expect(Buffer.from(bytes).includes('?')).toBe(false);
  });

  it('is told where only GBK is taken, and never becomes a question mark', () => {
    expect(lacking('马𠮷芬', 'gbk')).toEqual(['𠮷']);
    expect(encoded('马𠮷芬', 'gbk')).toBeUndefined();
    expect(unwritable(line({ holderName: '马𠮷芬' }), formats.bankFixed)).toBe('户名中的“𠮷”不在GBK字符集');
    expect(() => write('bankFixed', [line({ holderName: '马𠮷芬' })])).toThrow('户名中的“𠮷”不在GBK字符集');
  });

  it('leaves a name alone that really holds a question mark', () => {
    expect(unwritable(line({ holderName: '马?芬' }), formats.bankFixed)).toBeUndefined();
  });

  it('and a value wider than its column are both reasons not to write', () => {
    expect(unwritable(line({ holderName: '长'.repeat(31) }), formats.bankFixed)).toBe('户名有62字节,文件只容60字节');
  });
});

describe('an answer', () => {
  const { returns } = formats.bankCsv;
  const places = placesOf(returns, ['流水号', '金额', '返回码', '返回信息', '入账日期']);
  const read = (...cells: string[]) => answerOf(returns, places, { row: 2, cells });

  it.each([
    [
      'paid',
      ['DD000000000042', '300.50', '0000', '成功', '20220908'],
      { result: 'paid', fen: 30_050n, paidOn: '2022-09-08' },
    ],
    [
      'failed, with the bank’s words',
      ['DD42', '300.50', '1002', '户名不一致', ''],
      { result: 'failed', reason: '户名不一致' },
    ],
    ['failed, with ours', ['DD42', '300.50', '1003', '', ''], { result: 'failed', reason: '账户已销户' }],
    ['uncertain', ['DD42', '300.50', '9999', '', ''], { result: 'uncertain', reason: '通讯超时,结果不明' }],
    [
      'of an unknown code: uncertain',
      ['DD42', '1,300.50', '77', '未知', ''],
      { result: 'uncertain', fen: 130_050n, reason: '返回码“77”不在对照表内:未知' },
    ],
    ['without amount', ['DD42', '', '0000', '', '无'], { fen: undefined, paidOn: undefined }],
  ])('%s', (_, cells, expected) => {
    expect(read(...cells)).toMatchObject({ lineId: 42n, ...expected });
  });

  it('that names no line of ours is kept with what it says', () => {
    expect(read('X1', '1.00', '0000', '', '')).toMatchObject({ lineId: undefined, reference: 'X1', result: 'paid' });
  });

  it('finds its columns wherever they stand, and refuses a file without them', () => {
    expect(placesOf(returns, ['返回码', ' 流水号 ', '金额'])).toEqual(
      new Map([
        ['reference', 1],
        ['yuan', 2],
        ['code', 0],
      ]),
    );
    expect(() => placesOf(returns, ['姓名', '流水号'])).toThrow('回盘文件的表头缺少:金额、返回码');
  });

  it('of fixed width is cut by bytes', () => {
    const { bankFixed } = formats;
    const record = Buffer.concat([
      Buffer.from('DD000000000042'.padEnd(20) + '6223690000000000017'.padEnd(32) + '000000000030050' + 'E002'),
      encoded('户名不符'.padEnd(36), 'gbk')!,
      Buffer.from('20220908'),
    ]);
    const cells = cutRecord(record, bankFixed.returns.columns, 'gbk');
    expect(answerOf(bankFixed.returns, fixedPlaces(bankFixed.returns), { row: 1, cells })).toMatchObject({
      lineId: 42n,
      fen: 30_050n,
      result: 'failed',
      reason: '户名不符',
    });
    const head = Buffer.from('H00000001000000000000030050');
    expect([isTotals(bankFixed, head), isTotals(bankFixed, record)]).toEqual([true, false]);
    expect(totalsOf(bankFixed.returns.totals, cutRecord(head, bankFixed.returns.totals!.columns, 'gbk'))).toEqual({
      count: 1,
      fen: 30_050n,
    });
  });

  it('with totals that do not add up says that the file is not whole', () => {
    const tally = createTally();
    tally.add(read('DD42', '300.50', '0000', '', ''));
    tally.tell(totalsOf(returns.totals, ['合计', '1', '300.50'])!);
    expect(tally.problem()).toBeUndefined();
    tally.tell(totalsOf(returns.totals, ['合计', '2', '600.50'])!);
    expect(tally.problem()).toContain('文件合计为2笔,实有1笔');
  });
});

it('the name of a line comes back as the line', () => {
  expect([lineIdOf(referenceOf(42n)), lineIdOf('DD0'), lineIdOf('42'), lineIdOf('DD12345678901234')]).toEqual([
    42n,
    0n,
    undefined,
    12345678901234n,
  ]);
  expect(() => formatOf('none')).toThrow(/没有名为“none”的发放文件格式/);
});
