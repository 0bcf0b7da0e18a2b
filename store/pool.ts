import { Pool } from 'pg';

export interface PoolOptions {
  readonly url: string;
  readonly poolSize?: number;
}

const POOL_SIZE = 10;
/** Nobody waits long behind another; a statement ends before the activity that sent it (10 s) is given up. */
const LIMITS = { lock_timeout: 1_000, statement_timeout: 8_000, idle_in_transaction_session_timeout: 20_000 } as const;

export const createPool = ({ url, poolSize = POOL_SIZE }: PoolOptions): Pool => {
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    allowExitOnIdle: true,
    ...LIMITS,
  });
  // A server that restarts ends idle connections; the pool replaces them, and whoever needs one hears of it then.
  pool.on('error', () => {});
  return pool;
};
