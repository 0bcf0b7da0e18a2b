import { condition, continueAsNew, defineSignal, proxyActivities, setHandler } from '@temporalio/workflow';

interface UpliftAdvance {
  readonly next: 'again' | 'wait' | 'done';
  readonly until?: number;
}

interface UpliftActivities {
  advanceUplift(runId: string, at: number): Promise<UpliftAdvance>;
}

/** A call works for some seconds, batch by batch, each a transaction of its own. */
const { advanceUplift } = proxyActivities<UpliftActivities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '1s', maximumInterval: '1 minute' },
});

const STEPS_A_RUN = 500;

export const wakeUplift = defineSignal('wake');

/**
 * Takes an uplift from dry run to the last household; it holds the id alone. Between what the system does and what people
 * decide it ends; their step wakes it again.
 */
export async function upliftWorkflow(runId: string): Promise<void> {
  let woken = 0;
  setHandler(wakeUplift, () => void (woken += 1));
  for (let step = 0; step < STEPS_A_RUN; step += 1) {
    const seen = woken;
    const { next, until } = await advanceUplift(runId, Date.now());
    if (next === 'done' && woken === seen) return;
    if (next === 'wait') await condition(() => woken !== seen, Math.max(1_000, (until ?? 0) - Date.now()));
  }
  await continueAsNew<typeof upliftWorkflow>(runId);
}
