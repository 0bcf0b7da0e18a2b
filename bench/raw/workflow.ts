import { condition, defineUpdate, proxyLocalActivities, setHandler, sleep } from '@temporalio/workflow';
import type { RawActivities } from './activities';
import { raw } from './names';

const { insertStep } = proxyLocalActivities<RawActivities>({ startToCloseTimeout: '2s' });

/** Start, four updates with one INSERT each, a timer, the end. */
export async function rawWorkflow(caseId: string): Promise<number> {
  let done = 0;
  setHandler(defineUpdate<number, []>(raw.step), async () => {
    await insertStep(caseId, done + 1);
    done += 1;
    return done;
  });
  await condition(() => done >= raw.steps);
  await sleep(raw.timerMs);
  return done;
}
