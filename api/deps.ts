import type { PayloadCodec } from '@temporalio/common';
import type { Logger } from 'pino';
import type { Store, Tx } from '../store/client';
import type { FileStore } from '../store/files';
import type { Printer } from '../store/pdf/print';
import type { TableLimits } from '../store/workbooks/limits';
import type { Engine } from './engine';
import type { Live } from './live/live';
import type { Rulebook } from '../store/rulebook';

export type { Tx };

/** Requests per minute. */
export interface Limits {
  /** Of one session, or of one address without a session. */
  readonly general: number;
  /** Failed log-ins of one address in a quarter of an hour. */
  readonly failedLogins: number;
  /** Public pages read from one address in a minute; a whole village may share one. */
  readonly publicReads?: number;
  /** Objections from one address in an hour. */
  readonly objections?: number;
}

export const usualLimits = {
  general: 1200,
  failedLogins: 30,
  publicReads: 120,
  objections: 30,
} as const satisfies Limits;

/** What the process hands to the application; wired by hand in server.ts and in the tests. */
export interface Deps {
  readonly store: Store;
  readonly engine: Engine;
  readonly rulebook: Rulebook;
  readonly files: FileStore;
  readonly live: Live;
  /** Opens what the engine stores, as worker and client do. */
  readonly payloadCodec: PayloadCodec;
  /** Where the Temporal Web UI is served; its origin alone may ask for decoding from a browser. */
  readonly temporalUiUrl?: string;
  /** Whose word on a visitor's address is taken, as express has it; this machine's alone unless told. */
  readonly trustedProxies?: string;
  readonly printer: Printer;
  readonly logger: Logger;
  readonly now: () => Date;
  readonly limits: Limits;
  /** Rows of one exported file at most. */
  readonly exportRows?: number;
  /** Of one table that people bring; the usual ones unless told. */
  readonly tableLimits?: TableLimits;
}
