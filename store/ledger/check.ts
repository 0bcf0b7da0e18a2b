import type { Store } from '../client';
import { verifyLedger, type LedgerReport } from './verify';

/** Any number that nothing else locks. */
const LOCK = 7_205_311;

/** Whether something has been booked since the last look; a look of yesterday is too old all the same. */
const isDue = async (store: Pick<Store, 'pool'>, at: Date): Promise<boolean> => {
  const { rows } = await store.pool.query<{ due: boolean }>(
    `select not exists (
       select from (select at, mismatches from ledger_check order by id desc limit 1) last
       where last.at > $1::timestamptz - interval '1 day'
         and (last.mismatches ->> 'upTo')::bigint = coalesce((select max(id) from ledger_transfer), 0)) as due`,
    [at],
  );
  return rows[0]?.due ?? true;
};

/**
 * Looks at the whole ledger in one snapshot and keeps what was found; undefined where another process is at it, or where
 * nothing has been booked since the last look of the day.
 */
export const checkLedger = async (store: Pick<Store, 'pool'>, at: Date): Promise<LedgerReport | undefined> => {
  const client = await store.pool.connect();
  let broken: Error | undefined;
  try {
    const { rows: lock } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [LOCK]);
    if (!lock[0]?.held) return undefined;
    try {
      if (!(await isDue(store, at))) return undefined;
      const began = process.hrtime.bigint();
      await client.query('begin isolation level repeatable read');
      await client.query('set local statement_timeout = 0');
      const { rows } = await client.query<{ upTo: string }>(
        'select coalesce(max(id), 0)::text as "upTo" from ledger_transfer',
      );
      const report = await verifyLedger(client);
      await client.query(
        `insert into ledger_check (at, transfers, lines, mismatches, milliseconds) values ($1, $2, $3, $4, $5)`,
        [
          at,
          report.transfers,
          report.lines,
          JSON.stringify({ upTo: rows[0]?.upTo, found: report.mismatches }),
          Number((process.hrtime.bigint() - began) / 1_000_000n),
        ],
      );
      await client.query('commit');
      return report;
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => (broken = failure));
      throw error;
    } finally {
      await client.query('select pg_advisory_unlock($1)', [LOCK]).catch((failure: Error) => (broken = failure));
    }
  } finally {
    client.release(broken);
  }
};
