/** One row for each time a notice was hung up: how it ended, the photos of start and end, and who objected. */
export const evidenceSql = (where: string, most: string): string => `
  select e.id, e.sequence, e.at as "postedAt", e.summary ->> 'on' as "postedOn", c.id as "caseId", c.number,
    c.applicant_name as "applicantName", c.division, start.id as "startInput", start.content_enc as "startEnc",
    finish.id as "endInput", finish.content_enc as "endEnc", ending.action as "endAction", ending.at as "endedAt",
    coalesce(objections.list, '[]'::json) as objections
  from case_event e
  join "case" c on c.id = e.case_id
  left join case_input start on start.id = e.input_id
  left join lateral (
    select min(later.sequence) as sequence from case_event later
    where later.case_id = e.case_id and later.action in ('recordPosting', 'propose') and later.sequence > e.sequence) next on true
  left join lateral (
    select i.id, i.content_enc from case_event photo join case_input i on i.id = photo.input_id
    where photo.case_id = e.case_id and photo.action = 'recordEndPhoto' and photo.sequence > e.sequence
      and (next.sequence is null or photo.sequence < next.sequence)
    order by photo.sequence desc limit 1) finish on true
  left join lateral (
    select over.action, over.at from case_event over
    where over.case_id = e.case_id and over.owner = 'stage' and over.sequence > e.sequence
      and over.action in ('endNotice', 'raiseObjection', 'withdrawNotice', 'withdraw')
    order by over.sequence limit 1) ending on true
  left join lateral (
    select json_agg(json_build_object('sequence', o.sequence, 'at', o.at, 'role', o.actor_role) order by o.sequence) as list
    from case_event o
    where o.case_id = e.case_id and o.owner = 'stage' and o.action = 'raiseObjection' and o.sequence > e.sequence
      and (next.sequence is null or o.sequence < next.sequence)) objections on true
  where e.owner = 'stage' and e.action = 'recordPosting' and ${where}
  order by e.at desc, e.id desc limit ${most}`;

export interface EvidenceRow {
  readonly id: string;
  readonly sequence: number;
  readonly postedAt: Date;
  readonly postedOn: string | null;
  readonly caseId: string;
  readonly number: string;
  readonly applicantName: string;
  readonly division: string;
  readonly startInput: string | null;
  readonly startEnc: Uint8Array | null;
  readonly endInput: string | null;
  readonly endEnc: Uint8Array | null;
  readonly endAction: string | null;
  readonly endedAt: Date | null;
  readonly objections: readonly { readonly sequence: number; readonly at: string; readonly role: string }[];
}
