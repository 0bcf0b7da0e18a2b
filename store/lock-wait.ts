import type { Sql } from './sql';

/**
 * Until the transaction ends, locks are waited for longer than usual: for rows that many hands pass on. A connection that
 * waits as long as it takes (`patient`, pool.ts) stays so.
 */
export const waitForLocks = (sql: Pick<Sql, 'query'>, longest: '5s' | '6s' = '5s'): Promise<unknown> =>
  sql.query(`select set_config('lock_timeout', $1, true) where current_setting('lock_timeout') <> '0'`, [longest]);
