import fc from 'fast-check';
import { sumOf } from '../explain';
import { yuanFromFen } from '../money';
import { nationalParameters } from '../parameters/generated';
import { createParameters } from '../parameters/resolve';
import { compare, roundTo } from '../rational';
import { createAnswerer, createAssessor } from './assess';
import type { Asset, AssessmentInput, Income, Member } from './input';
import { incomeKinds, type IncomeKind } from './kinds';

const assess = createAssessor(createParameters(nationalParameters));
const answer = createAnswerer(createParameters(nationalParameters));

const yuan = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((fen) => yuanFromFen(BigInt(fen)));
const bodyOf = fc.record(
  {
    age: fc.integer({ min: 0, max: 95 }),
    disability: fc.record({
      category: fc.constantFrom('visual', 'physical', 'intellectual', 'mental'),
      grade: fc.integer({ min: 1, max: 4 }),
    }),
    seriousIllness: fc.boolean(),
    coResident: fc.boolean(),
    inPrison: fc.boolean(),
  },
  { requiredKeys: ['age'] },
);
const members = fc
  .array(fc.tuple(fc.constantFrom('spouse', 'child', 'parent', 'sibling', 'grandchild'), bodyOf), { maxLength: 5 })
  .chain((others) =>
    bodyOf.map((applicant): Member[] => [
      { ...applicant, id: 'm0', relation: 'applicant', inPrison: false },
      ...others.map(([relation, body], index): Member => ({ ...body, id: `m${index + 1}`, relation })),
    ]),
  );
const kinds = Object.keys(incomeKinds) as IncomeKind[];
const incomes = fc.array(
  fc.record({
    who: fc.nat(5),
    kind: fc.constantFrom(...kinds),
    amount: yuan(3000),
    per: fc.constantFrom('month', 'quarter', 'halfYear', 'year', 'once'),
  }),
  { maxLength: 6 },
);
const assets = fc.array(fc.record({ kind: fc.constantFrom('deposit', 'dwelling', 'vehicle'), value: yuan(80_000) }), {
  maxLength: 2,
});
const household = fc
  .record({
    date: fc.constantFrom('2019-08-01', '2021-03-01', '2022-07-01', '2022-10-20', '2025-09-01', '2026-02-01'),
    area: fc.constantFrom('urban', 'rural'),
    members,
    incomes,
    assets,
    combine: fc.constantFrom('higher', 'sum'),
    mode: fc.constantFrom('exact', 'up', 'down', 'halfUp'),
    scope: fc.constantFrom('household', 'person'),
  })
  .map(({ combine, mode, scope, ...facts }): AssessmentInput => ({
    ...facts,
    division: '530581',
    incomes: facts.incomes.map(({ who, ...income }): Income => ({
      ...income,
      member: `m${who % facts.members.length}`,
    })),
    assets: facts.assets as readonly Asset[],
    overrides: {
      rounding: { mode, scope },
      increments: { elderly: '10%', severeDisability: '20%', minor: '30' },
      increment: { combine },
    },
  }));

const check = (property: (input: AssessmentInput) => void) =>
  fc.assert(fc.property(household, property), { numRuns: 300, seed: 20220628 });

describe('whatever the household', () => {
  it('terms and shares sum to the answer to the fen', () =>
    check((input) => {
      const result = assess(input);
      expect(sumOf(result.terms, 'amount')).toBe(result.monthly);
      expect(sumOf(result.terms, 'income')).toBe(roundTo(result.householdIncome, 'halfUp'));
      expect(result.beneficiaries.reduce((sum, one) => sum + one.monthly, 0n)).toBe(result.monthly);
    }));

  it('the order of members and incomes does not matter', () =>
    check((input) => {
      const turned = { ...input, members: [...input.members].reverse(), incomes: [...(input.incomes ?? [])].reverse() };
      const [one, other] = [assess(input), assess(turned)];
      const shares = (result: typeof one) =>
        Object.fromEntries(result.beneficiaries.map((share) => [share.member, share]));
      expect(shares(other)).toEqual(shares(one));
      expect([other.eligibility, other.household, other.monthly]).toEqual([
        one.eligibility,
        one.household,
        one.monthly,
      ]);
    }));

  it('nobody gets less than nothing, and a share is nobody’s who is not counted', () =>
    check((input) => {
      const result = assess(input);
      const counted = new Set(result.members.filter((one) => one.counted).map((one) => one.member));
      for (const { member, monthly } of result.beneficiaries) {
        expect(monthly >= 0n).toBe(true);
        if (result.eligibility === 'wholeHousehold') expect(counted.has(member)).toBe(true);
      }
      if (result.eligibility === 'marginalHousehold' || result.eligibility === 'notEligible')
        expect(result.monthly).toBe(0n);
    }));

  it('within one basis more income never means more money, and never a better standing', () =>
    fc.assert(
      fc.property(
        household,
        yuan(2000),
        fc.constantFrom('wage', 'pension', 'business', 'gift'),
        (input, amount, kind) => {
          const before = assess(input);
          const more: Income = { member: input.members[0]!.id, kind: kind as IncomeKind, amount };
          const after = assess({ ...input, incomes: [...(input.incomes ?? []), more] });
          expect(compare(after.householdIncome, before.householdIncome)).toBeGreaterThanOrEqual(0);
          const rank = { wholeHousehold: 2, marginalHousehold: 1, notEligible: 0 };
          expect(rank[after.household]).toBeLessThanOrEqual(rank[before.household]);
          const sameBasis = after.eligibility === before.eligibility && after.basis.ground === before.basis.ground;
          if (sameBasis && after.beneficiaries.length <= before.beneficiaries.length)
            expect(after.monthly <= before.monthly).toBe(true);
        },
      ),
      { numRuns: 300, seed: 20220628 },
    ));

  it('whole household means strictly below the standard, marginal means from it to below the multiple', () =>
    check((input) => {
      const { household: standing, perCapitaIncome, standard } = assess(input);
      const below = compare(perCapitaIncome, standard.monthly) < 0;
      if (standing === 'wholeHousehold') expect(below).toBe(true);
      if (standing === 'marginalHousehold') {
        const { n, d } = standard.monthly;
        expect(compare(perCapitaIncome, { n: n * 3n, d: d * 2n })).toBeLessThan(0);
      }
    }));

  it('the answer without explanation is the explained one', () =>
    fc.assert(
      fc.property(household, (input) => {
        const { eligibility, monthly, beneficiaries } = assess(input);
        expect(answer(input)).toMatchObject({ eligibility, monthly, beneficiaries });
      }),
      { numRuns: 3000, seed: 20220628 },
    ));

  it('assessing again gives the same', () => check((input) => expect(assess(input)).toEqual(assess(input))));
});
