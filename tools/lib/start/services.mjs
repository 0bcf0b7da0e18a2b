import { join } from 'node:path';
import { root } from '../files.mjs';
import { HOST } from '../ports.mjs';

/** glibc keeps a heap for each of the many threads of core and engine: two give back far more than they cost. */
const THRIFT = { MALLOC_ARENA_MAX: '2' };

const program = (name, file, { args = [], env, ...rest }) => ({
  name,
  command: process.execPath,
  args: ['--enable-source-maps', join(root, file), ...args],
  cwd: root,
  ipc: true,
  env: { ...THRIFT, ...env },
  ...rest,
});

/** The processes of the product. Each says `{ready: true}` and ends when its channel closes. */
export const workerService = (env) =>
  program('worker', 'dist/activities/worker.js', { env, stopMs: 5000, readyMs: 120_000 });

export const apiService = (env) => program('api', 'dist/api/server.js', { env, stopMs: 3000, readyMs: 60_000 });

export const deskService = ({ port, apiUrl }) =>
  program('desk', 'web/server.mjs', {
    args: ['--host', HOST, '--port', String(port), '--api', apiUrl],
    stopMs: 1000,
    readyMs: 20_000,
  });
