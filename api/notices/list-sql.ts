/** After the notice: the county's review, or at once the confirmation by a delegated township. */
const noticeOver = `(c.stage = 'reviewing' or (c.stage = 'confirming' and c.authority = 'township'))`;

/** `endOfToday`: the placeholder of that instant. A notice that ends today asks for the photo of its end today. */
const stateOf = (endOfToday: string): string => `case
  when c.stage = 'objected' then 'objected'
  when c.stage = 'publicised' and notice.id is null then 'toPost'
  when ${noticeOver} or (notice.due_at <= ${endOfToday} and finish.sequence is null) then 'endPhoto'
  else 'running' end`;

/** A posting counts for the proposal that stands: older ones are history. */
const tables = `"case" c
  join person applicant on applicant.id = c.applicant_id
  cross join lateral (
    select e.sequence, e.summary from case_event e
    where e.case_id = c.id and e.owner = 'stage' and e.action = 'propose' order by e.sequence desc limit 1) proposal
  join assessment a on a.id = (proposal.summary ->> 'assessmentId')::uuid
  cross join lateral (
    select count(*)::int as present, count(*) filter (where m.beneficiary)::int as supported
    from case_member m where m.case_id = c.id and m.left_on is null) members
  left join lateral (
    select e.sequence, e.summary ->> 'on' as posted_on from case_event e
    where e.case_id = c.id and e.owner = 'stage' and e.action = 'recordPosting' and e.sequence > proposal.sequence
    order by e.sequence desc limit 1) posting on true
  left join lateral (
    select d.id, d.due_at from deadline d
    where d.case_id = c.id and d.kind = 'publicNotice' and d.state in ('running', 'late', 'unpublished') limit 1) notice on true
  left join lateral (
    select d.due_at from deadline d
    where d.case_id = c.id and d.kind = 'posting' and d.state in ('running', 'late') limit 1) post_by on true
  left join lateral (
    select e.sequence from case_event e
    where e.case_id = c.id and e.owner = 'stage' and e.action = 'recordEndPhoto' and e.sequence > posting.sequence limit 1) finish on true
  cross join lateral (
    select count(*)::int as count from case_event e
    where e.case_id = c.id and e.owner = 'stage' and e.action = 'raiseObjection' and e.sequence > proposal.sequence) objections`;

const columns = `c.id as "caseId", c.number, c.programme, c.division, c.applicant_id as "applicantId",
  c.applicant_name as "applicantName", applicant.birth_date as "birthDate", c.stage,
  proposal.summary ->> 'outcome' as outcome, proposal.summary ->> 'ruralClass' as "ruralClass",
  a.monthly_fen::text as "monthlyFen", members.present, members.supported,
  case when notice.id is null and c.stage = 'publicised' then null else posting.posted_on end as "postedOn",
  notice.due_at as "endsAt", post_by.due_at as "postBy", finish.sequence is not null as "endPhoto", objections.count as objections`;

export interface NoticeRow {
  readonly caseId: string;
  readonly number: string;
  readonly programme: string;
  readonly division: string;
  readonly applicantId: string;
  readonly applicantName: string;
  readonly birthDate: string;
  readonly stage: string;
  readonly outcome: string | null;
  readonly ruralClass: string | null;
  readonly monthlyFen: string;
  readonly present: number;
  readonly supported: number;
  readonly postedOn: string | null;
  readonly endsAt: Date | null;
  readonly postBy: Date | null;
  readonly endPhoto: boolean;
  readonly objections: number;
  readonly state: string;
}

/** Rows of all notices in reach, as a table expression `n`; `where` speaks of the case `c`. */
export const noticeRows = (where: string, endOfToday: string): string => `(
  select ${columns}, ${stateOf(endOfToday)} as state from ${tables}
  where (c.stage in ('publicised', 'objected') or ${noticeOver}) and ${where}
    and (not ${noticeOver} or (finish.sequence is null and exists (
      select from case_event e where e.case_id = c.id and e.action = 'endNotice' and e.sequence > posting.sequence)))
) n`;
