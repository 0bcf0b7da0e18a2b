import type { Sql } from '../sql';
import type { RunRow } from './history';

/** Why a line is given up. What it held is owed again and drawn by the next list. */
export type GivenUp = 'redrawn' | 'runCancelled' | 'carriedOver' | 'byDecision';

/** Lines of `payment_line l` by a condition; its own values begin with `$5`. */
interface Lines {
  readonly where: string;
  readonly values: readonly unknown[];
}

const giveUp = async (
  client: Sql,
  { where, values }: Lines,
  reason: GivenUp,
  at: Date,
  actorId: string | null,
): Promise<void> => {
  const chosen = `with given as materialized (select l.id, l.case_id, l.state from payment_line l
      where l.state in ('pending', 'held') and ${where}),
    told as (select $1::text as reason, $2::timestamptz as at, $3::uuid as actor, $4::text as outcome),
    ended as (
      update payment_hold h set ended_at = t.at, outcome = t.outcome, ended_by = t.actor from given g, told t
      where h.line_id = g.id and h.ended_at is null),
    done as (
      update work_item w set done_at = t.at from given g, told t
      where w.case_id = g.case_id and w.owner = 'payment/' || g.id and w.done_at is null)
    update payment_line l set state = 'cancelled', changed_at = t.at, changed_by = t.actor, reason = t.reason
    from given g, told t where l.id = g.id`;
  await client.query(chosen, [reason, at, actorId, 'gone', ...values]);
};

/** Takes back every line of a run that is not on its way. */
export const giveUpLines = (
  client: Sql,
  runId: string,
  reason: 'redrawn' | 'runCancelled',
  at: Date,
  actorId: string | null,
): Promise<void> => giveUp(client, { where: 'l.run_id = $5::uuid', values: [runId] }, reason, at, actorId);

/** What earlier runs left held when they were released is given up, so that this list draws it with its arrears. */
export const carryOver = (client: Sql, { id, county, programme, month, occasionId }: RunRow, at: Date): Promise<void> =>
  giveUp(
    client,
    {
      where: `l.stuck = 'held' and l.county = $5 and l.programme = $6 and l.month <= $7 and l.run_id <> $8::uuid
        and l.occasion_id is not distinct from $9::uuid
        and exists (select from payment_run r where r.id = l.run_id and r.released_at is not null)`,
      values: [county, programme, month, id, occasionId],
    },
    'carriedOver',
    at,
    null,
  );
