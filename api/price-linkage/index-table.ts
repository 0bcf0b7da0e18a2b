import type { PriceIndex } from '../../generated/prisma/client';
import type { Tx } from '../deps';

export const indexTable = {
  find: (tx: Tx, id: string): Promise<PriceIndex | null> => tx.priceIndex.findUnique({ where: { id } }),
  decide: (tx: Tx, id: string, data: { state: string; checkerId: string; checkedAt: Date }) =>
    tx.priceIndex.updateMany({ where: { id, state: 'proposed' }, data }),
};
