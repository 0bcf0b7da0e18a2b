import { Pool } from 'pg';

export interface PoolOptions {
  readonly url: string;
  readonly poolSize?: number;
  /** 0: as long as it takes, for commands that a person watches. */
  readonly statementTimeoutMs?: number;
}

const POOL_SIZE = 10;
/** Nobody waits long behind another; a statement ends before the activity that sent it (10 s) is given up. */
const STATEMENT_TIMEOUT_MS = 8_000;
const LIMITS = { lock_timeout: 1_000, idle_in_transaction_session_timeout: 20_000 } as const;

export const createPool = ({
  url,
  poolSize = POOL_SIZE,
  statementTimeoutMs = STATEMENT_TIMEOUT_MS,
}: PoolOptions): Pool => {
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    allowExitOnIdle: true,
    statement_timeout: statementTimeoutMs,
    ...LIMITS,
  });
  // A server that restarts ends idle connections; the pool replaces them, and whoever needs one hears of it then.
  pool.on('error', () => {});
  return pool;
};
