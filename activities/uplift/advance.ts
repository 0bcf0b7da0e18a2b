import { setTimeout as pause } from 'node:timers/promises';
import { startOfDay } from '../../domain/civil-date';
import type { UpliftState } from '../../domain/uplift/run';
import { askClient } from '../../store/uplift/ask';
import { lockUplift, moveUplift, rulesHashOf } from '../../store/uplift/run';
import type { StepDeps } from '../steps/apply-step';
import { keepAnswerer } from './answerer';
import { applyBatch } from './applying';
import { reckonBatch } from './reckoning';
import { createReckonSlice, type ReckonSlice } from './slice';

/** What the workflow of an uplift does next: look again at once, wait until an instant, or end until it is woken. */
export interface UpliftAdvance {
  readonly next: 'again' | 'wait' | 'done';
  readonly until?: number;
}

/** As long as one call works; then the workflow notes it and calls again. */
const BUDGET_MS = 5_000;
const BUSY_MS = 1_000;

type Station = (runId: string, at: number) => Promise<UpliftAdvance>;

const whileTime = async (batch: () => Promise<UpliftAdvance['next'] | 'rest'>): Promise<UpliftAdvance> => {
  const end = Date.now() + BUDGET_MS;
  for (;;) {
    const begun = Date.now();
    const next = await batch();
    if (next === 'wait') return { next, until: Date.now() + BUSY_MS };
    if (next === 'done') return { next: 'again' };
    // As much rest as work: officers' own steps come in between.
    if (next === 'rest') await pause(Date.now() - begun);
    if (Date.now() >= end) return { next: 'again' };
  }
};

const ends = { more: 'rest', busy: 'wait', over: 'done' } as const;

/** On the day, and by the rules that were checked; other rules need another look. */
const begin = (deps: StepDeps, runId: string, at: number): Promise<UpliftAdvance> =>
  deps.store.withScopedClient(undefined, async (client): Promise<UpliftAdvance> => {
    const ask = askClient(client);
    const run = await lockUplift(ask, runId);
    if (run?.state !== 'approved') return { next: 'again' };
    const start = startOfDay(run.effectiveFrom);
    if (at < start) return { next: 'wait', until: start };
    const parameters = await deps.store.prisma.$transaction((tx) => deps.rulebook.parameters(tx));
    if (rulesHashOf(parameters, run.division, run.effectiveFrom) === run.rulesHash) {
      await moveUplift(ask, runId, 'applying');
      return { next: 'again' };
    }
    await ask('update uplift_run set approved_by = null, approved_at = null where id = $1::uuid', [runId]);
    await moveUplift(ask, runId, 'reviewing', '批准之后标准或参数有变化,请作废本次试算,重新试算后批准');
    return { next: 'done' };
  });

/**
 * Answers the activity that takes an uplift from dry run to the last household; it keeps nothing but rule books.
 * `aside`: where a population of more than a slice is reckoned; on this thread where nothing is said.
 */
export const createAdvanceUplift = (deps: StepDeps, aside?: ReckonSlice) => {
  const here = createReckonSlice(deps);
  const reckoners = { here, aside: aside ?? here };
  const answererOf = keepAnswerer();
  const stations: Partial<Readonly<Record<UpliftState, Station>>> = {
    reckoning: (runId, at) =>
      whileTime(async () => ((await reckonBatch(deps, reckoners, runId, new Date(at))) ? 'again' : 'done')),
    approved: (runId, at) => begin(deps, runId, at),
    applying: (runId, at) => whileTime(async () => ends[await applyBatch(deps, answererOf, runId, at)]),
  };
  return async (runId: string, at: number): Promise<UpliftAdvance> => {
    const run = await deps.store.prisma.upliftRun.findUnique({ where: { id: runId }, select: { state: true } });
    const station = stations[(run?.state ?? 'cancelled') as UpliftState];
    return station ? station(runId, at) : { next: 'done' };
  };
};
