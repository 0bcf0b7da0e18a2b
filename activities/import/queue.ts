import type { Logger } from 'pino';
import type { Store } from '../../store/client';
import type { FileStore } from '../../store/files';
import { runImport, type ImportDeps } from './run-import';
import { pause } from '../../store/pause';

const IDLE_MS = 2_000;
/** Any number that nothing else locks. */
const LOCK = 5_305_812;

export interface QueueDeps extends ImportDeps {
  readonly store: Pick<Store, 'prisma' | 'cipher' | 'pool'>;
  readonly files: FileStore;
  readonly logger: Logger;
}

/** One worker imports at a time: the lock is the connection's and goes with it. */
const alone = async (store: QueueDeps['store'], work: () => Promise<void>): Promise<void> => {
  const connection = await store.pool.connect();
  try {
    const { rows } = await connection.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [LOCK]);
    if (!rows[0]?.held) return;
    try {
      await work();
    } finally {
      await connection.query('select pg_advisory_unlock($1)', [LOCK]);
    }
  } finally {
    connection.release();
  }
};

/** Takes the files over that the API has put down, the oldest first; what was cut off is taken up again. */
export const importWaiting = async (deps: QueueDeps): Promise<void> => {
  const waiting = await deps.store.prisma.importJob.findMany({
    where: { finishedAt: null, storageKey: { not: null } },
    orderBy: { createdAt: 'asc' },
    select: { id: true, storageKey: true },
  });
  if (waiting.length === 0) return;
  await alone(deps.store, async () => {
    for (const { id, storageKey } of waiting) {
      await runImport(deps, id, await deps.files.get(storageKey ?? ''));
      deps.logger.info({ importId: id }, 'import finished');
      await deps.store.prisma.importJob.update({ where: { id }, data: { storageKey: null } });
      await deps.files.remove(storageKey ?? '');
    }
  });
};

export const runImports = async (deps: QueueDeps, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    await importWaiting(deps).catch((error: unknown) =>
      deps.logger.warn({ err: error }, 'import failed, trying again'),
    );
    await pause(IDLE_MS, signal);
  }
};
