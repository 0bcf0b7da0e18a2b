import type { Prisma } from '../../generated/prisma/client';
import type { CaseState } from '../../domain/lifecycle/state';

/**
 * Steps that decide on money and move neither stage, matters nor limits: the database takes them by itself, for whole
 * populations, and the engine hears of them with its own next step. No case is woken for them.
 */
const quietActions = ['recordUplift'];

/** How many quiet steps of the epoch follow the state one after the other, up to a sequence. */
export const quietSteps = async (
  tx: Prisma.TransactionClient,
  { caseId, sequence, epoch }: Pick<CaseState, 'caseId' | 'sequence' | 'epoch'>,
  upTo: number,
): Promise<number> => {
  if (upTo <= sequence) return 0;
  const events = await tx.caseEvent.findMany({
    where: { caseId, epoch, sequence: { gt: sequence, lte: upTo } },
    orderBy: { sequence: 'asc' },
    select: { action: true },
  });
  const louder = events.findIndex(({ action }) => !quietActions.includes(action));
  return louder === -1 ? events.length : louder;
};

/** What the workflow will hold once it has heard of the quiet steps that the database took since. */
export const afterQuietSteps = async (
  tx: Prisma.TransactionClient,
  database: CaseState,
  workflow: CaseState,
): Promise<CaseState> => {
  if (workflow.epoch !== database.epoch || workflow.sequence >= database.sequence) return workflow;
  return { ...workflow, sequence: workflow.sequence + (await quietSteps(tx, workflow, database.sequence)) };
};
