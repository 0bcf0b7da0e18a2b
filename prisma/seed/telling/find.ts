import type { Prisma } from '../../../generated/prisma/client';
import { uuidOf } from '../../../store/uuid';
import type { SeedDeps } from './deps';
import type { Finding } from './story';

export const isFinding = (step: object): step is Finding => 'fact' in step;

const sealed = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

/** What is found replaces what was known of the person under this kind; found twice, it stays as it is. */
export const recordFinding = async (
  { store, days }: SeedDeps,
  caseId: string,
  finding: Finding,
  step: number,
  personId: string,
): Promise<void> => {
  const id = uuidOf(caseId, 'finding', step);
  if (await store.prisma.fact.findUnique({ where: { id }, select: { id: true } })) return;
  const at = new Date(days.instant(finding.on, step));
  await store.prisma.$transaction(async (tx: Prisma.TransactionClient) => {
    const { householdId } = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { householdId: true } });
    await tx.fact.updateMany({
      where: { caseId, kind: finding.fact, personId, supersededAt: null },
      data: { supersededAt: at },
    });
    const content = { ...finding.content, ...('member' in finding.content && { member: personId }) };
    const contentEnc = sealed(store.cipher.sealJson('fact', 'content_enc', id, content));
    await tx.fact.create({
      data: {
        id,
        caseId,
        householdId,
        personId,
        kind: finding.fact,
        contentEnc,
        validFrom: finding.on,
        recordedAt: at,
      },
    });
  });
};
