import type { PoolClient } from 'pg';
import { addDays, civilDateAt, startOfDay } from '../../domain/civil-date';
import { guards, type GuardReason } from '../../domain/payments/guards';
import { levelDigits, roles } from '../../domain/lifecycle/roles';
import { unwritableNames } from '../payment-files/unwritable-names';
import { tellOfRun } from './history';
import type { PaymentRules, RunScope } from './scope';

/**
 * The lines of run `$1` that a guard stops: `line_id` and, where it helps, `detail`. `$5` is a value of the guard's own.
 * Only what is not yet on its way is looked at.
 */
const of = (columns: string, rest: string): string =>
  `select l.id as line_id, ${columns} as detail from payment_line l ${rest} where l.run_id = $1 and l.state in ('pending', 'held')`;

/** Whether the money is there is a question of the funds, asked apart. */
type Asked = Exclude<GuardReason, 'fundShort'>;

interface Guard {
  readonly sql: string;
  readonly value?: (rules: PaymentRules, at: Date, client: PoolClient, runId: string) => unknown;
  /** Cannot be so when the line has just been drawn. */
  readonly later?: true;
}

/** Each guard as one question to the database; the words stand in domain/payments/guards.ts. */
const questions: Readonly<Record<Asked, Guard>> = {
  death: {
    sql: of(
      'p.name',
      `join lateral (
         select k.person_id from entitlement_component k where k.entitlement_id = l.entitlement_id
         union all select s.person_id from payment_share s where s.line_id = l.id) k on true
       join person p on p.id = k.person_id and (left(p.died_on, 7) < l.month or l.occasion_id is not null and p.died_on is not null)`,
    ),
  },
  deathReported: {
    sql: of('null', `join matter m on m.case_id = l.case_id and m.kind = 'death' and m.closed_at is null`),
  },
  paidTwice: {
    sql: of(
      'o.programme',
      `join entitlement_component k on k.entitlement_id = l.entitlement_id
       join entitlement_component other on other.person_id = k.person_id and other.entitlement_id <> k.entitlement_id
       join entitlement e on e.id = other.entitlement_id and e.case_id <> l.case_id and e.superseded_by is null
         and e.monthly_fen > 0 and e.from_month <= l.month and coalesce(e.to_month, l.month) >= l.month
       join (select jsonb_array_elements($5::jsonb) as pair) x on true
       join lateral (select e.programme) o on (l.programme, o.programme) in ((x.pair ->> 0, x.pair ->> 1), (x.pair ->> 1, x.pair ->> 0))`,
    ),
    value: ({ exclusions }) => JSON.stringify(exclusions),
  },
  accountMissing: { sql: `${of('null', '')} and l.account_id is null` },
  accountInvalid: {
    sql: of('a.number_tail', 'join card_account a on a.id = l.account_id and not a.number_valid'),
  },
  unwritable: {
    sql: of('a.holder_name', 'join card_account a on a.id = l.account_id and a.holder_name = any ($5::text[])'),
    value: (_rules, _at, client, runId) => unwritableNames(client, runId),
  },
  holderNotMember: {
    sql: of(
      'a.holder_name',
      'join card_account a on a.id = l.account_id and a.holder_person_id is null and a.agreement_id is null',
    ),
  },
  sharedAccount: {
    sql: of(
      'a.number_tail',
      `join card_account a on a.id = l.account_id
         and (select count(*) from card_account s where s.number_index = a.number_index and s.state = 'approved') > $5`,
    ),
    value: ({ sharedAccountLimit }) => sharedAccountLimit,
  },
  openFinding: {
    sql: of(
      'm.kind',
      `join matter m on m.case_id = l.case_id and m.closed_at is null and m.kind <> 'death' and m.kind = any ($5::text[])`,
    ),
    value: ({ holdingMatters }) => holdingMatters,
  },
  recheckOverdue: {
    sql: of(
      'null',
      `join deadline d on d.case_id = l.case_id and d.kind = 'recheck' and d.state in ('running', 'late') and d.due_at < $5`,
    ),
    value: ({ recheckGraceDays }, at) => new Date(startOfDay(addDays(civilDateAt(at.getTime()), -recheckGraceDays))),
  },
  entitlementChanged: {
    sql: `${of('null', '')} and l.entitlement_id is not null and l.fen <> coalesce((
        select e.monthly_fen from entitlement e where e.case_id = l.case_id and e.superseded_by is null
          and e.from_month <= l.month and coalesce(e.to_month, l.month) >= l.month), 0)
      - coalesce((select sum(o.fen) from payment_line o where o.case_id = l.case_id and o.month = l.month and o.id <> l.id
          and o.kind in ('regular', 'difference') and o.state not in ('cancelled', 'reissued')), 0)`,
    later: true,
  },
};

/**
 * Opens a hold for what the guard finds now, unless one is open or somebody has decided to pay this month all the same,
 * knowing the same: a decision outlives the list that it was taken on.
 */
const raise = (found: string): string => `
  insert into payment_hold (line_id, reason, raised_at, role, detail)
  select distinct on (f.line_id) f.line_id, $2::text, $3::timestamptz, $4::text, f.detail from (${found}) f
  where not exists (select from payment_hold h where h.line_id = f.line_id and h.reason = $2 and h.ended_at is null)
    and not exists (
      select from payment_line l join payment_line same on same.case_id = l.case_id and same.month = l.month and same.kind = l.kind
        and same.occasion_id is not distinct from l.occasion_id
      join payment_hold h on h.line_id = same.id and h.reason = $2 and h.outcome = 'cleared' and h.detail is not distinct from f.detail
      where l.id = f.line_id)
  order by f.line_id, f.detail`;

/** Ends a hold whose ground has gone. */
const drop = (found: string): string => `
  update payment_hold h set ended_at = $3::timestamptz, outcome = 'gone'
  from payment_line held
  where held.id = h.line_id and held.run_id = $1 and h.reason = $2 and h.role = $4 and h.ended_at is null
    and h.line_id not in (select f.line_id from (${found}) f)`;

const ask = async (
  client: PoolClient,
  { runId }: RunScope,
  rules: PaymentRules,
  at: Date,
  reason: Asked,
): Promise<void> => {
  const { sql, value } = questions[reason];
  const values = [runId, reason, at, guards[reason].role, ...(value ? [await value(rules, at, client, runId)] : [])];
  await client.query(drop(sql), values);
  await client.query(raise(sql), values);
};

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
     where l.run_id = $1 and l.state = 'held'
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
     where l.run_id = $1 and l.state = 'held' and not exists (
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
 * Looks at every line that is not yet on its way, holds what may not be paid and frees what may again. Safe to repeat:
 * the same facts give the same holds. `fresh`: the lines have been drawn in this transaction.
 */
export const guardRun = async (
  client: PoolClient,
  scope: RunScope,
  rules: PaymentRules,
  at: Date,
  fresh = false,
): Promise<void> => {
  for (const reason of Object.keys(questions) as Asked[])
    if (!(fresh && questions[reason].later)) await ask(client, scope, rules, at, reason);
  await moveHeld(client, scope.runId, at);
  await writeTasks(client, scope.runId, at);
};
