import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../store/client';
import { fileProof } from './proof-rows';
import { fileAccountImport } from './account-rows';
import { fileExchange } from './exchange-rows';
import { fileUplift } from './uplift-rows';

/** For a transaction of so many rows, on a machine that others use too. */
export const UNHURRIED = { timeout: 600_000 };

export interface FiledCase {
  readonly caseId: string;
  readonly householdId: string;
  readonly personId: string;
}

interface Filing {
  readonly division: string;
  readonly number?: string;
  readonly name?: string;
  readonly idIndex?: Buffer<ArrayBuffer>;
}

const at = new Date('2022-07-01T02:00:00Z');

/** A household of one with its case, as an office files it. */
export const fileCase = async (
  tx: Tx,
  { division, number = randomUUID(), name = '赵甲', idIndex }: Filing,
): Promise<FiledCase> => {
  const [caseId, householdId, personId] = [randomUUID(), randomUUID(), randomUUID()];
  await tx.person.create({
    data: { id: personId, name, birthDate: '1970-01-01', sex: 'male', ...(idIndex && { idIndex }) },
  });
  await tx.household.create({ data: { id: householdId, division, area: 'rural' } });
  await tx.membership.create({
    data: { id: randomUUID(), householdId, personId, relation: 'applicant', validFrom: '2022-07-01' },
  });
  await tx.caseScope.create({ data: { id: randomUUID(), caseId, division, validFrom: '2022-07-01' } });
  await tx.case.create({
    data: {
      id: caseId,
      number,
      programme: 'dibao',
      division,
      area: 'rural',
      householdId,
      applicantId: personId,
      applicantName: name,
      memberCount: 1,
      stage: 'submitted',
      submittedAt: at,
      stageSince: at,
      snapshot: {},
    },
  });
  await tx.caseMember.create({ data: { caseId, personId, relation: 'applicant' } });
  return { caseId, householdId, personId };
};

/** One row of each kind that hangs on a case. */
export const fileRest = async (
  tx: Tx,
  { caseId, householdId, personId }: FiledCase,
  division: string,
): Promise<void> => {
  const contentEnc = Buffer.from('sealed');
  const own = { id: randomUUID(), caseId };
  await tx.fact.create({
    data: { ...own, householdId, kind: 'income', contentEnc, validFrom: '2022-07-01', recordedAt: at },
  });
  await tx.relativeDeclaration.create({
    data: { ...own, personId, relativeName: '钱乙', post: '乡镇干部', relation: '子女', declaredAt: at },
  });
  await tx.relativeEnding.create({
    data: { declarationId: own.id, caseId, reason: '备案有误', endedBy: randomUUID(), endedAt: at },
  });
  await tx.caseInput.create({ data: { ...own, kind: 'visit', contentEnc, hash: '' } });
  await tx.caseEvent.create({
    data: {
      ...own,
      sequence: 1,
      epoch: 1,
      commandId: randomUUID(),
      action: 'submit',
      owner: 'stage',
      stage: 'submitted',
      actorRole: 'townshipClerk',
      actorDivision: division,
      at,
      inputHash: '',
      summary: {},
      patch: {},
      sentence: '提交申请',
    },
  });
  await tx.assessment.create({
    data: {
      ...own,
      onDate: '2022-07-01',
      eligibility: 'eligible',
      monthlyFen: 30000n,
      factsHash: '',
      inputEnc: contentEnc,
      resultEnc: contentEnc,
      frozenAt: at,
    },
  });
  await tx.decision.create({
    data: {
      ...own,
      kind: 'confirm',
      decidedOn: '2022-07-20',
      authority: 'county',
      division,
      reasons: '符合条件',
      createdAt: at,
    },
  });
  await tx.entitlement.create({
    data: {
      ...own,
      programme: 'dibao',
      fromMonth: '2022-08',
      monthlyFen: 30000n,
      decisionId: randomUUID(),
      components: { create: [{ personId, fen: 30000n }] },
    },
  });
  await tx.deadline.create({
    data: {
      ...own,
      owner: 'stage',
      kind: 'acceptance',
      fromDate: '2022-07-01',
      dueAt: at,
      unit: 'workingDays',
      clause: '',
      explanation: '',
    },
  });
  await tx.matter.create({ data: { ...own, kind: 'recheck', step: 'due', openedAt: at } });
  await tx.workItem.create({
    data: { ...own, owner: 'stage', kind: 'task', role: 'townshipClerk', division, sentence: '受理', createdAt: at },
  });
  await tx.letter.create({
    data: { ...own, kind: 'receipt', title: '回执', body: '已登记', hash: '', sequence: 1, createdAt: at },
  });
  await tx.document.create({
    data: {
      ...own,
      kind: 'identity',
      name: '身份证.jpg',
      mime: 'image/jpeg',
      size: 1,
      sha256: '',
      storageKey: randomUUID(),
      uploadedAt: at,
    },
  });
  await tx.caseDivision.create({ data: { caseId, fromMonth: '2022-08', division } });
  await tx.confirmationSample.create({
    data: {
      ...own,
      county: division.slice(0, 6),
      month: '2022-07',
      decisionId: randomUUID(),
      matterId: randomUUID(),
      seed: '',
      rank: 1,
      population: 1,
      drawnOn: '2022-08-01',
    },
  });
  await filePayment(tx, own.caseId, division);
  await fileCheck(tx);
  await fileProof(tx, own.caseId, division);
  await fileExchange(tx, own.caseId, division);
  await fileUplift(tx, own.caseId, division);
  const jobId = randomUUID();
  await tx.importJob.create({
    data: {
      id: jobId,
      fileHash: '',
      fileName: 'a.csv',
      division,
      onDate: '2022-07-01',
      createdAt: at,
      rows: { create: [{ line: 1, field: 'name', message: '缺少姓名' }] },
    },
  });
  const draftId = randomUUID();
  await tx.draft.create({
    data: { id: draftId, programme: 'dibao', division, createdBy: randomUUID(), title: '草稿', contentEnc },
  });
  await tx.draftDocument.create({
    data: {
      id: randomUUID(),
      draftId,
      division,
      kind: 'identity',
      name: '身份证.jpg',
      mime: 'image/jpeg',
      size: 1,
      sha256: '',
      storageKey: randomUUID(),
      uploadedAt: at,
      uploadedBy: randomUUID(),
    },
  });
};

/** What the bank said of a file of the run, entered by hand. */
const fileHandAnswer = async (tx: Tx, runId: string, fileId: string, county: string): Promise<void> => {
  const paper = { name: '回单.pdf', mime: 'application/pdf', size: 1, sha256: '', storageKey: randomUUID() };
  const says = { result: 'paid', paidOn: '2022-08-10', note: '书面回单', lines: 1, fen: 30000n };
  const by = { makerId: randomUUID(), createdAt: at };
  await tx.paymentHandAnswer.create({ data: { id: randomUUID(), runId, fileId, county, ...says, ...paper, ...by } });
};

/** The ledger as it was last looked at. */
const fileCheck = async (tx: Tx): Promise<void> => {
  await tx.ledgerCheck.create({ data: { at, transfers: 0n, lines: 0n, mismatches: [], milliseconds: 1 } });
};

/** A run of the county with the household's line in it, held; its file and what came back. Worker or owner alone may. */
const filePayment = async (tx: Tx, caseId: string, division: string): Promise<void> => {
  const id = randomUUID();
  const [runId, returnId] = [randomUUID(), randomUUID()];
  const [county, township] = [division.slice(0, 6), division.slice(0, 9)];
  const file = { name: '', sha256: '', storageKey: '' };
  await fileAccountImport(tx, township);
  await tx.cardAccount.create({
    data: {
      id,
      caseId,
      holderName: '赵甲',
      bank: 'ruralCredit',
      numberEnc: Buffer.from('sealed'),
      numberIndex: Buffer.from(id),
      numberTail: '0000',
      numberValid: true,
      createdAt: at,
    },
  });
  await tx.paymentRun.create({
    data: {
      id: runId,
      county,
      programme: 'dibao',
      month: '2022-08',
      kind: 'monthly',
      seq: Number.parseInt(runId.slice(0, 7), 16),
      state: 'confirming',
      openedOn: '2022-08-01',
      format: 'cardPlatform',
      events: { create: { sequence: 1, at, action: 'draw', state: 'confirming', role: 'system' } },
      steps: { create: { step: 'draw', round: 1, doneAt: at, lines: 1, fen: 30000n } },
      townships: { create: { township, lines: 1, fen: 30000n } },
      files: {
        create: { id, ...file, format: 'cardPlatform', bank: '', size: 1, lines: 1, fen: 30000n, createdAt: at },
      },
      returns: {
        create: {
          id: returnId,
          ...file,
          receivedAt: at,
          applied: 0,
          repeated: 0,
          unknown: 1,
          rows: { create: { row: 1, result: 'paid', outcome: 'unknown' } },
        },
      },
      payments: {
        create: {
          caseId,
          county,
          township,
          programme: 'dibao',
          month: '2022-08',
          kind: 'regular',
          fen: 30000n,
          applicantName: '赵甲',
          memberCount: 1,
          accountId: id,
          changedAt: at,
          holds: { create: { reason: 'accountMissing', raisedAt: at, role: 'townshipClerk' } },
          reissues: { create: { ground: 'accountCorrected', accountId: id, madeBy: id, madeAt: at } },
          findings: {
            create: { id, runId, caseId, township, kind: 'paidTwice', returnId, row: 1, fen: 30000n, foundAt: at },
          },
          shares: { create: { personId: id, fen: 30000n } },
        },
      },
    },
  });
  await fileHandAnswer(tx, runId, id, county);
};
