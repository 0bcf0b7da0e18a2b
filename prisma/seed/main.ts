import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { loadConfig } from '../../config';
import { engine } from '../../domain/lifecycle/engine';
import { createStore } from '../../store/client';
import { createDataConverter } from '../../store/engine/data-converter';
import { createFileStore } from '../../store/files';
import { createDays } from './days';
import { seed } from './seed';
import { demoLogins } from './staff/enrol';

/** One-shot: fills a running system with the demo and leaves its log-ins in the data directory. */
const main = async (): Promise<void> => {
  const config = loadConfig();
  const { keyRing, dataDir } = config;
  const store = createStore({ url: config.databaseUrl, keyRing, poolSize: 10, patient: true });
  const connection = await Connection.connect({ address: config.temporalAddress });
  const client = new Client({
    connection,
    namespace: config.temporalNamespace,
    dataConverter: createDataConverter(keyRing.payloads),
  });
  try {
    await seed({
      store,
      client,
      taskQueue: engine.taskQueue,
      files: createFileStore({ directory: join(dataDir, 'files'), cipher: store.cipher }),
      days: createDays(Date.now()),
      say: (line) => console.log(line),
    });
    await writeFile(join(dataDir, 'demo-logins.json'), `${JSON.stringify(demoLogins(), null, 2)}\n`, { mode: 0o600 });
  } finally {
    await Promise.all([store.close(), connection.close()]);
  }
};

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
