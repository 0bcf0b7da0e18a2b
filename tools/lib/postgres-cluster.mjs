import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readJson, remove, writeJson } from './files.mjs';
import { memoryPlace } from './memory-place.mjs';
import { SHARED } from './postgres-binaries.mjs';

const reachable = (directory, user) =>
  !user || spawnSync('test', ['-x', directory], { uid: user.uid, gid: user.gid, cwd: '/' }).status === 0;

/** Inside the data directory where the server's user can reach it, else under a folder that it can. */
const place = (directory, user) =>
  reachable(directory, user) ? join(directory, 'postgres') : join(SHARED, 'data', randomBytes(6).toString('hex'));

/**
 * Remembers where the cluster of a data directory is and its superuser's password: DATA_DIR/postgres.json.
 * One that is thrown away with the run lies in memory where there is room: each test's database is a thousand small files.
 */
export const describeCluster = (directory, user, throwAway = false) => {
  const file = join(directory, 'postgres.json');
  const known = readJson(file, undefined);
  if (known) return known;
  mkdirSync(directory, { recursive: true });
  const chosen = (throwAway && memoryPlace()) || place(directory, user);
  const cluster = { directory: resolve(chosen), password: randomBytes(24).toString('hex') };
  writeJson(file, cluster);
  return cluster;
};

const own = (path, user) => user && chownSync(path, user.uid, user.gid);

const runInitdb = ({ bin, target, passwordFile, user, sync }) => {
  const args = [
    `--pgdata=${target}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Built in: the same order on every machine, whatever locales it has.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(sync ? [] : ['--no-sync']),
  ];
  const run = spawnSync(join(bin, 'initdb'), args, {
    cwd: '/',
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  });
  if (run.status !== 0) throw new Error(`initdb 失败:${run.error?.message ?? run.stderr}`);
};

/** Made beside its place and moved there when whole, so that an interrupted first start leaves nothing half-made. */
export const ensureCluster = ({ bin, cluster, user, sync = true }) => {
  const { directory, password } = cluster;
  if (existsSync(join(directory, 'PG_VERSION'))) return;
  const draft = `${directory}.new`;
  const passwordFile = `${directory}.password`;
  if (user && directory.startsWith(`${SHARED}/`)) {
    mkdirSync(SHARED, { recursive: true });
    mkdirSync(dirname(directory), { recursive: true });
    for (const folder of [SHARED, dirname(directory)]) chmodSync(folder, 0o755);
  }
  remove(draft);
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  own(draft, user);
  own(passwordFile, user);
  try {
    runInitdb({ bin, target: draft, passwordFile, user, sync });
    renameSync(draft, directory);
  } finally {
    remove(passwordFile);
    remove(draft);
  }
};
