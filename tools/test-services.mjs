import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSupervisor } from './lib/children.mjs';
import { remove } from './lib/files.mjs';
import { choosePorts } from './lib/ports.mjs';
import { postgresService, removeCluster } from './lib/postgres.mjs';
import { findTemporal, findTimeSkippingServer, temporalService } from './lib/temporal.mjs';

// One PostgreSQL and one Temporal for a whole test run; they end with the process that forked this one.
const directory = mkdtempSync(join(tmpdir(), 'doudi-test-'));
const say = (text) => console.error(text);
const supervisor = createSupervisor({ directory, say });

const stop = async (code) => {
  await supervisor.stop();
  removeCluster(directory);
  remove(directory);
  process.exit(code);
};
process.once('disconnect', () => stop(0));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(0));

try {
  const ports = await choosePorts(join(directory, 'ports.json'), ['postgres', 'temporal']);
  const postgres = postgresService({ directory, port: ports.postgres, throwAway: true, database: 'postgres' });
  const temporal = temporalService({ cli: await findTemporal(say), port: ports.temporal });
  const timeSkippingServer = await findTimeSkippingServer(say);
  await supervisor.start(postgres);
  await supervisor.start(temporal);
  process.send?.({
    databaseUrl: postgres.url,
    temporalAddress: temporal.address,
    timeSkippingServer,
    files: join(directory, 'files'),
  });
} catch (error) {
  say(error.message);
  await stop(1);
}
