import { Pool } from 'pg';

export interface PoolOptions {
  readonly url: string;
  readonly poolSize?: number;
  /** For commands that a person watches: a statement, and a lock that it needs, take as long as they take. */
  readonly patient?: boolean;
}

const POOL_SIZE = 10;
/** Nobody waits long behind another; a statement ends before the activity that sent it (10 s) is given up. */
const LIMITS = { statement_timeout: 8_000, lock_timeout: 1_000 } as const;

export const createPool = ({ url, poolSize = POOL_SIZE, patient = false }: PoolOptions): Pool => {
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    allowExitOnIdle: true,
    idle_in_transaction_session_timeout: 20_000,
    ...(!patient && LIMITS),
  });
  // A server that restarts ends idle connections; the pool replaces them, and whoever needs one hears of it then.
  pool.on('error', () => {});
  return pool;
};
