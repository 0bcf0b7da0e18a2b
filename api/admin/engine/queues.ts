import type { Engine } from '../../engine';

const PATIENCE_MS = 3_000;
const kinds = { workflow: 1, activity: 2 } as const;

export interface QueueHealth {
  readonly kind: keyof typeof kinds;
  readonly pollers: { readonly identity: string; readonly lastSeenAt: string | null }[];
  readonly backlog: number;
  readonly backlogAgeMs: number;
}

const ms = (time: { readonly seconds?: unknown; readonly nanos?: number | null } | null | undefined): number =>
  Number(time?.seconds ?? 0) * 1000 + Math.floor((time?.nanos ?? 0) / 1_000_000);

/** Who polls for cases and how far behind they are; undefined when the engine does not answer. */
export const queueHealth = async ({ client, taskQueue }: Engine): Promise<QueueHealth[] | undefined> => {
  const ask = async (kind: keyof typeof kinds): Promise<QueueHealth> => {
    const { pollers, stats } = await client.workflowService.describeTaskQueue({
      namespace: client.options.namespace,
      taskQueue: { name: taskQueue },
      taskQueueType: kinds[kind],
      reportStats: true,
    });
    return {
      kind,
      pollers: (pollers ?? []).map(({ identity, lastAccessTime }) => ({
        identity: identity ?? '',
        lastSeenAt: lastAccessTime ? new Date(ms(lastAccessTime)).toISOString() : null,
      })),
      backlog: Number(stats?.approximateBacklogCount ?? 0),
      backlogAgeMs: ms(stats?.approximateBacklogAge),
    };
  };
  try {
    return await client.withDeadline(Date.now() + PATIENCE_MS, () => Promise.all([ask('workflow'), ask('activity')]));
  } catch {
    return undefined;
  }
};
