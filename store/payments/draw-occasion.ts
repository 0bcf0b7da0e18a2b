import type { PoolClient } from 'pg';
import { Prisma } from '../../generated/prisma/client';
import { roll } from '../price-linkage/recipients';
import type { Occasion } from './occasion';
import type { RunScope } from './scope';

const rollOf = ({ month, division, rates, highestFirst }: Occasion, county: string) =>
  roll({ month, division, rates, highestFirst, county });

/**
 * One line for every household of the county and programme with a person whom the occasion pays and no living line of it
 * counts; each person once, by the class that the rule names, wherever else they stand. The shares say who was counted.
 */
export const drawOccasion = async (
  client: PoolClient,
  { runId, county, programme }: RunScope,
  occasion: Occasion,
  at: Date,
): Promise<void> => {
  const { text, values } = Prisma.sql`${rollOf(occasion, county)}, living as materialized (
      select l.id, l.case_id from payment_line l where l.occasion_id = ${occasion.id}::uuid and l.state not in ('cancelled', 'reissued')
    ), mine as materialized (
      select o.* from once o
      where o.programme = ${programme} and left(o.division, 6) = ${county}
        and o.case_id not in (select case_id from living)
        and not exists (select from payment_share s join living on living.id = s.line_id where s.person_id = o.person_id)
    ), drawn as (
      insert into payment_line (run_id, case_id, county, township, programme, month, kind, correction, fen, applicant_name,
          member_count, account_id, replaces, changed_at, occasion_id)
        select ${runId}::uuid, m.case_id, ${county}, left(min(m.division), 9), ${programme}, ${occasion.month}, ${occasion.kind},
          (select count(*) from payment_line p where p.case_id = m.case_id and p.occasion_id = ${occasion.id}::uuid),
          sum(m.fen), c.applicant_name, count(*),
          (select a.id from card_account a where a.case_id = m.case_id and a.state = 'approved'),
          (select max(p.id) from payment_line p where p.case_id = m.case_id and p.occasion_id = ${occasion.id}::uuid and p.state = 'reissued'),
          ${at}::timestamptz, ${occasion.id}::uuid
        from mine m join "case" c on c.id = m.case_id
        group by m.case_id, c.applicant_name order by 4, m.case_id
        returning id, case_id
    )
    insert into payment_share (line_id, person_id, fen) select d.id, m.person_id, m.fen from drawn d join mine m using (case_id)`;
  await client.query(text, values);
};
