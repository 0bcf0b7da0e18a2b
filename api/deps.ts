import type { Logger } from 'pino';
import type { Store, Tx } from '../store/client';
import type { FileStore } from '../store/files';
import type { Engine } from './engine';
import type { Rulebook } from '../store/rulebook';

export type { Tx };

/** Requests per minute. */
export interface Limits {
  /** Of one session, or of one address without a session. */
  readonly general: number;
  /** Failed log-ins of one address in a quarter of an hour. */
  readonly failedLogins: number;
}

export const usualLimits: Limits = { general: 1200, failedLogins: 30 };

/** What the process hands to the application; wired by hand in server.ts and in the tests. */
export interface Deps {
  readonly store: Store;
  readonly engine: Engine;
  readonly rulebook: Rulebook;
  readonly files: FileStore;
  readonly logger: Logger;
  readonly now: () => Date;
  readonly limits: Limits;
}
