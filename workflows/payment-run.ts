import { condition, continueAsNew, defineSignal, proxyActivities, setHandler } from '@temporalio/workflow';

interface Advance {
  readonly next: 'again' | 'wait' | 'done';
  readonly until?: number;
}

interface PaymentActivities {
  advanceRun(runId: string, at: number): Promise<Advance>;
}

/** Each step is one transaction that may move a whole county: given time, and a long breath where the database is away. */
const { advanceRun } = proxyActivities<PaymentActivities>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '1s', maximumInterval: '1 minute' },
});

const STEPS_A_RUN = 500;

export const wakeRun = defineSignal('wake');

/** Takes a payment run from list to settlement; it holds the id alone. People's steps are in the database and wake it. */
export async function paymentRunWorkflow(runId: string): Promise<void> {
  let woken = 0;
  setHandler(wakeRun, () => void (woken += 1));
  for (let step = 0; step < STEPS_A_RUN; step += 1) {
    const seen = woken;
    const { next, until } = await advanceRun(runId, Date.now());
    if (next === 'done') return;
    if (next === 'wait') await condition(() => woken !== seen, Math.max(1_000, (until ?? 0) - Date.now()));
  }
  await continueAsNew<typeof paymentRunWorkflow>(runId);
}
