import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { loadConfig } from '../config';
import { engine } from '../domain/lifecycle/engine';
import { runAuditSealer } from '../store/audit-sealer';
import { createStore } from '../store/client';
import { createFileStore } from '../store/files';
import { createRulebook } from '../store/rulebook';
import { tableLimitsOf } from '../store/workbooks/limits';
import { createDataConverter } from '../store/engine/data-converter';
import { createActivities } from './create-activities';
import { runExchange } from './exchange/queue';
import { runImports } from './import/queue';
import { watchLedger } from './ledger/watch';
import { ensureDailySchedule } from './schedule';
import { runDraftFiles } from './draft-files';
import { runSweeper } from './sweeper';
import { createSliceThreads } from './uplift/threads';
import { workflowCode } from './workflow-code';

// Collected when as much again has been added: otherwise what a county's run leaves behind stays until there is four times as much.
setFlagsFromString('--heap-growing-percent=100');

/** The worker process: the case workflows, their activities, and the sweeper that starts what waits. */
const main = async (): Promise<void> => {
  const config = loadConfig();
  const logger = pino({ name: 'worker', level: config.logLevel });
  const { keyRing } = config;
  const dataConverter = createDataConverter(keyRing.payloads);
  const rulebook = createRulebook();
  const store = createStore({ url: config.databaseUrlWorker, keyRing, poolSize: 20 });
  const files = createFileStore({ directory: join(config.dataDir, 'files'), cipher: store.cipher });
  const threads = createSliceThreads();
  Runtime.install({ shutdownSignals: [] });
  const connection = await NativeConnection.connect({ address: config.temporalAddress });
  const client = new Client({
    connection: await Connection.connect({ address: config.temporalAddress }),
    namespace: config.temporalNamespace,
    dataConverter,
  });
  const worker = await Worker.create({
    connection,
    namespace: config.temporalNamespace,
    taskQueue: engine.taskQueue,
    ...workflowCode(),
    activities: createActivities({ store, rulebook, files }, threads.reckonSlice),
    dataConverter,
    // About 0.6 MB each. A case that is not cached is replayed at its next step, in some ten milliseconds.
    maxCachedWorkflows: 300,
    maxConcurrentWorkflowTaskExecutions: 40,
    shutdownGraceTime: '12s',
    // Well below the time after which long work without a sign of life is given to another worker.
    maxHeartbeatThrottleInterval: '5s',
  });
  const background = new AbortController();
  const stop = (): void => {
    background.abort();
    if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('disconnect', stop);
  await ensureDailySchedule(client);
  const { signal } = background;
  const running = Promise.all([
    worker.run(),
    runSweeper({
      store,
      rulebook,
      client,
      taskQueue: engine.taskQueue,
      logger,
      signal,
      smsGatewayUrl: config.smsGatewayUrl,
    }),
    runDraftFiles({ store, files, logger }, signal),
    runImports({ store, rulebook, now: () => Date.now(), files, logger }, signal),
    runExchange({ store, rulebook, now: () => Date.now(), files, logger, tableLimits: tableLimitsOf(config) }, signal),
    watchLedger({ store, logger, now: () => Date.now() }, signal),
    runAuditSealer({
      pool: store.pool,
      keyRing,
      signal,
      onError: (error) => logger.warn({ err: error }, 'audit rows wait to be sealed'),
    }),
  ]);
  process.send?.({ ready: true });
  logger.info('worker ready');
  await running;
  await Promise.all([threads.close(), store.close(), connection.close(), client.connection.close()]);
};

void main().catch((error: unknown) => {
  pino({ name: 'worker' }).fatal({ err: error }, 'worker failed');
  process.exitCode = 1;
});
