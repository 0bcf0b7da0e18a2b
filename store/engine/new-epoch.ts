import type { Prisma } from '../../generated/prisma/client';
import { AppError } from '../../domain/errors';
import { isFinished, type CaseState } from '../../domain/lifecycle/state';
import { lockCase, stateOf } from '../cases/load';

/**
 * Raises the epoch in row and snapshot, and answers the state that a new run starts from. From here on the old run is
 * fenced off: whatever it still tries is refused. @throws AppError caseUnknown, caseClosed
 */
export const newEpoch = async (tx: Prisma.TransactionClient, caseId: string, at: Date): Promise<CaseState> => {
  const row = await lockCase(tx, caseId);
  const held = stateOf(row);
  if (isFinished(held)) throw new AppError('caseClosed', '案件已结案,流程已结束,不需要修复');
  const state: CaseState = { ...held, epoch: row.epoch + 1 };
  await tx.case.update({
    where: { id: caseId },
    data: {
      epoch: state.epoch,
      snapshot: state as unknown as Prisma.InputJsonValue,
      engineStartedAt: row.engineStartedAt ?? at,
    },
    select: { id: true },
  });
  return state;
};
