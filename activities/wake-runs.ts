import type { Client } from '@temporalio/client';
import type { Store } from '../store/client';

const BATCH = 200;

/** The workflow of each kind of run; its id is the kind and the id of the run. */
const workflows: Readonly<Record<string, string>> = {
  'payment-run': 'paymentRunWorkflow',
  uplift: 'upliftWorkflow',
};
export const runKinds = Object.keys(workflows);

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
    where: { kind: { in: runKinds }, doneAt: null, dueAt: { lte: new Date() } },
    orderBy: { id: 'asc' },
    take: BATCH,
  });
  const entries = waiting.map(({ id, kind, payload }) => ({ id, kind, ...(payload as { readonly runId: string }) }));
  // A run that was moved several times is told once.
  const runs = new Map(entries.map(({ kind, runId }) => [`${kind}/${runId}`, { kind, runId }]));
  for (const [workflowId, { kind, runId }] of runs) {
    await client.workflow.signalWithStart(workflows[kind]!, { workflowId, taskQueue, args: [runId], signal: 'wake' });
    const told = entries.filter((entry) => entry.kind === kind && entry.runId === runId).map(({ id }) => id);
    await outbox.updateMany({ where: { id: { in: told } }, data: { doneAt: new Date() } });
  }
  return waiting.length;
};
