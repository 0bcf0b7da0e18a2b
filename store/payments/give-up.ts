import type { PoolClient } from 'pg';

/** Takes back every line that is not on its way: what it held is owed again and drawn by the next list. */
export const giveUpLines = async (
  client: PoolClient,
  runId: string,
  reason: 'redrawn' | 'runCancelled',
  at: Date,
  actorId: string | null,
): Promise<void> => {
  await client.query(
    `update payment_hold h set ended_at = $2, outcome = 'gone', ended_by = $3 from payment_line l
     where l.id = h.line_id and l.run_id = $1 and l.state = 'held' and h.ended_at is null`,
    [runId, at, actorId],
  );
  await client.query(
    `update work_item w set done_at = $2 from payment_line l
     where l.run_id = $1 and l.state = 'held' and w.case_id = l.case_id and w.owner = 'payment/' || l.id and w.done_at is null`,
    [runId, at],
  );
  await client.query(
    `update payment_line set state = 'cancelled', reason = $4, changed_at = $2, changed_by = $3
     where run_id = $1 and state in ('pending', 'held')`,
    [runId, at, actorId, reason],
  );
};
