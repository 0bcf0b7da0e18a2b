import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(__dirname, '../..');

interface Started {
  readonly file: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** One of the product's processes, run from its sources; resolves when it says that it is ready. */
export const startChild = async ({ file, args = [], env = {} }: Started): Promise<ChildProcess> => {
  const child = fork(join(root, file), args, {
    execArgv: ['--require', join(__dirname, 'typescript.cjs')],
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(() => true);
  const ready = once(child, 'message').then(() => false);
  if (await Promise.race([ready, ended])) throw new Error(`${file} ended before it was ready (${child.exitCode})`);
  return child;
};

/** The channel's end is the product's own sign to stop. */
export const endChild = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
};
