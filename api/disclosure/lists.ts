import { z } from 'zod';
import { isCivilMonth } from '../../domain/civil-date';
import type { PaymentList } from '../../domain/disclosure/list';
import { levelDigits } from '../../domain/lifecycle/roles';
import type { Context } from '../context';
import { divisionCode, text } from '../fields';
import { publicLists, type ListedRow } from '../notices/public-lists';

interface Row extends ListedRow {
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
  const lists = await publicLists(
    context,
    { division, sql, values: [division, month] },
    ({ memberCount, fen }: Row) => ({ memberCount, fen: BigInt(fen) }),
  );
  return lists.map((list) => ({ ...list, month }));
};
