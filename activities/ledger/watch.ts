import type { Logger } from 'pino';
import type { Store } from '../../store/client';
import { checkLedger } from '../../store/ledger/check';
import { sayMismatch } from '../../store/ledger/verify';
import { pause } from '../../store/pause';

const BETWEEN_MS = 10 * 60_000;

interface WatchDeps {
  readonly store: Pick<Store, 'pool'>;
  readonly logger: Pick<Logger, 'warn' | 'error'>;
  readonly now: () => number;
}

/** Looks once where something has been booked since the last look, and raises the alarm where a fen is not accounted for. */
export const watchLedgerOnce = async ({ store, logger, now }: WatchDeps): Promise<number> => {
  const report = await checkLedger(store, new Date(now()));
  const found = report?.mismatches ?? [];
  if (found.length > 0)
    logger.error(
      { mismatches: found.length, first: found.slice(0, 10).map(sayMismatch) },
      'the ledger does not balance',
    );
  return found.length;
};

/** Every ten minutes, for as long as the worker runs. */
export const watchLedger = async (deps: WatchDeps, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    await pause(BETWEEN_MS, signal);
    if (signal.aborted) return;
    await watchLedgerOnce(deps).catch((error: unknown) =>
      deps.logger.warn({ err: error }, 'the ledger could not be looked at, trying again'),
    );
  }
};
