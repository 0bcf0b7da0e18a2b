import { randomUUID } from 'node:crypto';
import type { Store } from '../../../store/client';

/** A decision that rests on an assessment by the rules, in which they gave the class and no officer did. */
export const decidedByRules = async ({ prisma, cipher }: Store, caseId: string, ruralClass: string): Promise<void> => {
  const id = randomUUID();
  const at = new Date('2026-07-12');
  const explained = { beneficiaries: [{ class: ruralClass }] };
  await prisma.assessment.create({
    data: {
      ...{ id, caseId, onDate: '2026-07-12', eligibility: 'wholeHousehold', monthlyFen: 30_000n, factsHash: '' },
      inputEnc: cipher.sealJson('assessment', 'input_enc', id, {}),
      resultEnc: cipher.sealJson('assessment', 'result_enc', id, { explained }),
      frozenAt: at,
    },
  });
  await prisma.decision.create({
    data: {
      ...{ id, caseId, kind: 'confirm', decidedOn: '2026-07-12', authority: 'county', division: '530581001' },
      ...{ assessmentId: id, reasons: '', createdAt: at },
    },
  });
};
