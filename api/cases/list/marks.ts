/**
 * What marks a case in every list: an emergency being handed over, and a visit by the county that must not be left out
 * (near relatives declared, or a complaint before the decision). A column of a statement with "case" c, looked up for
 * the rows of the page alone (a function in the list is run after the limit).
 */
export const markColumns = 'case_marks(c.id, c.decided_on is not null) as marks';

export interface Marks {
  readonly marks: { readonly emergency: boolean; readonly forcedVisit: boolean };
}
