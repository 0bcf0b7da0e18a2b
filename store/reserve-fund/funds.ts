import type { ReserveFund } from '../../generated/prisma/client';
import type { Source } from '../../domain/funds/sources';
import type { Fen } from '../../domain/money';
import { newId } from '../uuid';
import type { Tx } from '../with-scope';

/** The fund of a township and year; made empty where there is none. */
export const fundOf = async (
  tx: Tx,
  { township, year, source, at }: { township: string; year: number; source: Source; at: Date },
): Promise<ReserveFund> => {
  await tx.$executeRaw`insert into reserve_fund (id, township, year, source, created_at)
    values (${newId()}::uuid, ${township}, ${year}::int, ${source}, ${at}) on conflict do nothing`;
  return tx.reserveFund.findUniqueOrThrow({ where: { township_year: { township, year } } });
};

/** What the ledger of the fund says on a day, its entries counted. */
export const ledgerOn = async (tx: Tx, fundId: string, day: string): Promise<Fen> => {
  const { _sum } = await tx.reserveEntry.aggregate({ where: { fundId, onDate: { lte: day } }, _sum: { fen: true } });
  return _sum.fen ?? 0n;
};

/** The last month that two people have signed. */
export const reconciledTo = async (tx: Tx, fundId: string): Promise<string | undefined> => {
  const row = await tx.reserveReconciliation.findFirst({
    where: { fundId, state: 'approved' },
    orderBy: { month: 'desc' },
  });
  return row?.month;
};

/** Money that has been asked for and not been decided on. */
export const askedFor = async (tx: Tx, fundId: string): Promise<Fen> => {
  const { _sum } = await tx.reserveTopUp.aggregate({ where: { fundId, state: 'proposed' }, _sum: { fen: true } });
  return _sum.fen ?? 0n;
};
