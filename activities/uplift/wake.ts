import type { Client } from '@temporalio/client';
import type { Store } from '../../store/client';

const BATCH = 20;

/** Hands uplifts that people or the calendar moved to their workflows; starts the workflow where none runs. */
export const wakeUplifts = async ({
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
    where: { kind: 'uplift', doneAt: null, dueAt: { lte: new Date() } },
    orderBy: { id: 'asc' },
    take: BATCH,
  });
  for (const { id, payload } of waiting) {
    const { runId } = payload as { readonly runId: string };
    await client.workflow.signalWithStart('upliftWorkflow', {
      workflowId: `uplift/${runId}`,
      taskQueue,
      args: [runId],
      signal: 'wake',
    });
    await outbox.update({ where: { id }, data: { doneAt: new Date() } });
  }
  return waiting.length;
};
