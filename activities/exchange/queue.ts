import type { Logger } from 'pino';
import { AppError } from '../../domain/errors';
import type { Store } from '../../store/client';
import { pause } from '../../store/pause';
import type { FileStore } from '../../store/files';
import type { TableLimits } from '../../store/workbooks/limits';
import { buildPackage, type BuildDeps } from './build';
import { readWaitingFiles } from './read-files';

const IDLE_MS = 2_000;
const BUILD_MS = 300_000;

export interface ExchangeDeps extends Omit<BuildDeps, 'cipher' | 'files'> {
  readonly files: Pick<FileStore, 'keep' | 'get'>;
  readonly store: Pick<Store, 'prisma' | 'cipher'>;
  readonly logger: Logger;
  /** Of one file; the usual ones unless told. */
  readonly tableLimits?: TableLimits;
}

/** One package in one transaction; whoever else takes it up meanwhile passes on. */
const build = async (deps: ExchangeDeps, id: string): Promise<void> => {
  const { store, logger } = deps;
  try {
    await store.prisma.$transaction(
      async (tx) => {
        const taken = await tx.$queryRaw<unknown[]>`
          select 1 from exchange_package where id = ${id}::uuid and state = 'building' for update skip locked`;
        if (taken.length === 0) return;
        const row = await tx.exchangePackage.findUniqueOrThrow({ where: { id } });
        await buildPackage(tx, { ...deps, cipher: store.cipher }, row);
      },
      { timeout: BUILD_MS, maxWait: BUILD_MS },
    );
    logger.info({ packageId: id }, 'exchange package made');
  } catch (error) {
    // What people must put right is told them; anything else is tried again.
    if (!(error instanceof AppError)) throw error;
    await store.prisma.exchangePackage.updateMany({
      where: { id, state: 'building' },
      data: { state: 'failed', reason: error.message },
    });
  }
};

/** Makes the packages that were asked for, the oldest first, and reads the files that came. */
export const exchangeWaiting = async (deps: ExchangeDeps): Promise<void> => {
  const waiting = await deps.store.prisma.exchangePackage.findMany({
    where: { state: 'building' },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  });
  for (const { id } of waiting) await build(deps, id);
  await readWaitingFiles(deps);
};

export const runExchange = async (deps: ExchangeDeps, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    await exchangeWaiting(deps).catch((error: unknown) =>
      deps.logger.warn({ err: error }, 'a package or file could not be worked on, trying again'),
    );
    await pause(IDLE_MS, signal);
  }
};
