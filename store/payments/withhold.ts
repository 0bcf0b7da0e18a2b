import { civilDateAt } from '../../domain/civil-date';
import type { Ratio } from '../../domain/parameters/read';
import type { Sql } from '../sql';

/** What lines withhold of a recovery `r` and have not recovered yet, by a condition on the line `w`. */
const withheldOf = (condition: string): string => `(
  select coalesce(sum(w.withheld_fen), 0) from recovery_plan o join payment_line w on w.withheld_for = o.id
  where o.recovery_id = r.id and (${condition}))`;

/** A plan `p` of a recovery `r` that may withhold: at most one of a recovery. */
const AGREED = `p.deduction_fen > 0 and p.state = 'approved' and p.consent_id is not null and p.revoked_at is null and r.state = 'repaying'`;

/** Lines of run `$1` that a plan in force may withhold from: months' benefits, from the month of the agreement on. */
const LINES = `
  payment_line l join recovery r on r.case_id = l.case_id join recovery_plan p on p.recovery_id = r.id and ${AGREED}
  where l.run_id = $1::uuid and l.state in ('pending', 'held') and l.kind = 'regular' and l.withheld_fen = 0
    and l.month >= to_char(p.checked_at at time zone 'Asia/Shanghai', 'YYYY-MM')`;

const townshipsOf = async (client: Sql, runId: string): Promise<readonly string[]> => {
  const { rows } = await client.query<{ township: string }>(`select distinct l.township from ${LINES}`, [runId]);
  return rows.map(({ township }) => township);
};

/** Of several plans the earliest; a household that gets several months at once has each lessened, the earliest first. */
const WITHHOLD = `
  with caps as (
    select * from unnest($3::text[], $4::numeric[], $5::numeric[]) as c (township, numerator, denominator)
  ), agreed as (
    select distinct on (l.id) l.id, l.case_id, l.month, l.fen as whole, l.township, p.id as plan_id, p.deduction_fen,
      r.outstanding_fen - ${withheldOf(`w.state in ('pending', 'held', 'sent', 'uncertain', 'failed')`)} as room
    from ${LINES} order by l.id, p.checked_at, p.id
  ), wanted as (
    select a.*, least(a.deduction_fen, div(a.whole * c.numerator, c.denominator)) as fen from agreed a join caps c using (township)
  ), given as (
    select id, plan_id, least(fen, room - coalesce(sum(fen) over (
      partition by plan_id order by month, id rows between unbounded preceding and 1 preceding), 0)) as fen from wanted
  )
  update payment_line l set withheld_fen = g.fen, withheld_for = g.plan_id, changed_at = $2::timestamptz from given g where g.id = l.id and g.fen > 0`;

// @clause 三(三) withheld with written consent alone, within the cap, never more than is outstanding
/**
 * Says of a list that has just been drawn what each line withholds: what the household agreed to for a month, at most
 * `capOf` its township of the line, and never more than is outstanding and not yet withheld elsewhere. Set-based.
 */
export const withholdAgreed = async (
  client: Sql,
  runId: string,
  capOf: (township: string) => Ratio,
  at: Date,
): Promise<void> => {
  const townships = await townshipsOf(client, runId);
  if (townships.length === 0) return;
  const caps = townships.map(capOf);
  await client.query(WITHHOLD, [
    runId,
    at,
    townships,
    caps.map(({ numerator }) => numerator.toString()),
    caps.map(({ denominator }) => denominator.toString()),
  ]);
};

/**
 * Withholds less, or nothing, where a plan has ended, its consent was taken back or less is outstanding than when the list
 * was drawn. Never more than stood in the list that people confirmed: a plan agreed since begins with the next. One that was
 * replaced hands over to the plan in its place, as far as that allows.
 */
export const withholdLess = async (client: Sql, runId: string, at: Date): Promise<void> => {
  const { rows } = await client.query(
    `select id from recovery where id in (
       select p.recovery_id from payment_line l join recovery_plan p on p.id = l.withheld_for
       where l.run_id = $1::uuid and l.withheld_fen > 0 and l.state in ('pending', 'held')) order by id for update`,
    [runId],
  );
  if (rows.length === 0) return;
  await client.query(
    `with due as (
       select l.id, p.id as plan_id, case when p.id is null then 0 else least(l.withheld_fen, p.deduction_fen, greatest(0, r.outstanding_fen - ${withheldOf(
         `w.state in ('sent', 'uncertain', 'failed') or w.state in ('pending', 'held') and w.id < l.id`,
       )})) end as fen
       from payment_line l join recovery_plan o on o.id = l.withheld_for join recovery r on r.id = o.recovery_id
       left join recovery_plan p on p.recovery_id = r.id and ${AGREED}
       where l.run_id = $1::uuid and l.withheld_fen > 0 and l.state in ('pending', 'held'))
     update payment_line l set withheld_fen = d.fen, withheld_for = case when d.fen > 0 then d.plan_id end, changed_at = $2::timestamptz
     from due d where d.id = l.id and (d.fen <> l.withheld_fen or d.plan_id <> l.withheld_for)`,
    [runId, at],
  );
};

/** A sent line of which nothing is left to pay out goes to no bank: it is settled as it is sent. */
export const settleWithheldWhole = async (client: Sql, runId: string, at: Date): Promise<void> => {
  await client.query(
    `update payment_line set state = 'paid', paid_on = $3, changed_at = $2::timestamptz
     where run_id = $1::uuid and state = 'sent' and withheld_fen > 0 and withheld_fen = fen`,
    [runId, at, civilDateAt(at.getTime())],
  );
};
