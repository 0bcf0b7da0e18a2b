import type { RecipientList } from '../../domain/notices/recipients';
import type { Context } from '../context';
import { publicLists, type ListedRow } from './public-lists';

interface Row extends ListedRow {
  readonly supported: number;
  readonly monthlyFen: string;
}

/** Gradual exit counts as benefit. A village's own list leaves nobody out, whoever prints it. */
const sql = `select c.number, c.programme, c.applicant_id as "applicantId", c.applicant_name as "applicantName",
    p.birth_date as "birthDate", c.monthly_fen::text as "monthlyFen",
    (select count(*)::int from case_member m where m.case_id = c.id and m.beneficiary and m.left_on is null) as supported
  from "case" c join person p on p.id = c.applicant_id
  where c.stage in ('benefiting', 'leaving') and c.division = $1
  order by c.programme, c.submitted_at, c.id`;

/** Long-term publication of one village, a list for each programme; every household named is audited. */
export const readRecipientLists = (context: Context, division: string): Promise<readonly RecipientList[]> =>
  publicLists(context, { division, sql, values: [division] }, ({ supported, monthlyFen }: Row) => ({
    supported,
    monthlyFen: BigInt(monthlyFen),
  }));
