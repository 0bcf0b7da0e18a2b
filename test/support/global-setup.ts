import { execFileSync, fork } from 'node:child_process';
import { join } from 'node:path';
import { keepServices } from './services';

const root = join(__dirname, '../..');

interface Ready {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly timeSkippingServer: string;
  /** Gone with the run. */
  readonly files: string;
}

/** One PostgreSQL and one Temporal per run, shared by all projects. They live in a process that ends with this one. */
export default async function globalSetup(): Promise<void> {
  // Processes that tests start are those of the build: it must be that of the sources.
  execFileSync(process.execPath, [join(root, 'tools/build.mjs')], { stdio: 'inherit' });
  if (process.env['TEST_DATABASE_URL']) return;
  const services = fork(join(root, 'tools/test-services.mjs'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ready = await new Promise<Ready>((resolve, reject) => {
    services.once('message', (message) => resolve(message as Ready));
    services.once('exit', (code) => reject(new Error(`the test services did not start (exit code ${code})`)));
  });
  process.env['TEST_DATABASE_URL'] = ready.databaseUrl;
  process.env['TEST_TEMPORAL_ADDRESS'] = ready.temporalAddress;
  process.env['TEST_TIME_SKIPPING_SERVER'] = ready.timeSkippingServer;
  process.env['TEST_FILES'] = ready.files;
  keepServices(services);
}
