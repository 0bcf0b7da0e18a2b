import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built } from './child';
import { keyRingText } from './key-ring';

/** The product's worker as a process of its own, which can be killed without warning. */
export interface WorkerProcess {
  kill(): Promise<void>;
}

export interface WorkerPlace {
  readonly databaseUrl: string;
  readonly namespace: string;
}

/** Of what the worker said, for the message when it does not start. */
const KEPT = 2_000;

/** Resolves as soon as the worker takes work. */
export const forkWorker = async ({ databaseUrl, namespace }: WorkerPlace): Promise<WorkerProcess> => {
  const directory = mkdtempSync(join(tmpdir(), 'doudi-worker-'));
  const child = fork(built('activities/worker.js'), {
    env: {
      ...process.env,
      DATABASE_URL_WORKER: databaseUrl,
      TEMPORAL_ADDRESS: process.env['TEST_TEMPORAL_ADDRESS'],
      TEMPORAL_NAMESPACE: namespace,
      KEY_RING: keyRingText(),
      DATA_DIR: directory,
      LOG_LEVEL: 'fatal',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text: Buffer) => (said = `${said}${text.toString()}`.slice(-KEPT)));
  const gone = once(child, 'exit');
  const ready = once(child, 'message');
  const ended = await Promise.race([ready.then(() => false), gone.then(() => true)]);
  if (ended) throw new Error(`the worker ended before it was ready: ${said}`);
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
      rmSync(directory, { recursive: true });
    },
  };
};
