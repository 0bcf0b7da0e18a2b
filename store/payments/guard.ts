import type { PoolClient } from 'pg';
import { guards } from '../../domain/payments/guards';
import { levelDigits, roles } from '../../domain/lifecycle/roles';
import { tellOfRun } from './history';
import { questions, type Asked } from './questions';
import type { PaymentRules, RunScope } from './scope';

/** Asks every guard about the lines of `looked`; what they find is kept in `found`. Answers how much that is. */
const ask = async (
  client: PoolClient,
  scope: RunScope,
  rules: PaymentRules,
  at: Date,
  asked: readonly Asked[],
): Promise<number> => {
  let found = 0;
  for (const reason of asked) {
    const { sql, value } = questions[reason];
    const values = value ? [await value({ client, scope, rules, at })] : [];
    const { rowCount } = await client.query(
      `insert into found (reason, line_id, detail) select '${reason}', f.line_id, f.detail from (${sql}) f`,
      values,
    );
    found += rowCount ?? 0;
  }
  return found;
};

/**
 * Opens a hold for what the guards found now, unless one is open or somebody has decided to pay this month all the same,
 * knowing the same: a decision outlives the list that it was taken on.
 */
const RAISE = `
  insert into payment_hold (line_id, reason, raised_at, role, detail)
  select distinct on (f.line_id, f.reason) f.line_id, f.reason, $1::timestamptz, $2::jsonb ->> f.reason, f.detail from found f
  where not exists (select from payment_hold h where h.line_id = f.line_id and h.reason = f.reason and h.ended_at is null)
    and not exists (
      select from looked l join payment_line same on same.case_id = l.case_id and same.month = l.month and same.kind = l.kind
        and same.occasion_id is not distinct from l.occasion_id
      join payment_hold h on h.line_id = same.id and h.reason = f.reason and h.outcome = 'cleared' and h.detail is not distinct from f.detail
      where l.id = f.line_id)
  order by f.line_id, f.reason, f.detail`;

/** Ends the holds whose ground has gone. */
const DROP = `
  update payment_hold h set ended_at = $1::timestamptz, outcome = 'gone' from looked l
  where l.id = h.line_id and h.role = $2::jsonb ->> h.reason and h.ended_at is null
    and not exists (select from found f where f.line_id = h.line_id and f.reason = h.reason)`;

/** Lines with an open hold wait; those without go on. Tells open desks where any moved. */
export const moveHeld = async (client: PoolClient, runId: string, at: Date): Promise<void> => {
  const { rowCount: held } = await client.query(
    `update payment_line l set state = 'held', changed_at = $2, changed_by = null,
       reason = (select h.reason from payment_hold h where h.line_id = l.id and h.ended_at is null order by h.reason limit 1)
     where l.run_id = $1 and l.state = 'pending'
       and exists (select from payment_hold h where h.line_id = l.id and h.ended_at is null)`,
    [runId, at],
  );
  const { rowCount: freed } = await client.query(
    `update payment_line l set state = 'pending', reason = null, changed_at = $2, changed_by = null
     where l.run_id = $1 and l.stuck = 'held'
       and not exists (select from payment_hold h where h.line_id = l.id and h.ended_at is null)`,
    [runId, at],
  );
  if (held || freed) await tellOfRun(client, runId);
};

const countyRoles = Object.entries(roles).flatMap(([role, { level }]) => (level === 'county' ? [role] : []));

/** One open task for each held line and desk, on the household's case; done when its holds have ended. */
export const writeTasks = async (client: PoolClient, runId: string, at: Date): Promise<void> => {
  const sentences = Object.fromEntries(
    Object.entries(guards).map(([reason, { label, todo }]) => [reason, `暂缓发放:${label};${todo}`]),
  );
  await client.query(
    `insert into work_item (id, case_id, owner, kind, role, division, level, sentence, created_at)
     select gen_random_uuid(), l.case_id, 'payment/' || l.id, 'task', h.role,
       case when h.role = any ($3::text[]) then left(l.township, ${levelDigits.county}) else l.township end, 0,
       $4::jsonb ->> min(h.reason), $2
     from payment_line l join payment_hold h on h.line_id = l.id and h.ended_at is null
     where l.run_id = $1 and l.stuck = 'held' and not exists (
       select from work_item w where w.case_id = l.case_id and w.owner = 'payment/' || l.id and w.role = h.role and w.done_at is null)
     group by l.id, h.role`,
    [runId, at, countyRoles, JSON.stringify(sentences)],
  );
  await client.query(
    `update work_item w set done_at = $2 from payment_line l
     where l.run_id = $1 and w.case_id = l.case_id and w.owner = 'payment/' || l.id and w.done_at is null
       and not exists (select from payment_hold h where h.line_id = l.id and h.role = w.role and h.ended_at is null)`,
    [runId, at],
  );
};

/**
 * Looks at the lines of `looked`, holds what may not be paid and frees what may again. Safe to repeat: the same facts give
 * the same holds. `fresh`: the lines have been drawn in this transaction.
 */
export const guardRun = async (
  client: PoolClient,
  scope: RunScope,
  rules: PaymentRules,
  at: Date,
  fresh = false,
): Promise<void> => {
  const asked = (Object.keys(questions) as Asked[]).filter((reason) => !(fresh && questions[reason].later));
  const found = await ask(client, scope, rules, at, asked);
  const values = [at, JSON.stringify(Object.fromEntries(asked.map((reason) => [reason, guards[reason].role])))];
  if (!fresh) await client.query(DROP, values);
  if (found > 0) await client.query(RAISE, values);
  await moveHeld(client, scope.runId, at);
  await writeTasks(client, scope.runId, at);
};
