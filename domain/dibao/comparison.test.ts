import { compareAssessments, type Told, type ToldTerm } from './comparison';

const wage = (value: string, member = 'a'): ToldTerm => ({
  group: 'income',
  label: '工资性收入',
  value,
  unit: 'yuan',
  member,
});
const standard = (from: string): ToldTerm => ({
  group: 'perCapita',
  label: '城市低保标准',
  value: '740.00',
  unit: 'yuan',
  parameter: { from, reference: '通知' },
});
const told = (terms: readonly ToldTerm[], monthly = '370.00'): Told => ({
  eligibility: 'wholeHousehold',
  monthly,
  householdIncome: '600.00',
  perCapitaIncome: '300.00',
  persons: 2,
  terms,
});
const changes = (before: Told, after: Told) =>
  compareAssessments(before, after)
    .filter(({ change }) => change !== 'same')
    .map(({ label, change, before: then, after: now, difference }) => [label, change, then, now, difference]);

/** @clause 一(四) what changed between two checks of a household is marked line by line */
describe('two assessments of one household', () => {
  it('that say the same differ in nothing', () => {
    const one = told([wage('600.00'), standard('2022-07-01')]);
    expect(changes(one, one)).toEqual([]);
    expect(compareAssessments(one, one)).toHaveLength(7);
  });

  it('differ by amount, with the sign of the difference to the fen', () => {
    expect(changes(told([wage('600.00')]), told([wage('400.50')], '569.50'))).toEqual([
      ['每月保障金额', 'changed', '370.00', '569.50', '199.50'],
      ['工资性收入', 'changed', '600.00', '400.50', '-199.50'],
    ]);
  });

  it('tell what came and what went, each in its group', () => {
    const rent: ToldTerm = { group: 'income', label: '租金', value: '80.00', unit: 'yuan', member: 'a' };
    const lines = compareAssessments(
      told([wage('600.00'), rent, standard('2021')]),
      told([wage('600.00'), wage('90.00', 'b'), standard('2021')]),
    );
    expect(lines.slice(5).map(({ label, change, difference }) => [label, change, difference])).toEqual([
      ['工资性收入', 'same', undefined],
      ['工资性收入', 'added', '90.00'],
      ['租金', 'gone', '-80.00'],
      ['城市低保标准', 'same', undefined],
    ]);
  });

  it('keep two wages of one person apart by their order', () => {
    expect(changes(told([wage('1.00'), wage('2.00')]), told([wage('1.00'), wage('3.00')]))).toEqual([
      ['工资性收入', 'changed', '2.00', '3.00', '1.00'],
    ]);
  });

  it('mark the same value by another rule', () => {
    expect(changes(told([standard('2021-07-01')]), told([standard('2022-07-01')]))).toEqual([
      ['城市低保标准', 'rule', '740.00', '740.00', undefined],
    ]);
  });
});
