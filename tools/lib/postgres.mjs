import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readJson, remove } from './files.mjs';
import { HOST } from './ports.mjs';
import { binDirectory, serverUser } from './postgres-binaries.mjs';
import { describeCluster, ensureCluster } from './postgres-cluster.mjs';

const SETTINGS = {
  listen_addresses: HOST,
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: 200,
};
const MIB = 2 ** 20;
/**
 * For the data of a province: a quarter of the machine's memory for what is read often, taken as it is used; checkpoints
 * seldom; and single rows found by their index, so that a county's work does not grow with the other counties.
 */
const KEPT = {
  shared_buffers: `${Math.max(128, Math.min(4096, Math.floor(totalmem() / 4 / MIB)))}MB`,
  max_wal_size: '4GB',
  wal_compression: 'on',
  random_page_cost: 1.1,
  effective_cache_size: `${Math.max(128, Math.floor(totalmem() / 2 / MIB))}MB`,
};
/** For data that is thrown away with the test run, and passwords that guard nothing. */
const THROW_AWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', scram_iterations: 1 };

export const urlOf = ({ user = 'postgres', password, port, database = 'doudi' }) =>
  `postgresql://${user}:${encodeURIComponent(password)}@${HOST}:${port}/${database}`;

/** The driver is loaded late, since it may not be installed when this file is read. */
const ask = async (connectionString, question) => {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return await client.query(question);
  } finally {
    await client.end();
  }
};

const untilAnswers = async (url, child) => {
  for (;;) {
    try {
      return await ask(url, 'select 1');
    } catch (error) {
      if (child.exitCode !== null || child.signalCode !== null) throw error;
      await pause(50);
    }
  }
};

/** The service of the embedded PostgreSQL (see children.mjs); makes the cluster if it is not there. */
export const postgresService = ({ directory, port, throwAway = false, database = 'doudi' }) => {
  const user = serverUser();
  const bin = binDirectory(user);
  const cluster = describeCluster(directory, user, throwAway);
  ensureCluster({ bin, cluster, user, sync: !throwAway });
  const settings = { ...SETTINGS, port, ...(throwAway ? THROW_AWAY : KEPT) };
  const admin = urlOf({ password: cluster.password, port, database: 'postgres' });
  return {
    name: 'postgres',
    command: join(bin, 'postgres'),
    args: ['-D', cluster.directory, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
    cwd: '/',
    user,
    // SIGINT: roll back and close cleanly; SIGQUIT: at once, repaired from the log at the next start.
    signal: 'SIGINT',
    hard: 'SIGQUIT',
    stopMs: 4000,
    url: urlOf({ password: cluster.password, port, database }),
    ready: (child) => untilAnswers(admin, child),
  };
};

/** Deletes the cluster of a data directory, wherever it lies. */
export const removeCluster = (directory) => {
  const cluster = readJson(join(directory, 'postgres.json'), undefined);
  if (cluster) remove(cluster.directory);
};
