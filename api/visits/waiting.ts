/**
 * What waits for a visit: applications under investigation without a signed visit since they came there, changes and
 * re-checks in whose first step nobody has been yet. $1, $2: the office, from and to; $3: the officer, who must be no relative.
 */
const inPlace = `c.division >= $1 and c.division < $2 and not exists (
  select from relative_declaration r where r.case_id = c.id and r.staff_id = $3::uuid
    and not exists (select from relative_ending e where e.declaration_id = r.id))`;

const columns = `c.id as "caseId", c.number, c.applicant_name as "applicantName", c.member_count as "memberCount",
  c.division, c.area`;

const dueAt = (owner: string): string => `coalesce((select min(d.due_at) from deadline d
  where d.case_id = c.id and d.owner = ${owner} and d.state in ('running', 'late')), 'infinity'::timestamptz)`;

const visited = (owner: string): string =>
  `select from case_event e where e.case_id = c.id and e.action = 'recordVisit' and e.owner = ${owner}`;

export const waiting = `
  select ${columns}, 'stage' as owner, 'investigation' as kind, c.stage_since as since, ${dueAt("'stage'")} as due
  from "case" c
  where c.stage = 'investigating' and ${inPlace}
    and not exists (${visited("'stage'")} and e.summary->>'signed' = 'true' and e.at >= c.stage_since)
  union all
  select ${columns}, m.id::text, m.kind, m.opened_at, ${dueAt('m.id::text')}
  from "case" c join matter m on m.case_id = c.id
  where m.closed_at is null and (m.kind, m.step) in (('recheck', 'due'), ('change', 'reported')) and ${inPlace}
    and not exists (${visited('m.id::text')})`;

export interface WaitingRow {
  readonly caseId: string;
  readonly number: string;
  readonly applicantName: string;
  readonly memberCount: number;
  readonly division: string;
  readonly area: string;
  readonly owner: string;
  readonly kind: string;
  readonly since: Date;
  /** Postgres' `infinity` comes as a number. */
  readonly due: Date | number;
}
