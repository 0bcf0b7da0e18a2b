import { createAnswerer, createAssessor } from '../assess';
import type { AssessmentInput } from '../dibao/input';
import { sumOf } from '../explain';
import { parameters } from '../parameters';

const two: AssessmentInput = {
  programme: 'tekun',
  date: '2022-08-01',
  division: '530581001',
  area: 'rural',
  members: [
    { id: 'one', relation: 'applicant', birthDate: '1945-03-01' },
    { id: 'two', relation: 'sibling', birthDate: '1948-03-01' },
  ],
};

// @clause 三(二) 特困 people get the basic living standard of the day
it.each([
  ['2018-07-01', 66_500n],
  ['2019-07-01', 73_200n],
  ['2020-06-01', 83_200n],
  ['2021-07-01', 85_800n],
  ['2022-06-30', 85_800n],
  ['2022-07-01', 91_000n],
  ['2023-07-01', 94_700n],
  ['2024-07-01', 95_600n],
  ['2025-07-01', 96_800n],
])('on %s each person gets the basic living standard, in any settlement', (date, each) => {
  for (const area of ['urban', 'rural'] as const) {
    const { monthly, beneficiaries } = createAnswerer(parameters)({ ...two, date, area });
    expect([monthly, beneficiaries.map((one) => one.monthly)]).toEqual([2n * each, [each, each]]);
  }
});

it('explains each person’s amount by the standard, its date and clause, and adds up', () => {
  const { terms, monthly, reasons, recheck, entitledFrom } = createAssessor(parameters)(two);
  expect(sumOf(terms, 'amount')).toBe(monthly);
  expect(terms.map(({ member, parameter }) => [member, parameter?.id, parameter?.from])).toEqual([
    ['one', 'tekun.standard.basic', '2022-07-01'],
    ['two', 'tekun.standard.basic', '2022-07-01'],
  ]);
  expect(reasons.join()).toContain('特困人员2人,每人每月按基本生活标准910.00元');
  expect([recheck.category, entitledFrom]).toEqual(['yearly', '2022-09']);
});

it('ends with the last person, and pays nothing for who has died', () => {
  const died = (members: AssessmentInput['members']) => createAssessor(parameters)({ ...two, members });
  const [one, other] = two.members;
  expect(died([{ ...one!, diedOn: '2022-07-10' }, other!])).toMatchObject({ monthly: 91_000n, persons: 1 });
  expect(died([{ ...one!, diedOn: '2022-07-10' }])).toMatchObject({ eligibility: 'notEligible', monthly: 0n });
});

it('does not guess before the first published standard', () =>
  expect(() => createAnswerer(parameters)({ ...two, date: '2018-06-30' })).toThrow(/尚无已公布的数值/));

it('leaves 低保 to its own rules, by which a sibling without duty of support does not count', () => {
  const { programme: _tekun, ...dibao } = two;
  expect(createAnswerer(parameters)({ ...dibao, area: 'urban' }).monthly).toBe(70_000n);
});
