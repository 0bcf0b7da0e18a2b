/**
 * What marks a case in every list: an emergency being handed over, and a visit by the county that must not be left out
 * (near relatives declared, or a complaint before the decision). Columns of a statement with "case" c. Written so that
 * each is looked up for the rows of the page alone; EXISTS would read every case of the area for one page.
 */
export const markColumns = `
  (select true from matter m where m.case_id = c.id and m.kind = 'emergency' and m.closed_at is null limit 1) is not null as emergency,
  (c.decided_on is null and (
    (select true from relative_declaration r where r.case_id = c.id
      and not exists (select from relative_ending e where e.declaration_id = r.id) limit 1) is not null
    or (select true from matter m where m.case_id = c.id and m.kind = 'complaint' limit 1) is not null)) as "forcedVisit"`;

export interface Marks {
  readonly emergency: boolean;
  readonly forcedVisit: boolean;
}
