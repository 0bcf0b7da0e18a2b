import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';

export interface Debt {
  readonly caseId: string;
  readonly township: string;
  readonly month: string;
  readonly fen: number;
  /** What of a month's benefit the household agreed to have withheld; undefined: it agreed to instalments alone. */
  readonly monthly?: number;
  readonly agreedOn: string;
}

/** A household that owes and has agreed how to pay it back, as owner and in one piece: the steps of people have tests of their own. */
export const owe = async (
  owner: Client,
  { caseId, township, month, fen, monthly, agreedOn }: Debt,
): Promise<string> => {
  const [recovery, paper, plan] = [randomUUID(), randomUUID(), randomUUID()];
  await owner.query(
    `insert into document (id, case_id, kind, name, mime, size, sha256, storage_key, uploaded_at)
     values ($1::uuid, $2, 'other', '同意书.png', 'image/png', 1, '-', $1::text, now())`,
    [paper, caseId],
  );
  await owner.query(
    `insert into recovery (id, case_id, township, programme, applicant_name, cause, state, opened_on)
     values ($1, $2, $3, 'dibao', '某', 'reduced', 'repaying', $4)`,
    [recovery, caseId, township, agreedOn],
  );
  await owner.query(
    `insert into recovery_month (recovery_id, case_id, month, round, paid_fen, due_fen, fen, found_at)
     select $1, $2, $3, (select count(*) + 1 from recovery_month where case_id = $2 and month = $3), $4::bigint, 0, $4::bigint, now()`,
    [recovery, caseId, month, fen],
  );
  await owner.query(
    `insert into recovery_plan (id, recovery_id, state, agreement_id, deduction_fen, consent_id, maker_id, checker_id, created_at, checked_at)
     values ($1, $2, 'approved', $3::uuid, $4::bigint, case when $4::bigint is not null then $3::uuid end, gen_random_uuid(), gen_random_uuid(),
       $5::timestamptz, $5::timestamptz)`,
    [plan, recovery, paper, monthly ?? null, `${agreedOn}T02:00:00Z`],
  );
  return recovery;
};

const MOVES = `(
  select debit as account, fen as amount, case_id, run_id, township, county, programme, month, source from ledger_transfer
  union all select credit, -fen, case_id, run_id, township, county, programme, month, source from ledger_transfer)`;
/** Where every living line's money stands, asked of the lines alone. */
const STANDS = `(
  select p.account, p.amount, l.case_id, l.run_id, l.township, l.county, l.programme, l.month, b.source
  from payment_line l left join budget_line b on b.id = l.budget_line_id
  cross join lateral (values ('entitled', -l.fen), (l.state, l.fen - case l.state when 'paid' then l.withheld_fen else 0 end),
    ('offset', case l.state when 'paid' then l.withheld_fen else 0 end)) as p (account, amount)
  where l.state not in ('cancelled', 'reissued'))`;
const SOURCED = `('sent', 'uncertain', 'failed', 'paid', 'offset')`;
const OF_LINES = `('entitled', 'pending', 'held', 'sent', 'uncertain', 'failed', 'paid', 'offset')`;

/** Ledger and lines by one dimension, account by account. */
const byDimension = (dimension: string): string => {
  const sums = (
    rows: string,
  ): string => `(select coalesce(${dimension}::text, '') as key, account, sum(amount)::bigint as fen
    from ${rows} one where account in ${dimension === 'source' ? SOURCED : OF_LINES} group by 1, 2)`;
  return `select * from (
      select key, account, a.fen as booked, b.fen as standing from ${sums(MOVES)} a full join ${sums(STANDS)} b using (key, account)) sides
    where coalesce(booked, 0) <> coalesce(standing, 0)`;
};
const dimensions = ['case_id', 'run_id', 'township', 'county', 'programme', 'month', 'source'];

/** What has to be empty, each by its own question to the tables; nothing here is asked of the product's own checks. */
const questions: Readonly<Record<string, string>> = {
  ...Object.fromEntries(dimensions.map((name) => [name, byDimension(name)])),
  'what a run withheld and what it recovered': `
    select * from (select run_id, sum(case debit when 'recovered' then fen else -fen end) as fen from ledger_transfer
        where 'recovered' in (debit, credit) and line_id is not null group by 1 having sum(case debit when 'recovered' then fen else -fen end) <> 0) a
      full join (select run_id, sum(withheld_fen) as fen from payment_line where state = 'paid' and withheld_fen > 0 group by 1) b using (run_id)
    where a.fen is distinct from b.fen`,
  'a recovery and what came in': `
    select r.* from recovery r
    cross join lateral (select coalesce(sum(fen), 0) as fen from recovery_month m where m.recovery_id = r.id) claimed
    cross join lateral (select coalesce(sum(fen), 0) as fen from recovery_entry e where e.recovery_id = r.id and e.kind = 'repayment') repaid
    cross join lateral (select coalesce(sum(l.withheld_fen), 0) as fen from recovery_plan p join payment_line l on l.withheld_for = p.id
      where p.recovery_id = r.id and l.state = 'paid') withheld
    where (r.overpaid_fen, r.recovered_fen, r.outstanding_fen) <> (claimed.fen, repaid.fen + withheld.fen, claimed.fen - repaid.fen - withheld.fen)
      or r.written_off_fen <> 0 or (r.outstanding_fen = 0) <> (r.state = 'settled') or (r.settled_on is null) <> (r.state <> 'settled')`,
  'more on its way than is owed': `
    select r.id from recovery r join recovery_plan p on p.recovery_id = r.id join payment_line l on l.withheld_for = p.id
    where l.state in ('sent', 'uncertain', 'failed') group by r.id having sum(l.withheld_fen) > r.outstanding_fen`,
  'beyond consent or cap, or of another month than those agreed': `
    select l.id from payment_line l join recovery_plan p on p.id = l.withheld_for
    where l.withheld_fen > least(p.deduction_fen, l.fen / 5) or l.kind <> 'regular' or p.consent_id is null
      or l.month < to_char(p.checked_at at time zone 'Asia/Shanghai', 'YYYY-MM')`,
  'a month withheld twice': `
    select case_id, month from payment_line where state = 'paid' and withheld_fen > 0 group by 1, 2 having count(*) > 1`,
  'the budget and what went to the banks': `
    select b.id from budget_line b left join payment_line l on l.budget_line_id = b.id and l.state in ('sent', 'uncertain', 'paid')
    group by b.id having (b.drawn_fen, b.committed_fen) <> (coalesce(sum(l.fen - l.withheld_fen), 0),
      coalesce(sum(l.fen - l.withheld_fen) filter (where l.state in ('sent', 'uncertain')), 0)) or b.overdrawn_fen + b.returned_fen <> 0`,
  'a file and its lines': `
    select f.id from payment_file f join payment_line l on l.file_id = f.id group by f.id having f.fen <> sum(l.fen - l.withheld_fen)`,
  'a published sum and the entitlements that were paid': `
    select r.county, r.month from payment_run r join payment_line l on l.run_id = r.id and l.state = 'paid'
    group by 1, 2 having ledger_paid(r.county, 'benefit', r.month, r.month) <> sum(l.fen)`,
};

/** Names of what does not hold, with the first row that shows it. */
export const broken = async (owner: Client): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const [name, sql] of Object.entries(questions)) {
    const { rows } = await owner.query<Record<string, unknown>>(`${sql} limit 1`);
    if (rows[0]) found.push(`${name}: ${JSON.stringify(rows[0])}`);
  }
  return found;
};
