import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { engine } from '../../domain/lifecycle/engine';
import { createDataConverter } from '../../store/engine/data-converter';
import { createCaseWorld, type CaseWorld } from './case-world';
import { register } from './dev-engine';
import { testKeyRing } from './key-ring';
import { builtWorkflows } from './time-skipping';

/** A case world on the development server: real time, real continue-as-new, real histories. */
export interface DevWorld extends CaseWorld {
  readonly namespace: string;
  /** A worker that runs until it is stopped. */
  run(more?: Parameters<CaseWorld['worker']>[0]): Promise<{ stop(): Promise<void> }>;
}

/** `isolated`: a namespace of its own with the product's task queue, for worker processes as they are in production. */
export const devWorld = async ({ isolated = false }: { readonly isolated?: boolean } = {}): Promise<DevWorld> => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const address = process.env['TEST_TEMPORAL_ADDRESS'] ?? '';
  const namespace = isolated ? `test-${randomUUID()}` : 'default';
  const dataConverter = createDataConverter(testKeyRing().payloads);
  const bundle = builtWorkflows();
  const [connection, native] = await Promise.all([
    Connection.connect({ address }),
    NativeConnection.connect({ address }),
  ]);
  if (isolated) await register(connection, namespace);
  const world = await createCaseWorld(
    {
      client: new Client({ connection, namespace, dataConverter }),
      now: () => Promise.resolve(Date.now()),
      createWorker: (workflowBundle, taskQueue, activities, more) =>
        Worker.create({ connection: native, namespace, taskQueue, workflowBundle, activities, dataConverter, ...more }),
    },
    bundle,
    isolated ? { queue: engine.taskQueue } : {},
  );
  const running = new Set<() => Promise<void>>();
  return {
    ...world,
    namespace,
    run: async (more) => {
      const worker = await world.worker(more);
      const done = worker.run();
      const stop = async (): Promise<void> => {
        if (!running.delete(stop)) return;
        worker.shutdown();
        await done;
      };
      running.add(stop);
      return { stop };
    },
    close: async () => {
      await Promise.all([...running].map((stop) => stop()));
      await world.close();
      await connection.close();
      await native.close();
    },
  };
};
