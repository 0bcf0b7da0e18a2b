import { lastDayOf } from '../../domain/civil-date';
import { AppError } from '../../domain/errors';
import type { ReserveReconciliation } from '../../generated/prisma/client';
import { ledgerOn } from '../../store/reserve-fund/funds';
import type { Tx } from '../deps';
import { saying } from '../funds/refusals';

interface Decided {
  readonly state: string;
  readonly checkerId: string;
  readonly checkedAt: Date;
}

/** The division that an entry is decided for is its township. */
const placed = <Row extends { readonly township: string }>(row: Row | null) =>
  row && { ...row, division: row.township };
const open = (id: string) => ({ id, state: 'proposed' });

export const reserveGrantTable = {
  find: async (tx: Tx, id: string) => placed(await tx.reserveGrant.findUnique({ where: { id } })),
  decide: (tx: Tx, id: string, data: Decided) => saying(tx.reserveGrant.updateMany({ where: open(id), data })),
};

export const reserveTopUpTable = {
  find: async (tx: Tx, id: string) => placed(await tx.reserveTopUp.findUnique({ where: { id } })),
  decide: (tx: Tx, id: string, data: Decided) => saying(tx.reserveTopUp.updateMany({ where: open(id), data })),
};

export const reserveReconciliationTable = {
  find: async (tx: Tx, id: string) => placed(await tx.reserveReconciliation.findUnique({ where: { id } })),
  decide: (tx: Tx, id: string, data: Decided) => saying(tx.reserveReconciliation.updateMany({ where: open(id), data })),
  check: async (tx: Tx, { fundId, month, ledgerFen }: ReserveReconciliation & { readonly division: string }) => {
    if ((await ledgerOn(tx, fundId, lastDayOf(month))) !== ledgerFen)
      throw new AppError('conflict', '清点之后账目又有变动;请退回,重新清点');
  },
};
