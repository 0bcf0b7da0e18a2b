import { carryYears } from '../../domain/funds/carry-age';
import { parameters } from '../../domain/parameters';
import { leftOf } from '../../store/funds/aged-money';
import { readMigrations } from '../../store/migrations/files';
import { createRulebook } from '../../store/rulebook';
import { openStores, type OpenedStores } from '../store/support/store';
import { addLocalValue } from '../support/local-value';
import { closeReserve, faultsOf, shuffle, topUp } from './support/books';
import { move, pass as passMoney } from './support/money';

/** @clause 三(二) money keeps the year it was first appropriated for, down the levels, from year to year and back */
const [PROVINCE, PREFECTURE, COUNTY] = ['53', '5305', '530581'] as const;
const money = { programme: 'temporaryAssistance', source: 'central' };
let stores: OpenedStores;
beforeEach(async () => {
  stores = await openStores();
});
afterEach(() => stores.close());

const left = async (division: string, year: number) =>
  (await leftOf(stores.owner, { ...money, division, year })).map((part) => [part.year, part.fen]);
const pass = (from: string, to: string, year: number, fen: bigint, on: string) =>
  passMoney(stores.owner, { ...money, from, to, year, fen, on });
const carry = (division: string, year: number, fen: bigint) =>
  move(stores.owner, { ...money, kind: 'carry', from: division, to: division, year, fen, on: `${year}-12-31` });

// @clause 三(二) what two years have not used goes back, whichever offices it has passed through
it('travels down, on and back: the oldest goes first, and nobody carries it past its years', async () => {
  await pass('', PROVINCE, 2026, 1_000n, '2026-03-02');
  await carry(PROVINCE, 2026, 600n);
  await pass('', PROVINCE, 2027, 500n, '2027-02-01');
  await pass(PROVINCE, PREFECTURE, 2027, 700n, '2027-03-01');
  await pass(PREFECTURE, COUNTY, 2027, 650n, '2027-04-01');
  expect(await left(PROVINCE, 2027)).toEqual([[2027, 400n]]);
  expect(await left(PREFECTURE, 2027)).toEqual([[2027, 50n]]);
  expect(await left(COUNTY, 2027)).toEqual([
    [2026, 600n],
    [2027, 50n],
  ]);
  await expect(carry(COUNTY, 2027, 1n)).rejects.toThrow(/past its years/);
  await stores.owner.query(`select draw_budget(id, 70) from budget_line where division = '${COUNTY}'`);
  const handBack = { ...money, kind: 'handBack', year: 2027, fen: 530n, on: '2027-12-31' } as const;
  await move(stores.owner, { ...handBack, from: PREFECTURE, to: COUNTY });
  expect(await left(PREFECTURE, 2027)).toEqual([
    [2026, 530n],
    [2027, 50n],
  ]);
  await carry(COUNTY, 2027, 50n);
  expect(await left(COUNTY, 2028)).toEqual([[2027, 50n]]);
  await expect(carry(PREFECTURE, 2027, 1n)).rejects.toThrow(/past its years/);
  await move(stores.owner, { ...handBack, from: PROVINCE, to: PREFECTURE });
  expect(await left(PROVINCE, 2027)).toEqual([
    [2026, 530n],
    [2027, 400n],
  ]);
  expect(await faultsOf(stores.owner)).toEqual([]);
});

// @clause 二(三) the township's reserve fund holds the county's money, and hands back what is past its years
it('goes into a reserve fund and out of it: what is past its years goes back, the rest into the next year', async () => {
  await pass('5305', COUNTY, 2026, 300n, '2026-03-02');
  await carry(COUNTY, 2026, 300n);
  await pass('5305', COUNTY, 2027, 200n, '2027-02-01');
  await topUp(stores.owner, 2027, 400);
  expect(await left(COUNTY, 2027)).toEqual([[2027, 100n]]);
  await stores.owner.query(
    `select enter_reserve(id, 'grant', -50, '', now(), gen_random_uuid(), null) from reserve_fund`,
  );
  await closeReserve(stores.owner, 'carried');
  expect(await left(COUNTY, 2027)).toEqual([
    [2026, 250n],
    [2027, 100n],
  ]);
  const { rows } = await stores.owner.query<{ year: number; balance: number }>(
    'select year, balance_fen::int as balance from reserve_fund order by year',
  );
  expect(rows).toEqual([
    { year: 2027, balance: 0 },
    { year: 2028, balance: 100 },
  ]);
  expect(await faultsOf(stores.owner)).toEqual([]);
});

it('is limited in the database by the very parameter that the API goes by', async () => {
  const inDatabase = async (division: string, on: string) =>
    (await stores.owner.query<{ n: number }>('select carry_years($1, $2) as n', [division, on])).rows[0]!.n;
  for (const division of ['53', PREFECTURE, COUNTY])
    expect(await inDatabase(division, '2026-12-31')).toBe(carryYears(parameters, { division, on: '2026-12-31' }));
  const value = { parameter: 'funds.carryYears', validFrom: '2026-06-01' };
  await addLocalValue(stores.worker, { ...value, division: '53', value: 4 });
  await addLocalValue(stores.worker, { ...value, division: PREFECTURE, value: 3, validTo: '2026-12-30' });
  const rulebook = await stores.worker.prisma.$transaction((tx) => createRulebook().parameters(tx));
  const asked = ['2026-05-31', '2026-12-30', '2026-12-31'].map((on) => ({ division: COUNTY, on }));
  const held: number[] = [];
  for (const { division, on } of asked) held.push(await inDatabase(division, on));
  expect(held).toEqual([2, 3, 4]);
  expect(asked.map((query) => carryYears(rulebook, query))).toEqual([2, 3, 4]);
});

it.each([1, 2])('adds up by place and year to the fen whatever is done in whatever order (seed %i)', async (seed) => {
  const done = await shuffle(stores.owner, seed, 250);
  expect(Object.entries(done).filter(([, { taken }]) => taken === 0)).toEqual([]);
  expect(await faultsOf(stores.owner)).toEqual([]);
  // What stood in the books before the age was kept gets the same sums from the migration.
  const { sql } = readMigrations().find(({ name }) => name.endsWith('_age_of_money'))!;
  const [, replay] = sql.split(/^-- ── what exists .*$|^-- ── from here on .*$/m);
  await stores.owner.query('alter table fund_lot_entry disable trigger user');
  await stores.owner.query('delete from fund_lot_entry');
  await stores.owner.query(replay!);
  expect(Number((await stores.owner.query('select count(*) as n from fund_lot_entry')).rows[0].n)).toBeGreaterThan(50);
  expect((await faultsOf(stores.owner)).filter((one) => !('id' in one))).toEqual([]);
});
