import { createServer } from 'node:http';
import { join } from 'node:path';
import { loadConfig } from '../config';
import { createApp } from './app';
import { usualLimits } from './deps';
import { connectEngine } from './engine';
import { createLogger } from './http/log';
import { createLive } from './live/live';
import { createStore } from '../store/client';
import { createDataConverter } from '../store/engine/data-converter';
import { createPayloadCodec } from '../store/engine/payload-codec';
import { createFileStore } from '../store/files';
import { createPrinter } from '../store/pdf/print';
import { createRulebook } from '../store/rulebook';
import { tableLimitsOf } from '../store/workbooks/limits';

const GRACE_MS = 10_000;
const POOL = 20;

/** The API process: ready when it listens, gone within ten seconds when told so or when its supervisor is gone. */
const main = async (): Promise<void> => {
  const config = loadConfig();
  const logger = createLogger(config.logLevel);
  const { keyRing } = config;
  const store = createStore({ url: config.databaseUrlApi, keyRing, poolSize: POOL });
  const engine = connectEngine({
    address: config.temporalAddress,
    namespace: config.temporalNamespace,
    dataConverter: createDataConverter(keyRing.payloads),
  });
  const files = createFileStore({ directory: join(config.dataDir, 'files'), cipher: store.cipher });
  const rulebook = createRulebook();
  const now = () => new Date();
  const live = createLive({ store, now, logger });
  const app = createApp({
    store,
    engine,
    rulebook,
    files,
    printer: createPrinter({ fontDir: config.fontDir }),
    logger,
    live,
    payloadCodec: createPayloadCodec(keyRing.payloads),
    temporalUiUrl: config.temporalUiUrl,
    trustedProxies: config.trustedProxies,
    now,
    limits: usualLimits,
    exportRows: config.exportRows,
    tableLimits: tableLimitsOf(config),
  });
  const server = createServer(app);

  const stop = (reason: string): void => {
    logger.info({ reason }, 'stopping');
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    // Streams of events end first: nothing else would end them, and the server waits for every connection.
    void live.close();
    server.close(() => void Promise.allSettled([engine.close(), store.close()]).then(() => process.exit(0)));
    server.closeIdleConnections();
  };
  process.once('SIGTERM', () => stop('SIGTERM'));
  process.once('SIGINT', () => stop('SIGINT'));
  process.once('disconnect', () => stop('disconnect'));

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  logger.info({ host: config.host, port: config.port }, 'listening');
  process.send?.({ ready: true });
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
