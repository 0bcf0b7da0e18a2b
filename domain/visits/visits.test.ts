import { assess } from '../dibao/assess';
import type { AssessmentInput } from '../dibao/input';
import { nationalParameters } from '../parameters/generated';
import { createParameters } from '../parameters/resolve';
import { nothingLeft, withFindings, type Finding } from './findings';
import { sumLines } from './sum-lines';

const parameters = createParameters(nationalParameters);

const household: AssessmentInput = {
  date: '2022-08-05',
  division: '530581001000',
  area: 'urban',
  members: [
    { id: 'm1', relation: 'applicant', age: 47, labour: 'partial' },
    { id: 'm2', relation: 'spouse', age: 45, labour: 'none' },
  ],
  incomes: [
    { member: 'm1', kind: 'wage', amount: '600', per: 'month', evidence: 'f1' },
    { member: 'm2', kind: 'farming', amount: '1200', per: 'year', evidence: 'f2' },
  ],
  expenses: [],
  assets: [],
};
const names: Readonly<Record<string, string>> = { m1: '甲示例', m2: '乙示例' };
const nameOf = (member: string): string => names[member] ?? member;
const linesOf = (input: AssessmentInput): readonly string[] =>
  sumLines(assess(input, parameters), nameOf).map(({ says }) => says);

describe('what was found at a visit', () => {
  it('takes the place of the known fact and comes last, as the file will have it', () => {
    const raised: Finding = {
      kind: 'income',
      replaces: 'f1',
      personId: 'm1',
      content: { kind: 'wage', amount: '900', per: 'month' },
    };
    const found = withFindings(household, [raised]);
    expect(found.incomes?.map(({ amount, evidence }) => [amount, evidence])).toEqual([
      ['1200', 'f2'],
      ['900', 'visit-f1'],
    ]);
    const recorded = { ...household, incomes: [household.incomes![1]!, { ...found.incomes![1]!, evidence: 'f3' }] };
    expect(linesOf(found)).toEqual(linesOf(recorded));
  });

  it('leaves the household as it was where nothing changed', () => {
    expect(linesOf(withFindings(household, []))).toEqual(linesOf(household));
  });

  it('counts what is no longer there as nothing', () => {
    const over: Finding = {
      kind: 'income',
      replaces: 'f2',
      personId: 'm2',
      content: nothingLeft('income', { kind: 'farming', amount: '1200', per: 'year' }),
    };
    const without = { ...household, incomes: [household.incomes![0]!] };
    expect(assess(withFindings(household, [over]), parameters).monthly).toBe(assess(without, parameters).monthly);
    expect(nothingLeft('asset', { kind: 'vehicle', value: '30000', count: 1 })).toMatchObject({ value: '0', count: 0 });
  });
});

describe('the sum in plain words', () => {
  const lines = linesOf(household);

  it('says every line of the assessment, names the people and ends with what the household gets', () => {
    const result = assess(household, parameters);
    expect(lines).toHaveLength(result.terms.length + result.beneficiaries.length + 1);
    expect(lines).toContain('甲示例的工资性收入:一个月算600.00元');
    expect(lines).toContain('乙示例的农林牧渔经营收入:一个月算100.00元');
    expect(lines).toContain('一起生活、算在一户里的,一共2人');
    expect(lines.some((line) => /^当地城市低保标准,每人每月\d+\.\d\d元\(20\d\d年7月1日起\)$/.test(line))).toBe(true);
    expect(lines.at(-1)).toMatch(/^按现在的情况,全家每个月可以领[\d,]+\.\d\d元$/);
  });

  it('says what is taken off the income as less, not as a minus', () => {
    expect(lines).toContain('甲示例:扣减必要就业成本,收入少算60.00元');
    expect(lines.filter((line) => /-\d/.test(line))).toEqual([]);
  });

  it('says why nothing is paid', () => {
    const rich = {
      ...household,
      incomes: [{ member: 'm1', kind: 'wage' as const, amount: '9000', per: 'month' as const }],
    };
    const last = linesOf({
      ...rich,
      members: [household.members[0]!, { ...household.members[1]!, labour: 'full' }],
    }).at(-1);
    expect(last).toMatch(/^按现在的情况不能领低保:.*不低于/);
  });
});
