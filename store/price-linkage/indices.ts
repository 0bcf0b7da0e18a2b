import type { Indices } from '../../domain/price-linkage/indices';
import type { PriceIndex, Prisma } from '../../generated/prisma/client';

type Tx = Prisma.TransactionClient;

export type EnteredIndex = PriceIndex;

export const indicesOf = ({ cpi, foodCpi, scpi }: EnteredIndex): Indices => ({
  cpi,
  ...(foodCpi === null ? {} : { foodCpi }),
  ...(scpi === null ? {} : { scpi }),
});

/** The checked index of each area and month that counts: of several the last approved. Key: `area/month`. */
export const indicesInForce = async (
  tx: Tx,
  { areas, from, to }: { areas: readonly string[]; from: string; to: string },
): Promise<ReadonlyMap<string, EnteredIndex>> => {
  const rows = await tx.priceIndex.findMany({
    where: { state: 'approved', division: { in: [...areas] }, month: { gte: from, lte: to } },
    orderBy: [{ checkedAt: 'asc' }, { id: 'asc' }],
  });
  return new Map(rows.map((row) => [`${row.division}/${row.month}`, row]));
};
