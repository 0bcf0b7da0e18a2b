import type { CivilDate } from '../../domain/civil-date';
import type { Tx } from '../with-scope';
import { claimMonths, lockClaims, type Claim, type Debtor } from './claim';

type Overpaid = Claim & Debtor;

/**
 * Months for which more was paid than the entitlements now in force give, less what has been claimed already. Only a
 * household of which an entitlement was ended or superseded, or which has a line replaced, can have any. What a bank paid
 * beyond the lines is claimed by its finding, and no part of this.
 */
const overpaidMonths = (tx: Tx): Promise<Overpaid[]> => tx.$queryRaw<Overpaid[]>`
  with suspects as (
    select case_id from entitlement where to_month is not null or superseded_by is not null
    union select case_id from payment_line where replaces is not null),
  paid as (
    select l.case_id, l.month, sum(l.fen) as fen, max(l.id) as last, bool_or(l.replaces is not null) as replaced
    from payment_line l join suspects s on s.case_id = l.case_id
    where l.state = 'paid' and l.kind in ('regular', 'difference') group by 1, 2),
  compared as (
    select p.*, coalesce((select sum(e.monthly_fen) from entitlement e where e.case_id = p.case_id and e.superseded_by is null
        and e.from_month <= p.month and coalesce(e.to_month, p.month) >= p.month), 0) as due,
      coalesce((select sum(m.fen) from recovery_month m where m.case_id = p.case_id and m.month = p.month and m.finding_id is null), 0) as claimed,
      (select count(*)::int from recovery_month m where m.case_id = p.case_id and m.month = p.month) as rounds
    from paid p)
  select c.case_id as "caseId", c.month, c.rounds + 1 as round, c.fen::bigint as "paidFen", c.due::bigint as "dueFen",
    (c.fen - c.due - c.claimed)::bigint as fen, l.township, l.programme, l.applicant_name as "applicantName",
    case
      when exists (select from case_member m join person d on d.id = m.person_id and d.died_on is not null where m.case_id = c.case_id)
        then 'death'
      when c.due > 0 and c.replaced then 'paidLate'
      when c.due > 0 then 'reduced' else 'stopped' end as cause,
    (select r.id from recovery r where r.case_id = c.case_id and r.state not in ('repaying', 'settled', 'dismissed') order by r.opened_on, r.id limit 1) as "openId"
  from compared c join payment_line l on l.id = c.last
  where c.fen - c.due - c.claimed > 0 order by c.case_id, c.month`;

const byCase = (months: readonly Overpaid[]): ReadonlyMap<string, readonly Overpaid[]> => {
  const groups = new Map<string, Overpaid[]>();
  for (const one of months) groups.set(one.caseId, [...(groups.get(one.caseId) ?? []), one]);
  return groups;
};

/**
 * Claims every overpaid month once: in the household's recovery that no agreement settles yet, or in a new one with a task
 * for the county, so that it is verified and the household told. Safe to repeat and to run twice at once. Answers how many households were found.
 */
export const claimOverpaid = async (tx: Tx, day: CivilDate, at: Date): Promise<number> => {
  await lockClaims(tx);
  const groups = byCase(await overpaidMonths(tx));
  for (const months of groups.values()) await claimMonths(tx, months[0]!, months, day, at);
  return groups.size;
};
