import { createAdvanceUplift, type UpliftAdvance } from '../../activities/uplift/advance';
import { startOfDay, type CivilDate } from '../../domain/civil-date';
import type { Store } from '../../store/client';
import { createRulebook } from '../../store/rulebook';
import { newId } from '../../store/uuid';
import { staffId } from '../support/case-world';

export const MAKER = staffId('countyApprover', 1);
const CHECKER = staffId('countyApprover', 2);

/** A run as the API makes it, without its wake-up. */
export const makeRun = async ({ prisma }: Store, division: string, effectiveFrom: CivilDate): Promise<string> => {
  const id = newId();
  const data = { id, division, effectiveFrom, state: 'reckoning', seed: `${division}/${effectiveFrom}`, madeBy: MAKER };
  await prisma.upliftRun.create({ data: { ...data, createdAt: new Date(startOfDay(effectiveFrom)) } });
  return id;
};

export const approve = ({ prisma }: Store, runId: string) =>
  prisma.upliftRun.update({
    where: { id: runId },
    data: { state: 'approved', approvedBy: CHECKER, approvedAt: new Date() },
  });

/** Calls again as the workflow does, until the run waits or has nothing to do. */
export const advance = async (store: Store, runId: string, at: number): Promise<UpliftAdvance> => {
  const step = createAdvanceUplift({ store, rulebook: createRulebook() });
  for (;;) {
    const answer = await step(runId, at);
    if (answer.next !== 'again') return answer;
  }
};

export const runOf = ({ prisma }: Store, id: string) => prisma.upliftRun.findUniqueOrThrow({ where: { id } });

/** Class and state of every case of a run. */
export const resultsOf = async ({ prisma }: Store, runId: string) =>
  new Map((await prisma.upliftResult.findMany({ where: { runId } })).map((row) => [row.caseId, row]));
