import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { keyRingText } from './key-ring';

/** The product's worker as a process of its own, which can be killed without warning. */
export interface WorkerProcess {
  kill(): Promise<void>;
}

export interface WorkerPlace {
  readonly databaseUrl: string;
  readonly namespace: string;
}

/** Resolves as soon as the worker takes work. */
export const forkWorker = async ({ databaseUrl, namespace }: WorkerPlace): Promise<WorkerProcess> => {
  const child = fork(join(__dirname, '../../activities/worker.ts'), {
    execArgv: ['--require', join(__dirname, 'typescript.cjs')],
    env: {
      ...process.env,
      DATABASE_URL_WORKER: databaseUrl,
      TEMPORAL_ADDRESS: process.env['TEST_TEMPORAL_ADDRESS'],
      TEMPORAL_NAMESPACE: namespace,
      KEY_RING: keyRingText(),
      LOG_LEVEL: 'fatal',
    },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const gone = once(child, 'exit');
  const ready = once(child, 'message');
  const ended = await Promise.race([ready.then(() => false), gone.then(() => true)]);
  if (ended) throw new Error(`the worker ended with ${child.exitCode ?? child.signalCode} before it was ready`);
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
};
