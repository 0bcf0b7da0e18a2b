/** Of a line `l`, in SQL: what must hold before it is paid anew. One definition for a single line and for those of a run. */

/** Whether anybody still looks into what a bank said of the line, or of those that it stands for. */
export const OPEN_FINDING = `exists (select from payment_finding f join payment_line o on o.id = f.line_id
  where o.case_id = l.case_id and o.month = l.month and o.kind = l.kind and f.closed_at is null)`;

/** The account that two people have put in the place of the one that failed, or null; a case has one in force. */
export const CORRECTED_ACCOUNT = `(select a.id from card_account a
  where a.case_id = l.case_id and a.state = 'approved' and a.id is distinct from l.account_id
    and a.checker_id is not null and a.maker_id is distinct from a.checker_id)`;
