import { Client, Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import type { Command } from '../domain/lifecycle/command';
import { engine as names } from '../domain/lifecycle/engine';
import type { CaseState } from '../domain/lifecycle/state';
import { sendCommand, type Sent } from '../store/engine/send-command';
import { rebuildCaseWorkflow, startCaseWorkflow } from '../store/engine/start-case';

const WORKFLOW_QUEUE = 1;
const PATIENCE_MS = 3_000;
/** How long a person waits for a step before the answer is 202 (design.md §3). */
const STEP_PATIENCE_MS = 10_000;

/** Temporal as the API sees it. */
export interface Engine {
  readonly client: Client;
  readonly taskQueue: string;
  /** Whether the server answers, and how many workers poll for cases. */
  health(): Promise<{ readonly reachable: boolean; readonly workers: number }>;
  /** Starts the workflow of a case unless there is one. */
  start(state: CaseState): Promise<void>;
  /** A new run from this state, in place of whatever runs. */
  rebuild(state: CaseState): Promise<void>;
  /** True once the case has taken its first step. */
  settled(caseId: string): Promise<boolean>;
  /** One step; `running` after ten seconds. @throws AppError of the rules, engineUnavailable */
  act(caseId: string, command: Command): Promise<Sent>;
  close(): Promise<void>;
}

export interface EngineAddress {
  readonly address: string;
  readonly namespace: string;
  /** The codec that encrypts payloads; the worker has the same. */
  readonly dataConverter?: DataConverter;
  readonly taskQueue?: string;
  readonly stepPatienceMs?: number;
}

/** About a second of tries: a person waits for the answer, and a command can always be sent again. */
const briefRetries = () => makeGrpcRetryInterceptor(defaultGrpcRetryOptions({ maxAttempts: 4 }));

/** Connects on first use, so that the API starts and says what is wrong while the engine is away. */
export const connectEngine = (where: EngineAddress): Engine => {
  const { address, namespace, dataConverter, taskQueue = names.taskQueue, stepPatienceMs = STEP_PATIENCE_MS } = where;
  const connection = Connection.lazy({ address, connectTimeout: PATIENCE_MS, interceptors: [briefRetries()] });
  const client = new Client({ connection, namespace, ...(dataConverter ? { dataConverter } : {}) });
  const handleOf = (caseId: string) => client.workflow.getHandle(names.workflowId(caseId));
  return {
    client,
    taskQueue,
    async health() {
      const { pollers } = await connection.withDeadline(Date.now() + PATIENCE_MS, () =>
        connection.workflowService.describeTaskQueue({
          namespace,
          taskQueue: { name: taskQueue },
          taskQueueType: WORKFLOW_QUEUE,
        }),
      );
      return { reachable: true, workers: pollers?.length ?? 0 };
    },
    start: (state) =>
      connection.withDeadline(Date.now() + PATIENCE_MS, () => startCaseWorkflow(client, state, taskQueue)),
    rebuild: (state) =>
      connection.withDeadline(Date.now() + PATIENCE_MS, () => rebuildCaseWorkflow(client, state, taskQueue)),
    settled: (caseId) =>
      connection
        .withDeadline(Date.now() + stepPatienceMs, () => handleOf(caseId).executeUpdate(names.updates.settled))
        .then(
          () => true,
          () => false,
        ),
    act: (caseId, command) => sendCommand(client, caseId, command, stepPatienceMs),
    close: () => connection.close(),
  };
};
