import type { Tx } from '../with-scope';

/** What the township gave a household out of its reserve fund and two people have signed, the latest first. */
export const grantsOfCase = (tx: Tx, caseId: string) =>
  tx.reserveGrant.findMany({
    where: { caseId, state: 'approved' },
    orderBy: [{ givenOn: 'desc' }, { id: 'desc' }],
  });
