import { nameOf } from '../../domain/divisions';
import type { Prisma } from '../../generated/prisma/client';
import type { Tx } from '../deps';

export interface CountyCount {
  readonly county: string;
  readonly countyName: string;
  readonly open: number;
  readonly settled: number;
}

/** How many differences of each county wait, and how many were settled. */
export const countsByCounty = async (
  tx: Tx,
  within: Prisma.ExchangeDifferenceWhereInput,
): Promise<readonly CountyCount[]> => {
  const groups = await tx.exchangeDifference.groupBy({
    by: ['county', 'state'],
    where: { ...within, state: { in: ['open', 'settled'] } },
    _count: { _all: true },
    orderBy: { county: 'asc' },
  });
  const counts = new Map<string, CountyCount>();
  for (const { county, state, _count } of groups) {
    const known = counts.get(county) ?? { county, countyName: nameOf(county), open: 0, settled: 0 };
    counts.set(county, { ...known, [state]: _count._all });
  }
  return [...counts.values()];
};
