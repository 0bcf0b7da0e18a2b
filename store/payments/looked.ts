import type { PoolClient } from 'pg';

const MINUTE_MS = 60_000;
/** What a transaction wrote before the last look and told only after it is not passed over. */
const OVERLAP_MS = 5 * MINUTE_MS;

/** Every line that is not yet on its way. */
const WHOLE = `l.state in ('pending', 'held')`;
/** What waits for something, and households whose account was decided since. */
const SINCE = `(l.state = 'held' or l.state = 'pending' and l.case_id in (select case_id from card_account where checked_at >= $2))`;

/**
 * Puts the lines of a run that are looked at into `looked`, a table of this transaction: every guard then reads it instead of
 * the lines of all months, and the planner knows how many there are. `since`: only what may have changed since that look.
 * Answers how many.
 */
export const lookAt = async (client: PoolClient, runId: string, since?: Date): Promise<number> => {
  await client.query('drop table if exists pg_temp.looked, pg_temp.found');
  const { rowCount } = await client.query(
    `create temp table looked on commit drop as
     select id, case_id, entitlement_id, account_id, programme, month, kind, occasion_id, fen from payment_line l
     where l.run_id = $1 and ${since ? SINCE : WHOLE}`,
    [runId, ...(since ? [new Date(since.getTime() - OVERLAP_MS)] : [])],
  );
  if (rowCount) {
    await client.query('create temp table found (line_id bigint, reason text, detail text) on commit drop');
    await client.query('analyze looked');
  }
  return rowCount ?? 0;
};

/** A line that has not gone yet is paid to the account in force. */
export const useAccountsInForce = async (client: PoolClient, at: Date): Promise<void> => {
  const { rowCount } = await client.query(
    `update payment_line l set account_id = n.account_id, changed_at = $1
     from (select k.id, a.id as account_id from looked k
           left join card_account a on a.case_id = k.case_id and a.state = 'approved'
           where k.account_id is null or k.account_id in (select id from card_account where state <> 'approved')) n
     where l.id = n.id and l.account_id is distinct from n.account_id`,
    [at],
  );
  if (rowCount)
    await client.query('update looked k set account_id = l.account_id from payment_line l where l.id = k.id');
};
