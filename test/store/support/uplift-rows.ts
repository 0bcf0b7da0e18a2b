import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../store/client';

const at = new Date('2022-06-20T02:00:00Z');

/** One row of each table of standards and uplifts; the run is one of the case's own place. */
export const fileUplift = async (tx: Tx, caseId: string, division: string): Promise<void> => {
  const county = division.slice(0, 6);
  await tx.ruleDocument.create({
    data: {
      ...{ id: randomUUID(), division: county, name: '通知.pdf', mime: 'application/pdf', size: 1, sha256: '' },
      ...{ storageKey: randomUUID(), uploadedAt: at, uploadedBy: randomUUID() },
    },
  });
  await tx.standardAlert.create({
    data: {
      ...{ id: randomUUID(), division: county, kind: 'late', subject: randomUUID(), dueOn: '2022-07-01' },
      ...{ sentence: '未按期提标', raisedOn: '2022-07-01' },
    },
  });
  const one = { caseId, division };
  await tx.upliftRun.create({
    data: {
      ...{ id: randomUUID(), division, effectiveFrom: '2022-07-01', state: 'done', seed: '' },
      ...{ madeBy: randomUUID(), createdAt: at },
      batches: { create: { step: 'reckon', number: 1, doneAt: at, cases: 1 } },
      results: { create: { ...one, area: 'rural', class: 'gain', oldFen: 1n, newFen: 2n, persons: 1 } },
      counties: { create: { county, class: 'gain', area: 'rural', cases: 1, persons: 1, oldFen: 1n, newFen: 2n } },
      samples: { create: { ...one, rank: 1 } },
      leads: { create: { ...one, fen: 2n, createdAt: at } },
    },
  });
};
