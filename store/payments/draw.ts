import type { PoolClient } from 'pg';
import { planWithout } from './planned';
import type { RunScope } from './scope';

/**
 * Households that the county pays for a month, by the office that the case lay with then: `due`, a row of a household and
 * month. `$2`: county, `$3`: programme, `$4`: month, `$5`: first month of this system.
 */
const DUE = `
  mine as (
    select id, division, applicant_name, member_count from "case" where programme = $3 and division >= $2 and division < $2 || ':'
    union all
    select id, division, applicant_name, member_count from "case" c where programme = $3 and not (division >= $2 and division < $2 || ':')
      and id in (select case_id from case_division where division >= $2 and division < $2 || ':')
  ),
  homes as (
    select d.case_id, d.division, lead(d.from_month, 1, '9999-12') over moves as until,
      case row_number() over moves when 1 then '' else d.from_month end as since
    from case_division d join mine m on m.id = d.case_id window moves as (partition by d.case_id order by d.from_month)
  ),
  months as (select array_agg(month_text(number) order by number) as texts from generate_series(month_number($5), month_number($4)) number),
  spans as (
    select e.id as entitlement_id, e.case_id, e.monthly_fen, m.applicant_name, m.member_count, m.division, unnest((select texts from months)[
        greatest(month_number(e.from_month) - month_number($5), 0) + 1
        : month_number(least(coalesce(e.to_month, $4), $4)) - month_number($5) + 1]) as month
    from mine m cross join lateral (select * from entitlement where case_id = m.id offset 0) e
    where e.superseded_by is null and e.monthly_fen > 0 and e.from_month <= $4 and coalesce(e.to_month, $4) >= $5
  ),
  due as (
    select s.entitlement_id, s.case_id, s.monthly_fen, s.applicant_name, s.member_count, s.month,
      left(coalesce(h.division, s.division), 9) as township
    from spans s left join homes h on h.case_id = s.case_id and s.month >= h.since and s.month < h.until
  )`;

/** What is neither paid nor under way in full by the one line of its month; whatever else lies there is added up for these alone. */
const OWED = `
  owed as materialized (
    select * from due d where starts_with(d.township, $2) and not exists (
      select from payment_line l where l.case_id = d.case_id and l.month = d.month and l.kind = 'regular'
        and l.state not in ('cancelled', 'reissued') and l.fen >= d.monthly_fen)
  ),
  covered as (
    select l.case_id, l.month,
      coalesce(sum(l.fen) filter (where l.state not in ('cancelled', 'reissued')), 0) as fen,
      bool_or(l.kind = 'regular' and l.state not in ('cancelled', 'reissued')) as regular,
      bool_or(l.kind = 'difference' and l.state not in ('cancelled', 'reissued', 'paid')) as waiting,
      count(*) filter (where l.kind = 'regular') as regulars,
      count(*) filter (where l.kind = 'difference') as differences,
      max(l.id) filter (where l.state = 'reissued') as replaced
    from owed o join payment_line l on l.case_id = o.case_id and l.month = o.month
    where l.kind in ('regular', 'difference') group by l.case_id, l.month
  )`;

/**
 * One line for every month that a household is entitled to and that no living line covers, up to the run's month; what a
 * month already drawn was too little becomes a `difference`. Set-based: one statement, however many, that finds the rows of
 * its households by index and reads no other county's.
 */
export const drawMonths = async (client: PoolClient, scope: RunScope, firstMonth: string, at: Date): Promise<void> => {
  // Planned while the tables may still be empty, run when they are not.
  await planWithout(client, ['seqscan'], () =>
    client.query(
      `with ${DUE}, ${OWED}
     insert into payment_line (run_id, case_id, entitlement_id, county, township, programme, month, kind, correction, fen,
         applicant_name, member_count, account_id, replaces, changed_at)
       select $1::uuid, d.case_id, d.entitlement_id, $2, d.township, $3, d.month,
         case when v.regular then 'difference' else 'regular' end,
         case when v.regular then v.differences else coalesce(v.regulars, 0) end,
         d.monthly_fen - coalesce(v.fen, 0), d.applicant_name, d.member_count, a.id, v.replaced, $6
       from owed d
       left join covered v on v.case_id = d.case_id and v.month = d.month
       left join card_account a on a.case_id = d.case_id and a.state = 'approved'
       where d.monthly_fen > coalesce(v.fen, 0) and not coalesce(v.waiting, false)
       order by d.township, d.case_id, d.month`,
      [scope.runId, scope.county, scope.programme, scope.month, firstMonth, at],
    ),
  );
};

const living = `select township, count(*)::int as lines, sum(fen) as fen from payment_line
  where run_id = $1 and state <> 'cancelled' group by township`;

/** The run is what its townships are together. */
const addUp = async (client: PoolClient, runId: string): Promise<void> => {
  await client.query(
    `update payment_run r set lines = n.lines, fen = n.fen
     from (select coalesce(sum(lines), 0)::int as lines, coalesce(sum(fen), 0)::bigint as fen from payment_township where run_id = $1) n
     where r.id = $1 and (r.lines, r.fen) is distinct from (n.lines, n.fen)`,
    [runId],
  );
};

/** Counts anew what lives in the run; a township that confirmed keeps its confirmation. */
export const recountTownships = async (client: PoolClient, runId: string): Promise<void> => {
  await client.query(
    `update payment_township t set lines = n.lines, fen = n.fen
     from (select p.township, coalesce(c.lines, 0) as lines, coalesce(c.fen, 0) as fen
           from payment_township p left join (${living}) c using (township) where p.run_id = $1) n
     where t.run_id = $1 and t.township = n.township and (t.lines, t.fen) is distinct from (n.lines, n.fen)`,
    [runId],
  );
  await addUp(client, runId);
};

/** Counts what lives in a list that has just been drawn, by township and altogether; nobody has confirmed it. */
export const countTownships = async (client: PoolClient, runId: string): Promise<void> => {
  await client.query('delete from payment_township where run_id = $1', [runId]);
  await client.query(
    `insert into payment_township (run_id, township, lines, fen) select $1, township, lines, fen from (${living}) c`,
    [runId],
  );
  await addUp(client, runId);
};
