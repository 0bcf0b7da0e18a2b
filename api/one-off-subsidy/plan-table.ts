import type { OneOffPlan } from '../../generated/prisma/client';
import type { Tx } from '../deps';

export const planTable = {
  find: (tx: Tx, id: string): Promise<OneOffPlan | null> => tx.oneOffPlan.findUnique({ where: { id } }),
  decide: (tx: Tx, id: string, data: { state: string; checkerId: string; checkedAt: Date }) =>
    tx.oneOffPlan.updateMany({ where: { id, state: 'proposed' }, data }),
};
