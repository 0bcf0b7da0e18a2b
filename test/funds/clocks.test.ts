import { dailyTick } from '../../activities/daily-tick';
import { addDays } from '../../domain/civil-date';
import { createRulebook } from '../../store/rulebook';
import { caseIdOf, populate } from '../payments/support/population';
import { openStores, type OpenedStores } from '../store/support/store';
import { addLocalValue } from '../support/local-value';
import { enterMoney, move, pass } from './support/money';

/** @clause 三(二) thirty days to pass money down; nobody has to remember it, and the level above sees who did not */
const [PROVINCE, PREFECTURE, COUNTY] = ['53', '5305', '530581'] as const;
let stores: OpenedStores;
beforeEach(async () => {
  stores = await openStores();
});
afterEach(() => stores.close());

const tick = (day: string) =>
  dailyTick({ store: stores.worker, rulebook: createRulebook() } as Parameters<typeof dailyTick>[0], day);
const open = async (kind: string) => {
  const alerts = await stores.worker.prisma.fundAlert.findMany({
    where: { kind, endedOn: null },
    orderBy: { division: 'asc' },
  });
  return alerts.map(({ division, concerns, stage, fen, dueOn }) => ({ division, concerns, stage, fen, dueOn }));
};
const money = { programme: 'dibao', year: 2026, source: 'central' };
const allocate = (from: string, to: string, fen: bigint, on: string) =>
  move(stores.owner, { ...money, kind: 'allocation', from, to, fen, on });

it('reminds the prefecture a week before, and tells the province on the first day after the thirtieth', async () => {
  await allocate(PROVINCE, PREFECTURE, 1_000n, '2026-03-02');
  await allocate(PREFECTURE, COUNTY, 400n, '2026-03-10');
  const due = '2026-04-01';
  await tick(addDays(due, -8));
  expect(await open('passDown')).toEqual([]);
  await tick(addDays(due, -7));
  const alert = { division: PREFECTURE, concerns: PREFECTURE, fen: 600n, dueOn: due };
  expect(await open('passDown')).toEqual([{ ...alert, stage: 'reminder' }]);
  await tick(due);
  await tick(due);
  expect(await open('passDown')).toEqual([{ ...alert, stage: 'reminder' }]);
  await tick(addDays(due, 1));
  expect(await open('passDown')).toEqual([{ ...alert, stage: 'late' }]);
  const above = await stores.api.withScope({ staffId: crypto.randomUUID(), division: PROVINCE }, (tx) =>
    tx.fundAlert.count({ where: { kind: 'passDown', stage: 'late' } }),
  );
  expect(above).toBe(1);
  await allocate(PREFECTURE, COUNTY, 600n, addDays(due, 1));
  await tick(addDays(due, 2));
  expect(await open('passDown')).toEqual([]);
  const kept = await stores.worker.prisma.fundAlert.findMany({ where: { kind: 'passDown' } });
  expect(kept.map(({ raisedOn, endedOn }) => [raisedOn, endedOn])).toEqual([['2026-03-25', '2026-04-03']]);
});

it('makes good a tick that was missed for two months, and counts the older money first', async () => {
  await allocate(PROVINCE, PREFECTURE, 1_000n, '2026-03-02');
  await allocate(PROVINCE, PREFECTURE, 1_000n, '2026-04-20');
  await allocate(PREFECTURE, COUNTY, 1_300n, '2026-05-04');
  await tick('2026-06-01');
  expect(await open('passDown')).toEqual([
    { division: PREFECTURE, concerns: PREFECTURE, stage: 'late', fen: 700n, dueOn: '2026-05-20' },
  ]);
});

it('shows who waits for money that was promised and did not come', async () => {
  await allocate(PREFECTURE, COUNTY, 1_000n, '2026-03-02');
  await move(stores.owner, { ...money, kind: 'arrival', from: PREFECTURE, to: COUNTY, fen: 250n, on: '2026-03-20' });
  await tick('2026-04-02');
  expect(await open('arrival')).toEqual([
    { division: PREFECTURE, concerns: COUNTY, stage: 'late', fen: 750n, dueOn: '2026-04-01' },
  ]);
  for (const division of [PROVINCE, PREFECTURE, COUNTY]) {
    const seen = await stores.api.withScope({ staffId: crypto.randomUUID(), division }, (tx) =>
      tx.fundAlert.count({ where: { kind: 'arrival' } }),
    );
    expect({ division, seen }).toEqual({ division, seen: 1 });
  }
});

it('tells of money that lies still longer than the county may let it', async () => {
  await enterMoney(stores.owner, { ...money, division: COUNTY, fen: 900n, on: '2026-03-02' });
  await tick('2026-05-31');
  expect(await open('idle')).toMatchObject([{ stage: 'reminder' }]);
  await addLocalValue(stores.worker, {
    parameter: 'funds.idleDays',
    division: COUNTY,
    validFrom: '2020-01-01',
    value: 60,
  });
  await tick('2026-05-31');
  expect(await open('idle')).toEqual([
    { division: COUNTY, concerns: COUNTY, stage: 'late', fen: 900n, dueOn: '2026-05-06' },
  ]);
});

it('takes money that was carried into a later year to be as old as when it first arrived', async () => {
  await enterMoney(stores.owner, { ...money, division: COUNTY, fen: 900n, on: '2026-03-02' });
  await enterMoney(stores.owner, { ...money, division: COUNTY, fen: 100n, on: '2026-11-02' });
  const carry = (year: number, fen: bigint, on: string) =>
    move(stores.owner, { ...money, kind: 'carry', from: COUNTY, to: COUNTY, year, fen, on });
  await carry(2026, 950n, '2026-12-31');
  await expect(carry(2027, 1n, '2027-12-31')).rejects.toThrow(/past its years/);
  await addLocalValue(stores.worker, {
    ...{ parameter: 'funds.carryYears', division: COUNTY, validFrom: '2020-01-01', value: 3 },
  });
  await carry(2027, 930n, '2027-12-31');
  await tick('2028-01-03');
  const alerts = await stores.worker.prisma.fundAlert.findMany({
    where: { kind: 'idle', endedOn: null },
    orderBy: [{ year: 'asc' }, { since: 'asc' }],
  });
  expect(alerts.map(({ year, since, fen, stage }) => [year, since, fen, stage])).toEqual([
    [2026, '2026-11-02', 50n, 'late'],
    [2027, '2026-11-02', 20n, 'late'],
    [2028, '2026-03-02', 900n, 'late'],
    [2028, '2026-11-02', 30n, 'late'],
  ]);
});

it('counts what lies still from when it first came in anywhere, with the days of every office from when it came there', async () => {
  const passed = { ...money, fen: 100n };
  await pass(stores.owner, { ...passed, from: '', to: PROVINCE, on: '2026-03-02' });
  await pass(stores.owner, { ...passed, from: PROVINCE, to: PREFECTURE, on: '2026-08-03' });
  await pass(stores.owner, { ...passed, from: PREFECTURE, to: COUNTY, on: '2026-08-10' });
  await tick('2026-09-09');
  const alert = { division: COUNTY, concerns: COUNTY, fen: 100n, dueOn: '2026-09-09' };
  expect(await open('idle')).toEqual([{ ...alert, stage: 'reminder' }]);
  await tick('2026-09-10');
  expect(await open('idle')).toEqual([{ ...alert, stage: 'late' }]);
  const { since } = await stores.worker.prisma.fundAlert.findFirstOrThrow({ where: { kind: 'idle', endedOn: null } });
  expect(since).toBe('2026-03-02');
});

describe('the forecast', () => {
  beforeEach(async () => {
    await populate(stores.owner, { townships: ['530581001'], count: 10, fromMonth: '2026-03', fen: 100n });
    await addLocalValue(stores.worker, {
      parameter: 'payment.firstMonth',
      division: COUNTY,
      validFrom: '2020-01-01',
      value: '2026-03',
    });
  });
  const needs = async () => {
    const rows = await stores.worker.prisma.fundForecast.findMany({ orderBy: { month: 'asc' } });
    return rows.map(({ month, fen }) => [month, fen] as const);
  };

  it('counts the entitlements in force month by month, with the ends that are known', async () => {
    const ending = await caseIdOf(stores.owner, '530581001', 1);
    await stores.owner.query(`update entitlement set kind = 'gradualExit', to_month = '2026-04' where case_id = $1`, [
      ending,
    ]);
    await tick('2026-03-01');
    expect(await needs()).toEqual(
      ['03', '04', '05', '06', '07', '08'].map((m) => [`2026-${m}`, m <= '04' ? 1_000n : 900n]),
    );
    const { rows } = await stores.owner.query<{ fen: string }>(
      `select sum(monthly_fen) as fen from entitlement where from_month <= '2026-06' and coalesce(to_month, '2026-06') >= '2026-06'`,
    );
    expect(rows).toEqual([{ fen: '900' }]);
  });

  it('names the month in which the money runs out, until more has come', async () => {
    await enterMoney(stores.owner, { ...money, division: COUNTY, fen: 2_500n, on: '2026-03-01' });
    await tick('2026-03-01');
    const short = { division: COUNTY, concerns: COUNTY, dueOn: '2026-05-31', fen: 3_500n };
    expect(await open('shortage')).toEqual([{ ...short, stage: 'reminder' }]);
    await tick('2026-05-04');
    expect(await open('shortage')).toMatchObject([{ stage: 'reminder', fen: 3_500n }]);
    await enterMoney(stores.owner, { ...money, division: COUNTY, fen: 3_500n, on: '2026-05-04' });
    await tick('2026-05-05');
    expect(await open('shortage')).toEqual([]);
  });

  it('does not take what was carried into a coming year for its budget', async () => {
    await enterMoney(stores.owner, { ...money, division: COUNTY, fen: 20_000n, on: '2026-11-01' });
    await move(stores.owner, { ...money, kind: 'carry', from: COUNTY, to: COUNTY, fen: 10n, on: '2026-12-31' });
    await tick('2026-12-31');
    expect(await open('shortage')).toEqual([]);
    await move(stores.owner, {
      ...money,
      kind: 'allocation',
      from: PREFECTURE,
      to: COUNTY,
      year: 2027,
      fen: 1n,
      on: '2026-12-31',
    });
    await tick('2026-12-31');
    expect(await open('shortage')).toMatchObject([{ division: COUNTY, fen: 4_990n }]);
  });
});
