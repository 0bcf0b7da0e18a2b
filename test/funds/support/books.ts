import type { Client } from 'pg';
import { seeded } from '../../support/people';
import { move, takeBack } from './money';

const money = { programme: 'temporaryAssistance', source: 'central' };
const TOWNSHIP = '530581001';
const YEARS = [2025, 2026, 2027] as const;
/** Every office with the one above it; the province gets its money from outside. */
const offices: readonly (readonly [string, string])[] = [
  ['', '53'],
  ['53', '5305'],
  ['53', '5306'],
  ['5305', '530581'],
  ['5305', '530582'],
  ['53', '530602'],
];

/** The oldest that is not closed. */
const OPEN_FUND = `(select id from reserve_fund where township = '${TOWNSHIP}' and closed_on is null order by year limit 1)`;

/** Money of the county's line into the township's reserve fund of the year, as if asked for and approved. */
export const topUp = async (owner: Client, year: number, fen: number): Promise<void> => {
  await owner.query(
    `insert into reserve_fund (id, township, year, source, created_at) values (gen_random_uuid(), $1, $2, $3, now()) on conflict do nothing`,
    [TOWNSHIP, year, money.source],
  );
  await owner.query(
    `insert into reserve_top_up (id, fund_id, township, fen, reason, maker_id, created_at)
     select gen_random_uuid(), id, township, $2, '', gen_random_uuid(), clock_timestamp() from reserve_fund where township = $1 and year = $3`,
    [TOWNSHIP, fen, year],
  );
  await owner.query(
    `update reserve_top_up set state = 'approved', checked_at = clock_timestamp() where state = 'proposed'`,
  );
};

export const closeReserve = (owner: Client, mode: 'returned' | 'carried') =>
  owner.query(
    `insert into reserve_closing (id, fund_id, township, mode, fen, closed_on, closed_by, created_at)
     select gen_random_uuid(), id, township, $1, balance_fen, year || '-12-31', gen_random_uuid(), clock_timestamp()
     from reserve_fund where id = ${OPEN_FUND}`,
    [mode],
  );

/** What the database answers to what cannot be: a check, or what has been done already. */
const refused = (error: unknown): boolean => ['23514', '23505'].includes((error as { code?: string }).code ?? '');

/** Money goes up and down, on and back, out and in at random; how many steps of each kind were taken and refused. */
export const shuffle = async (owner: Client, seed: number, steps: number) => {
  const random = seeded(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <One>(list: readonly One[]): One => list[below(list.length)]!;
  const done: Record<string, { taken: number; refused: number }> = {};
  const movements: string[] = [];
  const moving = async (kind: Parameters<typeof move>[1]['kind'], [from, to]: readonly string[]): Promise<void> => {
    const year = pick(YEARS);
    const on = kind === 'carry' ? `${year}-12-31` : `${year}-0${1 + below(9)}-1${below(9)}`;
    movements.push(
      await move(owner, { ...money, kind, from: from!, to: to!, year, on, fen: BigInt(1 + below(1_000)) }),
    );
  };
  const line = (division: string) =>
    `(select id from budget_line where division = '${division}' and programme = '${money.programme}' and year = ${pick(YEARS)})`;
  const acts: Readonly<Record<string, () => Promise<unknown>>> = {
    arrival: () => moving('arrival', pick(offices)),
    release: () => moving('release', pick(offices.slice(1))),
    carry: () => moving('carry', Array<string>(2).fill(pick(offices)[1])),
    handBack: () => moving('handBack', pick(offices.slice(1))),
    reverse: () => takeBack(owner, pick(movements)),
    spend: () => owner.query(`select draw_budget(${line('530581')}, ${1 + below(400)})`),
    comeBack: () =>
      owner.query(`select return_budget(id, least(drawn_fen - returned_fen, ${1 + below(200)})) from budget_line
        where id = ${line('530581')} and drawn_fen > returned_fen`),
    topUp: () => topUp(owner, pick(YEARS), 1 + below(300)),
    give: () =>
      owner.query(
        `select enter_reserve(${OPEN_FUND}, 'grant', -${1 + below(100)}, '', now(), gen_random_uuid(), null) where ${OPEN_FUND} is not null`,
      ),
    close: () => closeReserve(owner, pick(['returned', 'carried'] as const)),
  };
  for (const [from, to] of offices)
    for (const year of YEARS)
      await move(owner, { ...money, kind: 'allocation', from, to, year, fen: 1_000_000n, on: `${year}-01-01` });
  const likely = ['arrival', 'arrival', 'arrival', 'arrival', 'spend', 'spend', ...Object.keys(acts)];
  for (let step = 0; step < steps; step += 1) {
    const kind = pick(likely.filter((one) => one !== 'close' || below(6) === 0));
    const count = (done[kind] ??= { taken: 0, refused: 0 });
    await owner.query('begin');
    try {
      await acts[kind]!();
      await owner.query('commit');
      count.taken += 1;
    } catch (error) {
      await owner.query('rollback');
      if (!refused(error)) throw error;
      count.refused += 1;
    }
  }
  return done;
};

/** Each a question of which the answer must be nothing. */
const faults: Readonly<Record<string, string>> = {
  'a line of which the lots are not what it has left': `select b.division, b.year from budget_line b
    where greatest(0, budget_left(b)) <> coalesce((select sum(fen) from budget_lots(b)), 0)`,
  'an office above of which the entries are not what came less what went on': `select b.division, b.year from budget_line b where length(b.division) < 6
    and lots_held(b.id) <> b.arrived_fen + b.taken_back_fen - coalesce((select sum(m.fen) from fund_movement_in_force m where m.kind = 'arrival'
      and m.from_division = b.division and m.to_division <> b.division and (m.programme, m.year, m.source) = (b.programme, b.year, b.source)), 0)`,
  'a county of which the entries are not what came less what its townships hold and gave': `select b.division, b.year from budget_line b where length(b.division) = 6
    and lots_held(b.id) <> b.arrived_fen - coalesce((select sum(e.fen * case e.kind when 'topUp' then 1 else -1 end * sign(e.fen)) from reserve_entry e
      join reserve_fund f on f.id = e.fund_id where e.kind in ('topUp', 'returned') and starts_with(f.township, b.division)
        and (f.year, f.source, 'temporaryAssistance') = (b.year, b.source, b.programme)), 0)`,
  'a reserve fund of which the entries are not what it was given': `select f.year from reserve_fund f
    where lots_held(f.id) <> (select coalesce(sum(fen), 0) from reserve_entry e where e.fund_id = f.id and kind <> 'grant')`,
  'a year of which more or less is in the books than came in': `select * from (
      select year, sum(fen) as fen from fund_movement_in_force where kind = 'arrival' and from_division = '' group by 1) came
    full join (select origin_year as year, sum(fen) as fen from fund_lot_entry group by 1 having sum(fen) <> 0) held using (year)
    where came.fen is distinct from held.fen`,
  'money that is younger than its line, or past its years': `select e.id from fund_lot_entry e left join budget_line b on b.id = e.place_id
    left join reserve_fund f on f.id = e.place_id
    where e.origin_year > coalesce(b.year, f.year) or e.origin_year + carry_years(e.division, '2027-12-31') - 1 < coalesce(b.year, f.year)`,
};

/** What does not add up. */
export const faultsOf = async (owner: Client): Promise<readonly object[]> => {
  const found: object[] = [];
  for (const [fault, sql] of Object.entries(faults))
    found.push(...(await owner.query(sql)).rows.map((row: object) => ({ fault, ...row })));
  return found;
};
