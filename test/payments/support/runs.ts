import { advanceRun } from '../../../activities/payments/advance';
import { openMonthlyRuns } from '../../../activities/payments/open-runs';
import { startOfDay } from '../../../domain/civil-date';
import type { RunActor, RunInput } from '../../../domain/payments/act';
import type { RunAction } from '../../../domain/payments/run';
import { takeRunAction } from '../../../store/payments/act';
import { decideHold, type HoldDecision } from '../../../store/payments/holds';
import { createRulebook } from '../../../store/rulebook';
import { sqlOf } from '../../../store/sql';
import type { OpenedStores } from '../../store/support/store';
import { testFiles } from '../../support/test-files';
import { staffOf } from './staff';

export const COUNTY = '530581';
export const [ONE, TWO] = ['530581001', '530581002'] as const;
export const people = {
  one: staffOf('townshipApprover', ONE),
  two: staffOf('townshipApprover', TWO),
  reviewer: staffOf('countyReviewer', COUNTY),
  approver: staffOf('countyApprover', COUNTY),
  maker: staffOf('financeMaker', COUNTY),
  checker: staffOf('financeChecker', COUNTY),
};

/** Runs as people and the engine move them, on a day that the test sets; people act as the operation does, in their scope. */
export const workRuns = (stores: OpenedStores, today = '2026-09-02') => {
  let day = today;
  const at = (): Date => new Date(startOfDay(day) + 10 * 3_600_000);
  const deps = { store: stores.worker, rulebook: createRulebook(), files: testFiles(stores.worker) };
  const run = (runId: string) => stores.worker.prisma.paymentRun.findUniqueOrThrow({ where: { id: runId } });
  const advance = (runId: string) => advanceRun(deps, runId, at().getTime());
  const act = async (runId: string, action: RunAction, actor: RunActor, input: Partial<RunInput> = {}) => {
    const { version } = await run(runId);
    const acted = await stores.api.withScope(actor, (tx) =>
      takeRunAction(sqlOf(tx), runId, action, actor, { expectedVersion: version, ...input }, at()),
    );
    await advance(runId);
    return acted;
  };
  /** Opens what is due and draws it, the earliest month first; answers the run of the month. */
  const draw = async (month: string): Promise<string> => {
    await openMonthlyRuns(deps, `${month}-01`);
    const found = await stores.worker.prisma.paymentRun.findFirstOrThrow({
      where: { month },
      orderBy: { seq: 'desc' },
    });
    await advance(found.id);
    return found.id;
  };
  const toReleased = async (runId: string): Promise<void> => {
    for (const { township } of await stores.worker.prisma.paymentTownship.findMany({ where: { runId } }))
      await act(runId, 'confirm', staffOf('townshipApprover', township));
    await act(runId, 'submit', people.reviewer);
    await act(runId, 'check', people.approver);
    await act(runId, 'prepare', people.maker);
    await act(runId, 'release', people.checker);
  };
  return {
    deps,
    run,
    advance,
    act,
    draw,
    toReleased,
    at,
    setDay: (next: string) => (day = next),
    decide: (lineId: bigint, decision: HoldDecision, actor: RunActor = people.reviewer) =>
      stores.api.withScope(actor, (tx) => decideHold(sqlOf(tx), String(lineId), decision, actor, at())),
    lines: (runId: string) => stores.worker.prisma.paymentLine.findMany({ where: { runId }, orderBy: { id: 'asc' } }),
    lineOf: (runId: string, caseId: string) =>
      stores.worker.prisma.paymentLine.findFirstOrThrow({
        where: { runId, caseId, state: { not: 'cancelled' } },
        orderBy: { id: 'desc' },
      }),
    openTasks: () =>
      stores.worker.prisma.workItem.count({ where: { doneAt: null, owner: { startsWith: 'payment/' } } }),
  };
};
