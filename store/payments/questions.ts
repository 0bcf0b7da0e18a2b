import type { PoolClient } from 'pg';
import { addDays, civilDateAt, startOfDay } from '../../domain/civil-date';
import type { GuardReason } from '../../domain/payments/guards';
import { unwritableNames } from '../payment-files/unwritable-names';
import type { PaymentRules, RunScope } from './scope';

/** Whether the money is there is a question of the funds, asked apart. */
export type Asked = Exclude<GuardReason, 'fundShort'>;

export interface Question {
  /** The lines of `looked` that may not be paid: `line_id` and, where it helps, `detail`. `$1` is the value. */
  readonly sql: string;
  readonly value?: (place: {
    readonly client: PoolClient;
    readonly scope: RunScope;
    readonly rules: PaymentRules;
    readonly at: Date;
  }) => unknown;
  /** Cannot be so when the line has just been drawn. */
  readonly later?: true;
}

const of = (detail: string, rest: string): string =>
  `select l.id as line_id, ${detail} as detail from looked l ${rest}`;

const DEAD = `join person p on p.id = k.person_id and p.died_on is not null`;

/**
 * Each guard as one question to the database, put so that what is rare leads (the dead, open matters, odd accounts) and a
 * whole list is not walked for it; the words stand in domain/payments/guards.ts.
 */
export const questions: Readonly<Record<Asked, Question>> = {
  death: {
    sql: `${of('p.name', `join entitlement_component k on k.entitlement_id = l.entitlement_id ${DEAD} and (left(p.died_on, 7) < l.month or l.occasion_id is not null)`)}
      union all ${of('p.name', `join payment_share k on k.line_id = l.id ${DEAD} and (left(p.died_on, 7) < l.month or l.occasion_id is not null)`)}`,
  },
  deathReported: {
    sql: of('null', `join matter m on m.case_id = l.case_id and m.kind = 'death' and m.closed_at is null`),
  },
  paidTwice: {
    sql: of(
      'e.programme',
      `cross join lateral (
         select o.entitlement_id from entitlement_component k join entitlement_component o on o.person_id = k.person_id
         where k.entitlement_id = l.entitlement_id and o.entitlement_id <> k.entitlement_id offset 0) other
       join entitlement e on e.id = other.entitlement_id and e.case_id <> l.case_id and e.superseded_by is null
         and e.monthly_fen > 0 and e.from_month <= l.month and coalesce(e.to_month, l.month) >= l.month
         and e.programme = any ($1::text[])`,
    ),
    value: ({ scope, rules }) =>
      rules.exclusions.flatMap(([one, other]) => [
        ...(one === scope.programme ? [other] : []),
        ...(other === scope.programme ? [one] : []),
      ]),
  },
  accountMissing: { sql: of('null', 'where l.account_id is null') },
  accountInvalid: {
    sql: of('a.number_tail', 'join card_account a on a.id = l.account_id and not a.number_valid'),
  },
  unwritable: {
    sql: of('a.holder_name', 'join card_account a on a.id = l.account_id and a.holder_name = any ($1::text[])'),
    value: ({ client, scope }) => unwritableNames(client, scope.runId),
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
       join account_use u on u.number_index = a.number_index and u.households > 1 and u.households > $1`,
    ),
    value: ({ rules }) => rules.sharedAccountLimit,
  },
  openFinding: {
    sql: of(
      'm.kind',
      `join matter m on m.case_id = l.case_id and m.closed_at is null and m.kind <> 'death' and m.kind = any ($1::text[])`,
    ),
    value: ({ rules }) => rules.holdingMatters,
  },
  recheckOverdue: {
    sql: of(
      'null',
      `join deadline d on d.case_id = l.case_id and d.kind = 'recheck' and d.state in ('running', 'late') and d.due_at < $1`,
    ),
    value: ({ rules, at }) => new Date(startOfDay(addDays(civilDateAt(at.getTime()), -rules.recheckGraceDays))),
  },
  // Most lines stand for the whole month of an entitlement that is still in force, and for no other line's rest.
  entitlementChanged: {
    sql: `with doubtful as materialized (
        select l.* from looked l
        left join lateral (select * from entitlement where id = l.entitlement_id offset 0) mine on mine.superseded_by is null
          and mine.monthly_fen = l.fen and mine.from_month <= l.month and coalesce(mine.to_month, l.month) >= l.month
        where l.entitlement_id is not null and (mine.id is null or l.kind <> 'regular')
        union
        select l.* from looked l join payment_line o on o.case_id = l.case_id and o.month = l.month
        where o.kind = 'difference' and o.state not in ('cancelled', 'reissued') and l.entitlement_id is not null)
      select l.id as line_id, null as detail from doubtful l
      where l.fen <> coalesce((
          select e.monthly_fen from entitlement e where e.case_id = l.case_id and e.superseded_by is null
            and e.from_month <= l.month and coalesce(e.to_month, l.month) >= l.month), 0)
        - coalesce((select sum(o.fen) from payment_line o where o.case_id = l.case_id and o.month = l.month and o.id <> l.id
            and o.kind in ('regular', 'difference') and o.state not in ('cancelled', 'reissued')), 0)`,
    later: true,
  },
};
