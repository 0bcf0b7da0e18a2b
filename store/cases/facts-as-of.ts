import { endOfDay, type CivilDate } from '../../domain/civil-date';
import type { Fact } from '../../generated/prisma/client';
import type { FieldCipher } from '../crypto';
import type { FactContent, FactKind, OpenFact } from './facts';
import type { Tx } from './submission/types';

/** A fact with the two times it has: when it holds, and when it was known. */
export interface DatedFact extends OpenFact {
  readonly evidenceId: string | null;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly supersededAt: Date | null;
}

export const dated = (cipher: FieldCipher, fact: Fact): DatedFact => ({
  id: fact.id,
  kind: fact.kind as FactKind,
  personId: fact.personId,
  content: cipher.openJson('fact', 'content_enc', fact.id, fact.contentEnc) as FactContent[FactKind],
  evidenceId: fact.evidenceId,
  validFrom: fact.validFrom,
  validTo: fact.validTo,
  recordedAt: fact.recordedAt,
  recordedBy: fact.recordedBy,
  supersededAt: fact.supersededAt,
});

export interface WhichFacts {
  readonly caseId: string;
  /** Facts that hold on this day; all where absent. */
  readonly asOf?: CivilDate | undefined;
  /** As the file stood at the end of this day; as it stands now where absent. */
  readonly knownOn?: CivilDate | undefined;
}

export const factsAsOf = async (
  tx: Tx,
  cipher: FieldCipher,
  { caseId, asOf, knownOn }: WhichFacts,
): Promise<readonly DatedFact[]> => {
  const known = knownOn === undefined ? undefined : new Date(endOfDay(knownOn));
  const facts = await tx.fact.findMany({
    where: {
      caseId,
      ...(known
        ? { recordedAt: { lt: known }, OR: [{ supersededAt: null }, { supersededAt: { gte: known } }] }
        : { supersededAt: null }),
      ...(asOf && { validFrom: { lte: asOf }, AND: [{ OR: [{ validTo: null }, { validTo: { gte: asOf } }] }] }),
    },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  });
  return facts.map((fact) => dated(cipher, fact));
};
