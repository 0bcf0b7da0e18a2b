import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readHouseholds } from '../../activities/import/read-households';
import { readRows } from '../../activities/import/read-rows';
import { merged } from '../../activities/import/findings';

const bytes = readFileSync(join(__dirname, 'bad-rows-gbk.csv'));
const read = () => readHouseholds(readRows(bytes), '2022-04-15', '530581');

describe('a file with bad rows, saved in GBK', () => {
  test('tells each fault by line and column, in words that say what to do', () => {
    const told = [...merged(read().findings)]
      .sort((a, b) => a.line - b.line || a.field.localeCompare(b.field))
      .map(({ line, field, message }) => [line, field, message]);
    expect(told).toEqual([
      [3, '身份证号', expect.stringContaining('校验')],
      [4, '享受起始月', '“2020-13”不是月份,请写成2022-04'],
      [5, '与申请人关系', expect.stringMatching(/“表姐”不认识.*;每户应有且只有一名申请人/)],
      [5, '城乡', expect.stringContaining('“乡村”不认识')],
      [6, '与申请人关系', '每户应有且只有一名申请人,请在其一行填“本人”;现有0名'],
      [6, '月保障金额', expect.stringContaining('“-5”不是金额')],
      [7, '行政区划代码', expect.stringContaining('530581999')],
      [8, '行政区划代码', '530381103201不在导入范围530581内'],
      [9, '享受起始月', '填写了月保障金额的,请填写享受起始月'],
      [11, '身份证号', '与第10行的身份证号相同'],
      [13, '城乡', '与本户前面的行不一致'],
      [14, '户编号', expect.stringContaining('请填写户编号')],
    ]);
  });

  test('keeps the household without a fault and nothing of the others', () => {
    const { total, failed, households } = read();
    expect({ total, failed }).toEqual({ total: 10, failed: 9 });
    expect(households.map(({ number }) => number)).toEqual(['G1']);
  });

  test.each([
    ['', '文件是空的'],
    ['姓名,身份证号\n甲,1', '表头缺少列:户编号'],
    ['户编号,行政区划代码,城乡,姓名,身份证号,与申请人关系,血型\n', '表头有不认识的列:血型'],
  ])('refuses a file as a whole where the header is not ours', (text, message) => {
    expect(() => readRows(Buffer.from(text))).toThrow(message);
  });
});
