import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import { initialState, type CaseState } from '../domain/lifecycle/state';
import type { Store } from '../store/client';
import { civilDateAt } from '../domain/civil-date';
import { deliverCommands } from './deliver';
import { useArrivals } from './funds/redraw';
import { tellHouseholds } from './payment-notices/drain';
import { createReckoner } from './reckoner';
import type { StepDeps } from './steps/apply-step';
import { wakeRuns } from './wake-runs';
import { startCaseWorkflow } from '../store/engine/start-case';
import { pause } from '../store/pause';

const BATCH = 50;
const IDLE_MS = 2_000;
/** Mass starts wait while the engine is this far behind, so that officers never wait behind them (design.md §3). */
const BACKLOG_LIMIT_MS = 2_000;

export interface SweeperDeps extends StepDeps {
  readonly client: Client;
  readonly taskQueue: string;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** Empty where the office has no gateway. */
  readonly smsGatewayUrl: string;
}

/** Age of the oldest case that has been handed to the engine and not yet taken its first step. */
const backlogAge = async (store: Store): Promise<number> => {
  const oldest = await store.prisma.case.findFirst({
    where: { engineStartedAt: { not: null }, sequence: 0 },
    orderBy: { engineStartedAt: 'asc' },
    select: { engineStartedAt: true },
  });
  return oldest?.engineStartedAt ? Date.now() - oldest.engineStartedAt.getTime() : 0;
};

/** Starts what was accepted and has no workflow yet. Nothing is ever accepted and forgotten. */
export const sweepOnce = async ({
  store,
  client,
  taskQueue,
  logger,
}: Pick<SweeperDeps, 'store' | 'client' | 'taskQueue' | 'logger'>): Promise<number> => {
  if ((await backlogAge(store)) > BACKLOG_LIMIT_MS) return 0;
  const waiting = await store.prisma.case.findMany({
    where: { engineStartedAt: null },
    orderBy: { submittedAt: 'asc' },
    take: BATCH,
    select: { id: true, programme: true, division: true, clock: true, sequence: true, snapshot: true },
  });
  for (const row of waiting) {
    const state =
      row.sequence > 0
        ? (row.snapshot as unknown as CaseState)
        : initialState(row.id, row.programme, row.division, row.clock as CaseState['clock']);
    await startCaseWorkflow(client, state, taskQueue);
    await store.prisma.case.update({ where: { id: row.id }, data: { engineStartedAt: new Date() } });
    logger.debug({ caseId: row.id }, 'case handed to the engine');
  }
  return waiting.length;
};

export const runSweeper = async (deps: SweeperDeps): Promise<void> => {
  const reckon = createReckoner(deps);
  const sweep = async (): Promise<number> => {
    await reckon();
    await deliverCommands(deps);
    await useArrivals(deps, civilDateAt(Date.now()));
    await wakeRuns(deps);
    await tellHouseholds(deps);
    return sweepOnce(deps);
  };
  while (!deps.signal.aborted) {
    const started = await sweep().catch((error: unknown) => {
      deps.logger.warn({ err: error }, 'sweep failed, trying again');
      return 0;
    });
    await pause(started === BATCH ? 200 : IDLE_MS, deps.signal);
  }
};
