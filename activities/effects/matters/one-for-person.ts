import { AppError } from '../../../domain/errors';
import type { MatterKind } from '../../../domain/lifecycle/matters';
import type { StepContext } from '../../steps/context';

/** @throws AppError matterNotAllowed where a matter of this kind is open for the person */
export const oneForPerson = async (
  { tx, row }: StepContext,
  kind: MatterKind,
  personId: string,
  says: string,
): Promise<void> => {
  const open = await tx.matter.count({ where: { caseId: row.id, kind, personId, closedAt: null } });
  if (open > 0) throw new AppError('matterNotAllowed', says);
};
