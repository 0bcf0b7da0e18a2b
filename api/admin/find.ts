import { z } from 'zod';
import { AppError } from '../../domain/errors';
import type { Tx } from '../deps';
import { id } from '../fields';

export const workflowParams = z.strictObject({ caseId: id('案件') });
export const exampleCaseId = '5f0f6a3e-6d0a-5b7e-9c1d-0a4b8e2f7c10';

/** What an administrator sees of a case: numbers, codes and instants, and nobody's name. @throws AppError notFound */
export const caseForEngine = async (tx: Tx, caseId: string) => {
  const row = await tx.case.findUnique({
    where: { id: caseId },
    select: {
      id: true,
      number: true,
      programme: true,
      division: true,
      stage: true,
      sequence: true,
      epoch: true,
      clock: true,
      snapshot: true,
      submittedAt: true,
      engineStartedAt: true,
      nextDueAt: true,
      closedAt: true,
    },
  });
  if (!row) throw new AppError('notFound', '没有找到这个案件,可能不在您的辖区内');
  return row;
};
