import type { Prisma } from '../../generated/prisma/client';
import type { CivilDate } from '../../domain/civil-date';
import { newId } from '../uuid';

/** Lets a division see the case from a day on; row-level security reads these rows. */
export const newScope = async (
  tx: Prisma.TransactionClient,
  caseId: string,
  division: string,
  validFrom: CivilDate,
): Promise<void> => {
  await tx.caseScope.create({ data: { id: newId(), caseId, division, validFrom } });
};
