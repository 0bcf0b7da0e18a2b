import type { Prisma } from '../../generated/prisma/client';
import { civilDateAt } from '../../domain/civil-date';
import { levelDigits } from '../../domain/lifecycle/roles';
import { nextCaseNumbers } from '../../store/cases/submission/number';

type Cases = readonly Prisma.CaseCreateManyInput[];

/** Gives the cases of a batch their numbers, county by county, in the order of the file. */
export const numberCases = async (
  tx: Prisma.TransactionClient,
  cases: Cases,
): Promise<Prisma.CaseCreateManyInput[]> => {
  const countyOf = ({ division }: Cases[number]): string => division.slice(0, levelDigits.county);
  const numbered: Prisma.CaseCreateManyInput[] = [];
  for (const county of new Set(cases.map(countyOf))) {
    const own = cases.filter((one) => countyOf(one) === county);
    const on = civilDateAt(new Date(own[0]!.submittedAt).getTime());
    const numbers = await nextCaseNumbers({ tx, division: county, on }, own.length);
    numbered.push(...own.map((one, index) => ({ ...one, number: numbers[index]! })));
  }
  return numbered;
};
