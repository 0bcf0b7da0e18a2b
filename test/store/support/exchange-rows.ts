import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../store/client';

const at = new Date('2022-08-01T02:00:00Z');

/** One row of each table of the exchange with the systems above. */
export const fileExchange = async (tx: Tx, caseId: string, division: string): Promise<void> => {
  const county = division.slice(0, 6);
  const [packageId, snapshotId] = [randomUUID(), randomUUID()];
  const content = { contentHash: '', contentEnc: Buffer.from('sealed') };
  await tx.exchangePackage.create({
    data: {
      id: packageId,
      system: 'provincial',
      kind: 'decisions',
      county,
      office: county,
      mode: 'full',
      sequence: Number.parseInt(caseId.slice(0, 7), 16),
      layout: {},
      fromDate: '2022-07-01',
      toDate: '2022-07-31',
      state: 'ready',
      createdAt: at,
      items: {
        create: {
          id: randomUUID(),
          row: 1,
          kind: 'decisions',
          county,
          office: county,
          recordNumber: randomUUID(),
          key: caseId,
          caseId,
          title: '赵＊',
          change: 'added',
          ...content,
          state: 'sent',
        },
      },
      receipts: {
        create: {
          id: randomUUID(),
          county,
          office: county,
          source: 'file',
          name: '回执.csv',
          sha256: '',
          receivedAt: at,
          receivedBy: randomUUID(),
          accepted: 0,
          rejected: 0,
          repeated: 0,
          unknown: 1,
          conflicting: 0,
          malformed: 0,
          rows: { create: { line: 2, recordNumber: 'x', answer: 'accepted', outcome: 'unknown' } },
        },
      },
    },
  });
  await tx.exchangeFile.create({
    data: {
      ...{
        id: randomUUID(),
        what: 'receipt',
        packageId,
        county,
        office: county,
        kind: 'decisions',
        onDate: '2022-08-01',
      },
      ...{ name: '', sha256: '', storageKey: '', total: 1, takenAt: at, takenBy: randomUUID() },
    },
  });
  await tx.exchangeSnapshot.create({
    data: {
      id: snapshotId,
      system: 'provincial',
      kind: 'roster',
      county,
      onDate: '2022-08-01',
      name: '名单.csv',
      sha256: caseId,
      storageKey: randomUUID(),
      lines: 1,
      matched: 0,
      different: 1,
      malformed: [],
      takenAt: at,
      takenBy: randomUUID(),
      differences: {
        create: {
          id: randomUUID(),
          county,
          kind: 'roster',
          key: caseId,
          title: '赵＊',
          differences: ['onlyHere'],
          ...content,
          state: 'open',
        },
      },
    },
  });
  await tx.exchangeAlert.create({
    data: {
      id: randomUUID(),
      system: 'provincial',
      county,
      standard: caseId,
      category: '',
      fromDate: '2022-07-01',
      value: '700',
      unit: 'yuanPerMonth',
      contentHash: '',
      raisedOn: '2022-07-01',
    },
  });
};
