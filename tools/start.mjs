import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { createSupervisor } from './lib/children.mjs';
import { root } from './lib/files.mjs';
import { guarded } from './lib/guard.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { choosePorts, holdPort, HOST } from './lib/ports.mjs';
import { postgresService } from './lib/postgres.mjs';
import { withProgress } from './lib/progress.mjs';
import { run } from './lib/run.mjs';
import { announcement } from './lib/start/announce.mjs';
import { mark, markOf, openDataDirectory } from './lib/start/data-directory.mjs';
import { ensureKeys } from './lib/start/keys.mjs';
import { HELP, parseOptions } from './lib/start/options.mjs';
import { roleUrls } from './lib/start/roles.mjs';
import { apiService, deskService, workerService } from './lib/start/services.mjs';
import { findTemporal, temporalService } from './lib/temporal.mjs';

const NAMES = ['desk', 'api', 'postgres', 'temporal', 'temporalUi'];
const PREFERRED = { desk: 7800 };
const say = (text) => console.log(text);
// Whoever read our output may end before us.
process.stdout.on('error', () => {});

const startDatabase = async ({ supervisor, directory, databaseUrl, port }) => {
  if (databaseUrl) return databaseUrl;
  const service = postgresService({ directory, port });
  await supervisor.start(service);
  return service.url;
};

const startEngine = async ({ supervisor, directory, temporalAddress, ports }) => {
  if (temporalAddress) return { TEMPORAL_ADDRESS: temporalAddress, TEMPORAL_UI_URL: process.env.TEMPORAL_UI_URL ?? '' };
  const cli = await findTemporal(say);
  const file = join(directory, 'temporal.db');
  const codecUrl = `http://${HOST}:${ports.desk}/api/v1/admin/codec`;
  await supervisor.start(temporalService({ cli, port: ports.temporal, uiPort: ports.temporalUi, file, codecUrl }));
  return { TEMPORAL_ADDRESS: `${HOST}:${ports.temporal}`, TEMPORAL_UI_URL: `http://${HOST}:${ports.temporalUi}` };
};

const command = async ({ title, file, env, signal }) => {
  const { command, args, options } = guarded({
    command: process.execPath,
    args: ['--enable-source-maps', join(root, file)],
  });
  const work = () => run(command, args, { ...options, cwd: root, env: { ...process.env, ...env }, signal });
  await withProgress(say, title, work).catch((error) => {
    throw new Error(`${title}失败:\n${error.message}`);
  });
};

const seedOnce = async ({ directory, demo, env, signal }) => {
  if (markOf(directory).seededAt) return;
  const first = demo
    ? { title: '装入演示数据', file: 'dist/prisma/seed/main.js' }
    : { title: '建立首任管理员', file: 'dist/tools/first-administrators.js' };
  await command({ ...first, env, signal });
  mark(directory, { seededAt: new Date().toISOString() });
};

/** Two that start at once both like the preferred port: who has it keeps it until the desk takes over, the other chooses anew. */
const takePorts = async ({ directory, port }) => {
  for (;;) {
    const asked = { asked: { desk: port }, preferred: PREFERRED };
    const ports = await choosePorts(join(directory, 'ports.json'), NAMES, asked);
    const letGoOfDesk = await holdPort(ports.desk);
    if (letGoOfDesk) return { ports, letGoOfDesk };
  }
};

/** From nothing to a running system, in the order in which each part needs the one before. */
const bringUp = async ({ options, supervisor }) => {
  const { directory, port, demo } = options;
  const { signal } = supervisor;
  const { ports, letGoOfDesk } = await takePorts({ directory, port });
  ensureKeys(directory);
  const apiUrl = `http://${HOST}:${ports.api}`;
  const shared = { DATA_DIR: directory, API_URL: apiUrl, PORT: String(ports.api), HOST };

  const [databaseUrl, engine] = await Promise.all([
    startDatabase({ ...options, supervisor, port: ports.postgres }),
    startEngine({ ...options, supervisor, ports }),
  ]);
  const roles = roleUrls({ directory, ownerUrl: databaseUrl });
  const owner = { ...shared, ...engine, ...roles, DATABASE_URL: databaseUrl };
  await command({ title: '更新数据库结构', file: 'dist/store/migrate.js', env: owner, signal });
  // The owner's address stays here: what answers requests must not be able to go round its role.
  const own = (variable) => ({
    ...shared,
    ...engine,
    DATABASE_URL: undefined,
    DATABASE_URL_API: undefined,
    DATABASE_URL_WORKER: undefined,
    [variable]: roles[variable],
  });
  await Promise.all([
    supervisor.start(workerService(own('DATABASE_URL_WORKER'))),
    supervisor.start(apiService(own('DATABASE_URL_API'))),
  ]);
  await seedOnce({ directory, demo, env: owner, signal });
  await letGoOfDesk();
  await supervisor.start(deskService({ port: ports.desk, apiUrl }));
  return { url: `http://${HOST}:${ports.desk}`, uiUrl: engine.TEMPORAL_UI_URL };
};

const main = async () => {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) return say(HELP);
  await ensureInstalled(say);
  await ensureBuilt(say);
  // From here on all that is written is data: logs, keys, the engine's file.
  process.umask(0o077);
  const { directory } = options;
  const release = await openDataDirectory({ ...options, say });
  const supervisor = createSupervisor({ directory, say });
  const stop = async (code) => {
    await supervisor.stop();
    release();
    process.exit(code);
  };
  // npm passes the terminal's signal on, so that it may come twice.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
  try {
    say(announcement({ ...(await bringUp({ options, supervisor })), directory }));
  } catch (error) {
    if (supervisor.isStopping()) return;
    say(error.message);
    await stop(1);
  }
};

await main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
