import type { Asset, AssessmentInput, Expense, Income, Member } from '../../domain/dibao/input';
import { createRandom, type Random } from '../lib/random';

/** A day and a place whose standards are published: 腾冲市, before the notice of 20 October 2022. */
const DATE = '2022-05-15';
const DIVISION = '530581001';

const yuan = (random: Random, most: number): string => `${random.integer(0, most)}.${random.of(['00', '50', '05'])}`;

const member = (random: Random, id: string, relation: Member['relation'], age: number): Member => ({
  id,
  relation,
  age,
  ...(relation === 'parent' && random.chance(0.3) && { coResident: false }),
  ...(relation === 'child' &&
    age >= 7 &&
    age <= 22 && { student: { level: age < 18 ? 'primary' : 'college' } as const }),
  ...(random.chance(0.15) && {
    disability: {
      category: random.of(['visual', 'physical', 'intellectual', 'mental'] as const),
      grade: random.integer(1, 4),
    },
  }),
  ...(random.chance(0.1) && { seriousIllness: true }),
});

const membersOf = (random: Random): Member[] => {
  const members = [member(random, 'm1', 'applicant', random.integer(25, 80))];
  const add = (relation: Member['relation'], age: number): void =>
    void members.push(member(random, `m${members.length + 1}`, relation, age));
  if (random.chance(0.6)) add('spouse', random.integer(25, 75));
  for (let count = random.integer(0, 3); count > 0; count -= 1) add('child', random.integer(0, 26));
  if (random.chance(0.3)) add('parent', random.integer(60, 92));
  return members;
};

const incomesOf = (random: Random, { id, age = 0, disability }: Member): Income[] => [
  ...(age >= 18 && age < 60 && random.chance(0.6)
    ? [{ member: id, kind: 'wage', amount: yuan(random, 3500), per: 'month' } as const]
    : []),
  ...(age >= 18 && random.chance(0.3)
    ? [{ member: id, kind: 'farming', amount: yuan(random, 9000), per: 'year' } as const]
    : []),
  ...(age >= 60 ? [{ member: id, kind: 'basicPension', amount: '103.00', per: 'month' } as const] : []),
  ...(age >= 60 && random.chance(0.2) ? [{ member: id, kind: 'pension', amount: yuan(random, 1500) } as const] : []),
  ...(disability && disability.grade <= 2
    ? [{ member: id, kind: 'disabilitySubsidy', amount: '140.00' } as const]
    : []),
];

const expensesOf = (random: Random, { id, seriousIllness, student }: Member): Expense[] => [
  ...(seriousIllness ? [{ member: id, kind: 'illness', amount: yuan(random, 20_000), per: 'year' } as const] : []),
  ...(student ? [{ member: id, kind: 'education', amount: yuan(random, 3000), per: 'year' } as const] : []),
];

const assetsOf = (random: Random): Asset[] =>
  random.chance(0.3) ? [{ kind: 'deposit', value: yuan(random, 200_000) }] : [];

/** Invented households of every size, urban and rural, from far below the standard to far above. */
export const makeHouseholds = (count: number, seed: number): AssessmentInput[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, (): AssessmentInput => {
    const members = membersOf(random);
    return {
      date: DATE,
      division: DIVISION,
      area: random.of(['urban', 'rural'] as const),
      members,
      incomes: members.flatMap((one) => incomesOf(random, one)),
      expenses: members.flatMap((one) => expensesOf(random, one)),
      assets: assetsOf(random),
    };
  });
};
