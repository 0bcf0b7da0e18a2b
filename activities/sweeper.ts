import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import { initialState, type CaseState } from '../domain/lifecycle/state';
import { createBell, type Bell } from '../store/bell';
import type { Store } from '../store/client';
import { civilDateAt } from '../domain/civil-date';
import { deliverCommands } from './deliver';
import { useArrivals } from './funds/redraw';
import { noticeKinds, tellHouseholds } from './payment-notices/drain';
import { createReckoner } from './reckoner';
import type { StepDeps } from './steps/apply-step';
import { runKinds, wakeRuns } from './wake-runs';
import { startCaseWorkflow } from '../store/engine/start-case';

const BATCH = 50;
const IDLE_MS = 2_000;
const SOON_MS = 200;
/** Mass starts wait while the engine is this far behind, so that officers never wait behind them (design.md §3). */
const BACKLOG_LIMIT_MS = 2_000;

export interface SweeperDeps extends StepDeps {
  readonly client: Client;
  readonly taskQueue: string;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** Empty where the office has no gateway. */
  readonly smsGatewayUrl: string;
  /** Between two looks where nothing is heard; two seconds unless it says otherwise. */
  readonly idleMs?: number;
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

interface Sweep {
  /** Kinds of the outbox that it does; it looks as soon as one comes in. */
  readonly kinds: readonly string[];
  readonly work: () => Promise<unknown>;
  /** Answered by `work` where more waits, which is looked for soon. */
  readonly full?: number;
}

/** Each goes by itself: whoever waits for a run does not wait until a county's households have been told. */
const sweepsOf = (deps: SweeperDeps): readonly Sweep[] => [
  { kinds: runKinds, work: () => wakeRuns(deps) },
  { kinds: ['command'], work: () => deliverCommands(deps) },
  { kinds: ['fund-arrival'], work: () => useArrivals(deps, civilDateAt(Date.now())) },
  { kinds: noticeKinds, work: () => tellHouseholds(deps) },
  { kinds: [], work: createReckoner(deps) },
  { kinds: [], work: () => sweepOnce(deps), full: BATCH },
];

/** Looks again and again: at once when work is told of, and after a pause in any case. */
const keepLooking = async (
  { logger, signal, idleMs = IDLE_MS }: SweeperDeps,
  { work, full }: Sweep,
  bell: Bell,
): Promise<void> => {
  while (!signal.aborted) {
    const found = await work().catch((error: unknown) => {
      logger.warn({ err: error }, 'sweep failed, trying again');
    });
    await bell.wait(found !== undefined && found === full ? SOON_MS : idleMs, signal);
  }
};

export const runSweeper = async (deps: SweeperDeps): Promise<void> => {
  const sweeps = sweepsOf(deps).map((sweep) => ({ sweep, bell: createBell() }));
  const stop = deps.store.listenForWork({
    onMessage: (kind) => sweeps.filter(({ sweep }) => sweep.kinds.includes(kind)).forEach(({ bell }) => bell.ring()),
    onGap: () => sweeps.forEach(({ bell }) => bell.ring()),
  });
  await Promise.all(sweeps.map(({ sweep, bell }) => keepLooking(deps, sweep, bell)));
  await stop();
};
