import {
  addDays,
  addMonthsToMonth,
  firstDayOf,
  monthOf,
  type CivilDate,
  type CivilMonth,
} from '../../../domain/civil-date';
import { uuidOf } from '../../../store/uuid';
import { roster } from '../staff/roster';
import type { SeedDeps } from '../telling/deps';

/** 腾冲市 pays with this system; the months before were paid by another one. */
export const PAYING_COUNTY = '530581';
const MONTHS_BACK = 3;
const YEARLY_FEN = 60_000_000n;
const [maker, checker] = roster.filter(({ role }) => role === 'administrator');

/** The months that the demo has paid or is paying, the present one last. */
export const paidMonths = ({ today }: Pick<SeedDeps['days'], 'today'>): readonly CivilMonth[] =>
  Array.from({ length: MONTHS_BACK + 1 }, (_, at) => addMonthsToMonth(monthOf(today), at - MONTHS_BACK));

export const dayIn = (month: CivilMonth, day: number): CivilDate => addDays(firstDayOf(month), day - 1);

const enterFirstMonth = async ({ store, days }: SeedDeps): Promise<void> => {
  const [firstMonth = ''] = paidMonths(days);
  const entered = new Date(days.instant(`${firstMonth}-01`, 0));
  await store.prisma.parameterEntry.createMany({
    data: [
      {
        id: uuidOf('seed', 'parameter', 'payment.firstMonth'),
        parameter: 'payment.firstMonth',
        division: PAYING_COUNTY,
        validFrom: '2022-01-01',
        value: firstMonth,
        reference: '演示数据:腾冲市自该月起由本系统发放(虚构)',
        state: 'approved',
        makerId: maker?.id ?? '',
        checkerId: checker?.id ?? '',
        createdAt: entered,
        checkedAt: entered,
      },
    ],
    skipDuplicates: true,
  });
};

/** A year's money of the county's own, allocated and arrived at its beginning, as far as nothing stands there yet. */
const enterFunds = async ({ store, days }: SeedDeps): Promise<void> => {
  const years = [...new Set(paidMonths(days).map((month) => Number(month.slice(0, 4))))];
  await store.pool.query(
    `insert into fund_movement (id, kind, programme, year, source, from_division, to_division, entered_by, fen, document_number,
       on_date, state, maker_id, checker_id, created_at, checked_at)
     select gen_random_uuid(), kind, 'dibao', year, 'county', $1, $1, $1, $2::bigint, '演示文件〔' || year || '〕1号', year || '-01-05',
       'approved', $3::uuid, $4::uuid, now(), now()
     from unnest($5::int[]) years (year), unnest(array['allocation', 'arrival']) with ordinality kinds (kind, step)
     where not exists (select from fund_movement m where m.to_division = $1 and m.programme = 'dibao' and m.year = years.year)
     order by year, step`,
    [PAYING_COUNTY, YEARLY_FEN.toString(), maker?.id, checker?.id, years],
  );
};

export const enterPayingCounty = async (deps: SeedDeps): Promise<void> => {
  await enterFirstMonth(deps);
  await enterFunds(deps);
};
