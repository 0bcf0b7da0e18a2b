import { z } from 'zod';
import { ageOn, civilDateAt, isCivilMonth, startOfDay } from '../../domain/civil-date';
import type { PaymentList } from '../../domain/disclosure/list';
import { nameOf } from '../../domain/divisions';
import { levelDigits } from '../../domain/lifecycle/roles';
import { programmes, type Programme } from '../../domain/lifecycle/programmes';
import { actorOf, type Context } from '../context';
import { divisionCode, text } from '../fields';
import { townshipOf } from '../letters/paper';

const ADULT = 18;

interface Row {
  readonly number: string;
  readonly programme: string;
  readonly applicantId: string;
  readonly applicantName: string;
  readonly birthDate: string;
  readonly memberCount: number;
  readonly fen: string;
}

export const listQuery = z.strictObject({
  division: divisionCode('乡镇(村)代码').refine(
    (code) => code.length >= levelDigits.township,
    '请选择一个乡镇(街道)或村(社区)',
  ),
  month: text('月份').refine(isCivilMonth, '月份应为年-月,例如 2022-09'),
});

const sql = `
  select c.number, c.programme, c.applicant_id as "applicantId", c.applicant_name as "applicantName", p.birth_date as "birthDate",
    max(l.member_count) as "memberCount", sum(l.fen)::text as fen
  from payment_run r join payment_line l on l.run_id = r.id join "case" c on c.id = l.case_id join person p on p.id = c.applicant_id
  where r.county = left($1, 6) and r.month = $2 and l.state = 'paid' and l.township = left($1, 9)
    and (length($1) < 12 or c.division = $1)
  group by c.id, p.id order by c.programme, c.division, c.submitted_at, c.id`;

/** Who was paid by the lists of a month in one place, a list for each programme; every household named is audited. */
export const readPaymentLists = async (
  context: Context,
  { division, month }: z.output<typeof listQuery>,
): Promise<readonly PaymentList[]> => {
  const on = civilDateAt(context.now().getTime());
  const { rows } = await context.store.withScopedClient(actorOf(context), (client) =>
    client.query<Row>(sql, [division, month]),
  );
  if (rows.length === 0) return [];
  context.audit.persons(rows.map(({ applicantId }) => applicantId));
  context.audit.detail('division', division);
  return [...new Set(rows.map(({ programme }) => programme))].map((programme) => ({
    programme: programmes[programme as Programme].official,
    office: townshipOf({ division }),
    place: nameOf(division),
    month,
    on,
    createdAt: startOfDay(on),
    rows: rows
      .filter((row) => row.programme === programme)
      .map((row) => ({
        caseNumber: row.number,
        applicantName: row.applicantName,
        applicantMinor: ageOn(row.birthDate, on) < ADULT,
        memberCount: row.memberCount,
        fen: BigInt(row.fen),
      })),
  }));
};
