import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(__dirname, '../..');
/** As the build made it; global set-up sees to it that it is that of the sources. */
export const built = (file: string): string => join(root, 'dist', file);
/** The process that hands out the pages; it needs no building. */
export const deskFile = join(root, 'web/server.mjs');

interface Started {
  readonly path: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** One of the product's processes; resolves when it says that it is ready. */
export const startChild = async ({ path, args = [], env = {} }: Started): Promise<ChildProcess> => {
  const child = fork(path, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(() => true);
  const ready = once(child, 'message').then(() => false);
  if (await Promise.race([ready, ended])) throw new Error(`${path} ended before it was ready (${child.exitCode})`);
  return child;
};

/** The channel's end is the product's own sign to stop. */
export const endChild = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
};
