import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAssessor } from '../domain/dibao/assess';
import { nationalParameters } from '../domain/parameters/generated';
import { createParameters } from '../domain/parameters/resolve';
import { answerText } from './assess-text';

const assess = createAssessor(createParameters(nationalParameters));
const guide = readFileSync(join(__dirname, '../docs/assessment.md'), 'utf8');
const blocks = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map((match) => match[1]!);
const alone = { date: '2025-09-01', division: '530581', area: 'urban', members: [{ age: 50 }] };
const line = (changes: object = {}) => JSON.stringify({ ...alone, ...changes });

describe('the guide', () => {
  it('shows three full examples', () => expect(blocks).toHaveLength(6));

  it.each([0, 1, 2])('example %i answers exactly as printed', (index) => {
    const { results, failed } = answerText(blocks[2 * index]!, assess);
    expect(failed).toBe(false);
    expect(results).toEqual([JSON.parse(blocks[2 * index + 1]!)]);
  });
});

describe('assess on the command line', () => {
  it('takes one object, an array, or one per line', () => {
    expect(answerText(JSON.stringify(alone, null, 2), assess)).toMatchObject({ several: false, failed: false });
    expect(answerText(`[${line()},${line()}]`, assess).results).toHaveLength(2);
    expect(answerText(`\uFEFF${line({ id: 1 })}\r\n\r\n${line({ id: 'b' })}\n`, assess)).toMatchObject({
      several: true,
      results: [{ id: '1' }, { id: 'b' }],
    });
  });

  it('answers a wrong one by its problem and the others all the same', () => {
    const { results, failed } = answerText(
      [line({ id: 'a' }), '{oops', line({ id: 'c', date: '2023-02-29' }), line()].join('\n'),
      assess,
    );
    expect(failed).toBe(true);
    expect(results).toMatchObject([
      { id: 'a', monthly: '744.00' },
      { code: 'malformedJson', message: expect.stringContaining('第2行') as string },
      { id: 'c', code: 'invalidInput', fields: [{ path: 'date' }] },
      { monthly: '744.00' },
    ]);
  });

  it.each([
    ['incomes[0].amount', { incomes: [{ kind: 'wage', amount: -1 }] }],
    ['incomes[0].amount', { incomes: [{ kind: 'wage', amount: '1.234' }] }],
    ['incomes[0].kind', { incomes: [{ kind: 'salary', amount: '1' }] }],
    ['incomes[0].member', { incomes: [{ member: '无此人', kind: 'wage', amount: '1' }] }],
    ['members[0].idNumber', { members: [{ idNumber: '110105194912310021' }] }],
    ['members[1].relation', { members: [{ age: 50 }, { age: 40 }] }],
    ['members[0].hobby', { members: [{ age: 50, hobby: 'x' }] }],
    ['date', { date: '2025-13-01' }],
    ['date', { date: undefined }],
    ['division', { division: '5305811' }],
    ['overrides.standrad', { overrides: { standrad: 1 } }],
    ['misspelt', { misspelt: 1 }],
  ])('names the wrong field %s', (path, changes) => {
    const { results } = answerText(line(changes), assess);
    expect(results[0]).toMatchObject({ code: 'invalidInput', message: expect.stringMatching(/[一-龥]/) as string });
    expect(results[0]!['fields']).toContainEqual({ path, message: expect.stringMatching(/[一-龥]/) as string });
  });

  it('says which value is missing instead of guessing', () => {
    const { results } = answerText(line({ area: 'rural', division: '532301', members: [{ age: 70 }] }), assess);
    expect(results[0]).toMatchObject({ code: 'parameterUnknown', parameter: 'dibao.class.amount', category: 'A' });
  });

  it('reads the usual Chinese spellings', () => {
    const chinese = {
      date: '2022年7月15日',
      division: 530581,
      area: '城镇',
      members: [
        { name: '赵一', relation: '户主', age: 44 },
        { name: '赵小', relation: '女儿', age: 20, student: '本科', disability: { category: '视力', grade: '2' } },
      ],
      incomes: [{ member: '赵一', kind: '工资性收入', amount: '1,000元', per: '月' }],
    };
    expect(answerText(JSON.stringify(chinese), assess).results[0]).toMatchObject({ persons: 2, monthly: '500.00' });
  });
});
