import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../store/client';

const at = new Date('2022-09-20T02:00:00Z');

const fileDisclosure = async (tx: Tx, division: string): Promise<void> => {
  const id = randomUUID();
  const sums = { households: 1, persons: 1, personTimes: 1, fen: 30000n, yearPersonTimes: 1, yearFen: 30000n };
  // A county has one proposal of a month: each row has a month of its own.
  const month = `${1000 + (Number.parseInt(id.slice(0, 4), 16) % 9000)}-08`;
  const [county, township] = [division.slice(0, 6), division.slice(0, 9)];
  await tx.disclosure.create({
    data: { id, county, month, item: 'benefit', version: 1, ...sums, makerId: randomUUID(), createdAt: at },
  });
  await tx.disclosureRow.create({
    data: { disclosureId: id, township, programme: 'dibao', class: 'A', ...sums },
  });
};

const fileDynamics = async (tx: Tx, caseId: string, division: string): Promise<void> => {
  const listId = randomUUID();
  const month = `${1000 + (Number.parseInt(listId.slice(0, 4), 16) % 9000)}-08`;
  await tx.dynamicsList.create({
    data: { id: listId, township: division.slice(0, 9), month, openedOn: '2022-08-01', dueOn: '2022-08-15' },
  });
  await tx.dynamicsItem.create({ data: { id: randomUUID(), listId, caseId, kind: 'recheck', onDate: '2022-09-01' } });
};

const fileRecovery = async (tx: Tx, caseId: string, division: string, documentId: string): Promise<void> => {
  const recoveryId = randomUUID();
  const hand = { makerId: randomUUID(), createdAt: at };
  await tx.recovery.create({
    data: {
      id: recoveryId,
      caseId,
      township: division.slice(0, 9),
      programme: 'dibao',
      applicantName: '赵甲',
      cause: 'death',
      state: 'found',
      openedOn: '2022-09-20',
    },
  });
  await tx.recoveryMonth.create({
    data: { recoveryId, caseId, month: '2022-08', round: 1, paidFen: 30000n, dueFen: 0n, fen: 30000n, foundAt: at },
  });
  const planId = randomUUID();
  await tx.recoveryPlan.create({ data: { id: planId, recoveryId, agreementId: documentId, ...hand } });
  await tx.recoveryInstalment.create({ data: { planId, number: 1, dueOn: '2022-10-10', fen: 30000n } });
  await tx.recoveryWriteOff.create({
    data: { id: randomUUID(), recoveryId, kind: 'writeOff', fen: 1n, reason: '无遗产', level: 'county', ...hand },
  });
  await tx.recoveryEntry.create({
    data: { id: randomUUID(), recoveryId, kind: 'repayment', fen: 100n, onDate: '2022-10-10', at },
  });
  await tx.recoveryEvent.create({
    data: { recoveryId, sequence: 1, at, action: 'find', state: 'found', role: 'system' },
  });
};

/** One row of each kind of proof of a household's payments; it has its line and a document already. */
export const fileProof = async (tx: Tx, caseId: string, division: string): Promise<void> => {
  const line = await tx.paymentLine.findFirstOrThrow({ where: { caseId } });
  const document = await tx.document.findFirstOrThrow({ where: { caseId } });
  await tx.paymentNotice.create({
    data: { lineId: line.id, outcome: 'paid', letterId: randomUUID(), createdAt: at },
  });
  await fileDisclosure(tx, division);
  await fileDynamics(tx, caseId, division);
  await fileRecovery(tx, caseId, division, document.id);
};
