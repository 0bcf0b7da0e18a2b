import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createActivities } from '../../activities/create-activities';
import { engine } from '../../domain/lifecycle/engine';
import { createDataConverter } from '../../store/engine/data-converter';
import type { Store } from '../../store/client';
import { createRulebook } from '../../store/rulebook';
import { testKeyRing } from './key-ring';
import { builtWorkflows } from './time-skipping';
import { testFiles } from './test-files';

const attributes = { CaseStage: 2, Division: 2, Programme: 2, NextDeadline: 6 } as const;
const A_DAY = { seconds: 86_400 as never, nanos: 0 };

/** A namespace of the test's own on the development server: case ids that are the same in every run never meet. */
export interface DevEngine {
  readonly client: Client;
  readonly namespace: string;
  readonly taskQueue: string;
  /** The product's worker on a database. Ends with `close`. */
  work(store: Store): Promise<void>;
  close(): Promise<void>;
}

/** A new namespace that knows the search attributes of cases. */
export const register = async (connection: Connection, namespace: string): Promise<void> => {
  await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: A_DAY });
  for (;;) {
    try {
      await connection.operatorService.addSearchAttributes({ namespace, searchAttributes: attributes });
      return;
    } catch (error) {
      if (!String(error).includes('not found')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
};

/** The SDK's own log, once for the process. */
const quiet = ((): (() => void) => {
  let done = false;
  return () => {
    if (!done) Runtime.install({ logger: new DefaultLogger('ERROR') });
    done = true;
  };
})();

export const devEngine = async (): Promise<DevEngine> => {
  quiet();
  const address = process.env['TEST_TEMPORAL_ADDRESS'] ?? '';
  const namespace = `test-${randomUUID()}`;
  const dataConverter = createDataConverter(testKeyRing().payloads);
  const [connection, native] = await Promise.all([
    Connection.connect({ address }),
    NativeConnection.connect({ address }),
  ]);
  await register(connection, namespace);
  const client = new Client({ connection, namespace, dataConverter });
  const running: { readonly worker: Worker; readonly done: Promise<void> }[] = [];
  return {
    client,
    namespace,
    taskQueue: engine.taskQueue,
    work: async (store) => {
      const worker = await Worker.create({
        connection: native,
        namespace,
        taskQueue: engine.taskQueue,
        workflowBundle: builtWorkflows(),
        activities: createActivities({ store, rulebook: createRulebook(), files: testFiles(store) }),
        dataConverter,
      });
      running.push({ worker, done: worker.run() });
    },
    close: async () => {
      for (const { worker, done } of running) {
        worker.shutdown();
        await done;
      }
      await connection.close();
      await native.close();
    },
  };
};
