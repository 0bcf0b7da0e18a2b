import type { FundMovement } from '../../generated/prisma/client';
import type { Tx } from '../deps';
import { saying } from './refusals';

interface Decided {
  readonly state: string;
  readonly checkerId: string;
  readonly checkedAt: Date;
}

/** Checked by the office that entered it or one above. */
export const movementTable = {
  find: async (tx: Tx, id: string): Promise<(FundMovement & { readonly division: string }) | null> => {
    const row = await tx.fundMovement.findUnique({ where: { id } });
    return row && { ...row, division: row.enteredBy };
  },
  decide: (tx: Tx, id: string, data: Decided) =>
    saying(tx.fundMovement.updateMany({ where: { id, state: 'proposed' }, data })),
};
