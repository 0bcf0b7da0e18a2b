import { Client, Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { engine as names } from '../domain/lifecycle/engine';

const WORKFLOW_QUEUE = 1;
const PATIENCE_MS = 3_000;

/** Temporal as the API sees it. */
export interface Engine {
  readonly client: Client;
  /** Whether the server answers, and how many workers poll for cases. */
  health(): Promise<{ readonly reachable: boolean; readonly workers: number }>;
  close(): Promise<void>;
}

export interface EngineAddress {
  readonly address: string;
  readonly namespace: string;
  /** The codec that encrypts payloads; the worker has the same. */
  readonly dataConverter?: DataConverter;
}

/** Connects on first use, so that the API starts and says what is wrong while the engine is away. */
export const connectEngine = ({ address, namespace, dataConverter }: EngineAddress): Engine => {
  const connection = Connection.lazy({ address });
  const client = new Client({ connection, namespace, ...(dataConverter ? { dataConverter } : {}) });
  return {
    client,
    async health() {
      const { pollers } = await connection.withDeadline(Date.now() + PATIENCE_MS, () =>
        connection.workflowService.describeTaskQueue({
          namespace,
          taskQueue: { name: names.taskQueue },
          taskQueueType: WORKFLOW_QUEUE,
        }),
      );
      return { reachable: true, workers: pollers?.length ?? 0 };
    },
    close: () => connection.close(),
  };
};
