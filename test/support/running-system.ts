import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDays } from '../../prisma/seed/days';
import { enterRules } from '../../prisma/seed/rules';
import { tellPayments } from '../../prisma/seed/payments';
import { enrolStaff } from '../../prisma/seed/staff/enrol';
import { stories } from '../../prisma/seed/stories';
import { caseIdOf, tell } from '../../prisma/seed/telling/tell';
import { createStore, type Store } from '../../store/client';
import { createFileStore } from '../../store/files';
import { built, deskFile, endChild, startChild } from './child';
import { freshDatabase } from './database';
import { devEngine } from './dev-engine';
import { freePort } from './free-port';
import { keyRingText, testKeyRing } from './key-ring';

/** The whole system as officers meet it: database, engine, worker, API and desk, each its own process. */
export interface RunningSystem {
  readonly url: string;
  /** Address of the case of a story of the demo that was told. */
  caseOf(key: string): string;
  /** The database as its owner sees it: for what no page shows. */
  readonly store: Store;
  stop(): Promise<void>;
}

const page = join(__dirname, '../../web/dist/index.html');

/** A fresh database with the demo's accounts and those of its stories that are named. */
export const startSystem = async (told: readonly string[]): Promise<RunningSystem> => {
  if (!existsSync(page)) throw new Error('web/dist is missing: npm run build makes it');
  const directory = mkdtempSync(join(tmpdir(), 'doudi-browser-'));
  const [database, engine] = await Promise.all([freshDatabase(), devEngine()]);
  const [apiPort, deskPort] = [await freePort(), await freePort()];
  const env = {
    DATABASE_URL_API: database.apiUrl,
    DATABASE_URL_WORKER: database.workerUrl,
    TEMPORAL_ADDRESS: process.env['TEST_TEMPORAL_ADDRESS'] ?? '',
    TEMPORAL_NAMESPACE: engine.namespace,
    KEY_RING: keyRingText(),
    DATA_DIR: directory,
    PORT: String(apiPort),
    LOG_LEVEL: 'fatal',
  };
  const api = `http://127.0.0.1:${apiPort}`;
  const children = await Promise.all([
    startChild({ path: built('activities/worker.js'), env }),
    startChild({ path: built('api/server.js'), env }),
    startChild({ path: deskFile, args: ['--port', String(deskPort), '--api', api] }),
  ]);
  const store = createStore({ url: database.ownerUrl, keyRing: testKeyRing() });
  const days = createDays(Date.now());
  const files = createFileStore({ directory: join(directory, 'files'), cipher: store.cipher });
  const deps = { store, client: engine.client, taskQueue: engine.taskQueue, files, days, say: () => undefined };
  await enrolStaff(deps);
  await enterRules(deps);
  for (const story of stories(days).filter(({ key }) => told.includes(key))) await tell(deps, story);
  await tellPayments(deps);
  return {
    url: `http://127.0.0.1:${deskPort}`,
    caseOf: (key) => `/cases/${caseIdOf({ key })}`,
    store,
    stop: async () => {
      await Promise.all(children.map(endChild));
      await store.close();
      await engine.close();
      await database.drop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};
