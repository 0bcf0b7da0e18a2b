import { outcomeRows } from '../../domain/payment-files/outcomes';
import type { Answer } from '../../domain/payment-files/answers';
import type { Sql } from '../sql';

/** Where answers come from and who brought them. */
export interface Source {
  readonly returnId: string;
  readonly runId: string;
  readonly at: Date;
  readonly actorId: string;
}

const INSERT = `
  with judged as (insert into payment_return_row (return_id, row, line_id, fen, result, reason, paid_on, reference, outcome)
  select $1::uuid, a.row, l.id, a.fen, a.result, a.reason, a.paid_on, a.reference,
    case when l.id is null then 'unknown' when a.fen is distinct from l.fen - l.withheld_fen then 'differs' else coalesce(o.outcome, 'unknown') end
  from unnest($3::int[], $4::bigint[], $5::bigint[], $6::text[], $7::text[], $8::text[], $9::text[])
    as a (row, line_id, fen, result, reason, paid_on, reference)
  left join payment_line l on l.id = a.line_id and l.run_id = $2::uuid and l.file_id is not null
  left join jsonb_to_recordset($10::jsonb) as o (state text, result text, outcome text) on o.state = l.state and o.result = a.result
  returning outcome)
  select count(*) filter (where outcome in ('late', 'differs'))::int as odd from judged`;

/** The rows of this batch that the database has just judged. */
const BATCH = `payment_return_row r join payment_line l on l.id = r.line_id
  where r.return_id = $1::uuid and r.row between $2::int and $3::int`;

/** Of the same household, month and kind as `l`; differences to a month come one after the other. */
const SAME_PLACE = `n.case_id = l.case_id and n.month = l.month and n.kind = l.kind and n.occasion_id is not distinct from l.occasion_id
  and (n.id > l.id or n.id < l.id and n.kind <> 'difference')`;
/**
 * Another line `n` in the place of a line `l` that was given up: one that lives, or a later one that was given up as well
 * and is answered to be paid together with it.
 */
const OTHER = `${SAME_PLACE} and (n.state not in ('cancelled', 'reissued') or n.id > l.id and n.state = 'reissued' and exists (
    select from payment_return_row q where q.return_id = $1::uuid and q.row between $2::int and $3::int and q.line_id = n.id
      and q.outcome = 'late' and q.result = 'paid'))`;
const REPLACEMENT = `left join lateral (select n.id from payment_line n where ${OTHER} limit 1) n on l.state = 'reissued'`;

const FIND = `
  insert into payment_finding (id, run_id, line_id, case_id, township, kind, return_id, row, fen, paid_on, found_at)
  select gen_random_uuid(), l.run_id, l.id, l.case_id, l.township,
    case when r.outcome = 'differs' then 'wrongAmount' when l.state = 'failed' then 'paidAfterFailed'
      when l.state = 'paid' then 'failedAfterPaid' when n.id is not null then 'paidTwice'
      else 'paidAfterReissue' end,
    r.return_id, r.row, coalesce(r.fen, l.fen - l.withheld_fen), r.paid_on, $4::timestamptz
  from ${BATCH.replace('where', `${REPLACEMENT} where`)} and r.outcome in ('late', 'differs')
  on conflict (line_id, kind) where closed_at is null do nothing`;

/**
 * A line that was given up and withheld something stands again only where as much is still outstanding; otherwise its
 * household has paid that back in the meantime, and people decide. Of several of one plan, the first rows come first.
 */
const COVERED = `(l.withheld_fen = 0 or l.withheld_fen + coalesce((
    select sum(o.withheld_fen) from payment_return_row q join payment_line o on o.id = q.line_id
    where q.return_id = r.return_id and q.row between $2::int and $3::int and q.row < r.row and q.outcome = 'late' and q.result = 'paid'
      and o.state = 'reissued' and o.withheld_for = l.withheld_for), 0) <= recovery_room(l.id))`;

/** What was to be paid in its place is not any more: the first money arrived. */
const GIVE_UP = `
  update payment_line n set state = case n.state when 'failed' then 'reissued' else 'cancelled' end, reason = 'paidEarlier',
    changed_at = $4::timestamptz, changed_by = $5::uuid
  from ${BATCH.replace('where', `where ${SAME_PLACE} and`)} and r.outcome = 'late' and r.result = 'paid' and l.state = 'reissued'
    and n.state in ('pending', 'held', 'failed') and ${COVERED}`;

const SETTLE = `
  update payment_line l set state = r.result, bank_reason = r.reason, paid_on = r.paid_on, changed_at = $4::timestamptz, changed_by = $5::uuid
  from payment_return_row r
  where r.return_id = $1::uuid and r.row between $2::int and $3::int and l.id = r.line_id
    and (r.outcome = 'applied'
      or (r.outcome = 'late' and r.result = 'paid' and l.state = 'failed')
      or (r.outcome = 'late' and r.result = 'paid' and l.state = 'reissued' and ${COVERED}
        and not exists (select from payment_line n where ${OTHER})))`;

/** Judges a batch of answers against the lines as they stand, then moves what may move: a few statements, however many. */
export const applyAnswers = async (
  client: Sql,
  { returnId, runId, at, actorId }: Source,
  batch: readonly Answer[],
): Promise<void> => {
  const [first, last] = [batch[0], batch.at(-1)];
  if (!first || !last) return;
  const column = (value: (answer: Answer) => unknown): unknown[] => batch.map(value);
  const { rows } = await client.query<{ odd: number }>(INSERT, [
    returnId,
    runId,
    column(({ row }) => row),
    column(({ lineId }) => lineId?.toString() ?? null),
    column(({ fen }) => fen?.toString() ?? null),
    column(({ result }) => result),
    column(({ reason }) => reason ?? null),
    column(({ paidOn }) => paidOn ?? null),
    column(({ reference }) => reference),
    JSON.stringify(outcomeRows),
  ]);
  const place = [returnId, first.row, last.row];
  if (rows[0]!.odd > 0) {
    await client.query(GIVE_UP, [...place, at, actorId]);
    await client.query(FIND, [...place, at]);
  }
  await client.query(SETTLE, [...place, at, actorId]);
};
