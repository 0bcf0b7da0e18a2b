import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../store/client';

/** A file of accounts that a township brought, with its one line. */
export const fileAccountImport = async (tx: Tx, office: string): Promise<void> => {
  const id = randomUUID();
  const takenAt = new Date('2022-08-01T02:00:00Z');
  await tx.cardAccountImport.create({
    data: {
      ...{ id, office, fileName: '', sha256: id, takenBy: randomUUID(), takenAt },
      ...{ total: 1, kept: 1, repeated: 0, failed: 0 },
    },
  });
  await tx.cardAccountImportRow.create({
    data: { importId: id, line: 2, place: 0, outcome: 'kept', field: '', message: '已登记', cells: {} },
  });
};
