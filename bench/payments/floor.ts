import type { Pool } from 'pg';
import { timed } from '../lib/at-a-time';

/** The same roster by one INSERT … SELECT into a table of its own without triggers or checks, as one writes it by hand. */
export const plainRoster = async (pool: Pool, month: string): Promise<number> => {
  await pool.query('create table bench_roster (like payment_line including defaults)');
  await pool.query('alter table bench_roster add primary key (id)');
  try {
    const { ms } = await timed(() =>
      pool.query(
        `insert into bench_roster (run_id, case_id, entitlement_id, county, township, programme, month, kind, fen, applicant_name,
           member_count, account_id, changed_at)
         select gen_random_uuid(), c.id, e.id, left(c.division, 6), left(c.division, 9), c.programme, $1, 'regular', e.monthly_fen,
           c.applicant_name, c.member_count, a.id, now()
         from entitlement e join "case" c on c.id = e.case_id join card_account a on a.case_id = c.id and a.state = 'approved'
         where e.superseded_by is null and e.monthly_fen > 0 and e.from_month <= $1 and coalesce(e.to_month, $1) >= $1`,
        [month],
      ),
    );
    return ms;
  } finally {
    await pool.query('drop table bench_roster');
  }
};
