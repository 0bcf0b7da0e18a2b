import { civilDateAt, startOfDay } from '../../domain/civil-date';
import { nameOf } from '../../domain/divisions';
import { programmes, type Programme } from '../../domain/lifecycle/programmes';
import type { RecipientList } from '../../domain/notices/recipients';
import { actorOf, type Context } from '../context';
import { townshipOf } from '../letters/paper';
import { isMinor } from './view';

interface Row {
  readonly number: string;
  readonly programme: string;
  readonly applicantId: string;
  readonly applicantName: string;
  readonly birthDate: string;
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
export const readRecipientLists = async (context: Context, division: string): Promise<readonly RecipientList[]> => {
  const on = civilDateAt(context.now().getTime());
  const { rows } = await context.store.withScopedClient(actorOf(context), (client) =>
    client.query<Row>(sql, [division]),
  );
  if (rows.length === 0) return [];
  context.audit.persons(rows.map(({ applicantId }) => applicantId));
  context.audit.detail('division', division);
  return [...new Set(rows.map(({ programme }) => programme))].map((programme) => ({
    programme: programmes[programme as Programme].official,
    office: townshipOf({ division }),
    place: nameOf(division),
    on,
    createdAt: startOfDay(on),
    rows: rows
      .filter((row) => row.programme === programme)
      .map((row) => ({
        caseNumber: row.number,
        applicantName: row.applicantName,
        applicantMinor: isMinor(row, on),
        supported: row.supported,
        monthlyFen: BigInt(row.monthlyFen),
      })),
  }));
};
