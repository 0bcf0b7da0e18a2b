import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { Worker } from '@temporalio/worker';
import { createCaseWorld, type CaseWorld } from './case-world';
import { settledBy } from './settled';
import { builtWorkflows, testWorker, timeSkippingServer } from './time-skipping';

/** A case world on a time-skipping server, with a worker that runs until `close`. */
export interface LiveWorld extends CaseWorld {
  readonly env: TestWorkflowEnvironment;
  /** Lets time pass with nobody touching anything. */
  until(instant: number): Promise<void>;
}

export const liveWorld = async (options: Parameters<typeof createCaseWorld>[2] = {}): Promise<LiveWorld> => {
  const env = await timeSkippingServer();
  const bundle = builtWorkflows();
  const engine = {
    client: env.client,
    now: () => env.currentTimeMs(),
    createWorker: (code: typeof bundle, taskQueue: string, activities: object, more?: object): Promise<Worker> =>
      testWorker(env, code, taskQueue, activities, more),
  };
  const world = await createCaseWorld(engine, bundle, options);
  const worker = await world.worker();
  const running = worker.run();
  return {
    ...world,
    env,
    until: async (instant) => {
      const left = instant - (await env.currentTimeMs());
      if (left > 0) await env.sleep(left);
      await settledBy(world.store, instant);
    },
    close: async () => {
      worker.shutdown();
      await running;
      await world.close();
      await env.teardown();
    },
  };
};
