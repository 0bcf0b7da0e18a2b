import type { PersonOf } from '../../cases/application/file';
import type { Tx } from '../../deps';

/** The papers of a draft become those of its case, with the same ids and files; a member's go to the person. */
export const handOver = async (tx: Tx, draftId: string, caseId: string, personOf: PersonOf): Promise<void> => {
  const papers = await tx.draftDocument.findMany({ where: { draftId } });
  await tx.document.createMany({
    data: papers.map(({ draftId: _draft, division: _division, memberRef, ...paper }) => ({
      ...paper,
      caseId,
      personId: (memberRef && personOf.get(memberRef)) ?? null,
    })),
  });
  await tx.draftDocument.deleteMany({ where: { draftId } });
};
