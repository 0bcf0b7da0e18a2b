import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../files.mjs';
import { writeIfChanged } from './files.mjs';

const inputs = ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'].map((file) =>
  join(root, file),
);
const stamp = 'generated/.prisma-hash';

const hashOfInputs = () =>
  inputs.reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha256')).digest('hex');

/** The Prisma client, when the schema changed. An executable is named because Prisma would else look for one online. */
export const generatePrisma = () => {
  if (!inputs.every(existsSync)) return undefined;
  const hash = hashOfInputs();
  const stamped = join(root, stamp);
  const made = existsSync(join(root, 'generated/prisma/client.ts')) && existsSync(stamped);
  if (made && readFileSync(stamped, 'utf8') === hash) return undefined;
  const command = [join(root, 'node_modules/prisma/build/index.js'), 'generate', '--no-hints'];
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`prisma generate failed (${status}):\n${stdout}${stderr}`);
  writeIfChanged(stamped.slice(root.length + 1), hash);
  return 'made generated/prisma';
};
