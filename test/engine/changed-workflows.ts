import { sleep } from '@temporalio/workflow';
import { caseWorkflow as real } from '../../workflows/case-workflow';

/** The case workflow with a timer in front of it: a change that no running case could follow. */
export async function caseWorkflow(...given: Parameters<typeof real>): Promise<void> {
  await sleep(1_000);
  await real(...given);
}
