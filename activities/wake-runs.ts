import type { Client } from '@temporalio/client';
import type { Store } from '../store/client';

const BATCH = 20;

/** The workflow of each kind of run; its id is the kind and the id of the run. */
const workflows: Readonly<Record<string, string>> = {
  'payment-run': 'paymentRunWorkflow',
  uplift: 'upliftWorkflow',
};

/** Hands runs that people or the calendar moved to their workflows; starts the workflow where none runs. */
export const wakeRuns = async ({
  store,
  client,
  taskQueue,
}: {
  readonly store: Store;
  readonly client: Client;
  readonly taskQueue: string;
}): Promise<number> => {
  const { outbox } = store.prisma;
  const waiting = await outbox.findMany({
    where: { kind: { in: Object.keys(workflows) }, doneAt: null, dueAt: { lte: new Date() } },
    orderBy: { id: 'asc' },
    take: BATCH,
  });
  for (const { id, kind, payload } of waiting) {
    const { runId } = payload as { readonly runId: string };
    await client.workflow.signalWithStart(workflows[kind]!, {
      workflowId: `${kind}/${runId}`,
      taskQueue,
      args: [runId],
      signal: 'wake',
    });
    await outbox.update({ where: { id }, data: { doneAt: new Date() } });
  }
  return waiting.length;
};
