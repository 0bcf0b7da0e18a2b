import { advanceRun } from '../../activities/payments/advance';
import { openMonthlyRuns } from '../../activities/payments/open-runs';
import { startOfDay } from '../../domain/civil-date';
import { lineStates, stuckStates, type LineState } from '../../domain/payments/lines';
import { createRulebook } from '../../store/rulebook';
import { openStores, type OpenedStores } from '../store/support/store';
import { testFiles } from '../support/test-files';
import { caseIdOf, populate, startPaying } from './support/population';
import { balances, sumsByState } from './support/sums';

/** @clause 三(一) what households are entitled to is listed, looked at and sent, to the fen and once */
const [ONE, TWO] = ['530581001', '530581002'] as const;

let stores: OpenedStores;
beforeEach(async () => {
  stores = await openStores();
  await populate(stores.owner, { townships: [ONE, TWO], count: 5, fromMonth: '2026-08' });
  await startPaying(stores.worker, '530581', '2026-09');
});
afterEach(() => stores.close());

const deps = () => ({ store: stores.worker, rulebook: createRulebook(), files: testFiles(stores.worker) });
const open = (day: string) => openMonthlyRuns(deps(), day);
const at = (day: string): number => startOfDay(day) + 9 * 3_600_000;
const runs = () => stores.worker.prisma.paymentRun.findMany({ orderBy: [{ month: 'asc' }, { seq: 'asc' }] });
const advance = (runId: string, day: string) => advanceRun(deps(), runId, at(day));
const lines = (runId: string) =>
  stores.worker.prisma.paymentLine.findMany({ where: { runId }, orderBy: { id: 'asc' } });
const firstRun = async (day = '2026-09-01') => {
  await open(day);
  const [run] = await runs();
  await advance(run!.id, day);
  return run!.id;
};

it('opens nothing before the lock day or the first month, and each month once, however often it is asked', async () => {
  expect(await open('2026-08-31')).toBe(0);
  expect(await open('2026-09-01')).toBe(1);
  expect(await open('2026-09-02')).toBe(0);
  expect((await runs()).map(({ month, state, payBy }) => ({ month, state, payBy }))).toEqual([
    { month: '2026-09', state: 'drawing', payBy: '2026-09-10' },
  ]);
});

it('makes good a schedule that missed three months: every month in its own run, nobody twice', async () => {
  expect(await open('2026-11-05')).toBe(3);
  expect(await open('2026-11-05')).toBe(0);
  const all = await runs();
  expect(all.map(({ month }) => month)).toEqual(['2026-09', '2026-10', '2026-11']);
  expect(await advance(all[2]!.id, '2026-11-05')).toMatchObject({ next: 'wait' });
  for (const { id } of all) await advance(id, '2026-11-05');
  for (const { id, month } of all) expect((await lines(id)).map((line) => line.month)).toEqual(Array(10).fill(month));
});

it('lists every household once, frozen with name, size, account and amount, and books it', async () => {
  const runId = await firstRun();
  expect(await lines(runId)).toHaveLength(10);
  expect((await lines(runId))[0]).toMatchObject({
    township: ONE,
    month: '2026-09',
    kind: 'regular',
    fen: 30_000n,
    memberCount: 1,
    state: 'pending',
  });
  expect(await balances(stores.owner)).toEqual({ entitled: -300_000, pending: 300_000 });
  expect(await stores.worker.prisma.paymentTownship.findMany({ orderBy: { township: 'asc' } })).toMatchObject([
    { township: ONE, lines: 5, fen: 150_000n },
    { township: TWO, lines: 5, fen: 150_000n },
  ]);
  expect((await runs())[0]).toMatchObject({ state: 'confirming', lines: 10, fen: 300_000n });
});

it('lists a household that moved with the office that it belonged to in each month', async () => {
  const [within, away] = [await caseIdOf(stores.owner, ONE, 1), await caseIdOf(stores.owner, ONE, 2)];
  const move = (caseId: string, month: string, division: string) =>
    stores.owner.query('insert into case_division (case_id, from_month, division) values ($1, $2, $3)', [
      caseId,
      month,
      division,
    ]);
  for (const caseId of [within, away]) await move(caseId, '2026-08', `${ONE}000`);
  await move(within, '2026-10', `${TWO}000`);
  await move(away, '2026-10', '530502001000');
  await open('2026-11-01');
  const all = await runs();
  for (const { id } of all) await advance(id, '2026-11-01');
  const listed = await stores.worker.prisma.paymentLine.findMany({ orderBy: { month: 'asc' } });
  const of = (caseId: string) =>
    listed.filter((line) => line.caseId === caseId).map((line) => [line.month, line.township]);
  expect(of(within)).toEqual([
    ['2026-09', ONE],
    ['2026-10', TWO],
    ['2026-11', TWO],
  ]);
  expect(of(away)).toEqual([['2026-09', ONE]]);
});

it('pays a second list of the same month only what the first left out', async () => {
  await firstRun();
  await stores.worker.prisma.paymentRun.create({
    data: {
      id: crypto.randomUUID(),
      county: '530581',
      programme: 'dibao',
      month: '2026-09',
      kind: 'supplementary',
      seq: 1,
      state: 'drawing',
      openedOn: '2026-09-02',
      format: 'cardPlatform',
    },
  });
  const second = (await runs())[1]!.id;
  expect(await advance(second, '2026-09-02')).toEqual({ next: 'again' });
  expect((await runs())[1]).toMatchObject({ state: 'settled', lines: 0 });
});

it('refuses a second living line of a household and month, whoever writes it', async () => {
  const runId = await firstRun();
  const twice = stores.owner.query(
    `insert into payment_line (run_id, case_id, county, township, programme, month, kind, correction, fen, applicant_name, member_count, changed_at)
     select run_id, case_id, county, township, programme, month, kind, 7, fen, applicant_name, 1, now() from payment_line where run_id = $1 limit 1`,
    [runId],
  );
  await expect(twice).rejects.toThrow(/payment_line_once/);
});

describe('guards', () => {
  const held = async (runId: string) =>
    (await lines(runId)).filter(({ state }) => state === 'held').map(({ caseId, reason }) => [caseId, reason]);

  it('hold what may not be paid, each with its reason and a task for the right desk', async () => {
    const { owner } = stores;
    const ids: string[] = [];
    for (const n of [1, 2, 3, 4]) ids.push(await caseIdOf(owner, ONE, n));
    for (const n of [1, 2]) ids.push(await caseIdOf(owner, TWO, n));
    const [dead, bare, wrong, stranger, shared, other] = ids;
    await owner.query(
      `update person set died_on = '2026-08-20' where id = (select applicant_id from "case" where id = $1)`,
      [dead],
    );
    await owner.query(`update card_account set state = 'ended' where case_id = $1`, [bare]);
    await owner.query(`update card_account set number_valid = false where case_id = $1`, [wrong]);
    await owner.query(`update card_account set holder_person_id = null, holder_name = '外人' where case_id = $1`, [
      stranger,
    ]);
    await owner.query(`update card_account set number_index = 'same' where case_id = any ($1)`, [[shared, other]]);
    const runId = await firstRun();
    expect(new Map((await held(runId)) as [string, string][])).toEqual(
      new Map([
        [dead, 'death'],
        [bare, 'accountMissing'],
        [wrong, 'accountInvalid'],
        [stranger, 'holderNotMember'],
        [shared, 'sharedAccount'],
        [other, 'sharedAccount'],
      ]),
    );
    const tasks = await stores.worker.prisma.workItem.findMany({
      where: { doneAt: null },
      orderBy: [{ role: 'asc' }, { division: 'asc' }],
    });
    expect(tasks.map(({ role, division }) => [role, division])).toEqual([
      ...Array<[string, string]>(2).fill(['countyReviewer', '530581']),
      ...Array<[string, string]>(4).fill(['townshipClerk', ONE]),
    ]);
    expect(await balances(owner)).toEqual({ entitled: -300_000, held: 180_000, pending: 120_000 });
  });

  it('stop a death that arrives between list and release, and let go what was put right', async () => {
    const { owner } = stores;
    const [late, bare] = [await caseIdOf(owner, ONE, 1), await caseIdOf(owner, ONE, 2)];
    await owner.query(`update card_account set state = 'ended' where case_id = $1`, [bare]);
    const runId = await firstRun();
    expect(await held(runId)).toEqual([[bare, 'accountMissing']]);
    await owner.query(
      `update person set died_on = '2026-08-31' where id = (select applicant_id from "case" where id = $1)`,
      [late],
    );
    await owner.query(`update payment_run set state = 'sending' where id = $1`, [runId]);
    await advance(runId, '2026-09-05');
    expect(new Map((await held(runId)) as [string, string][])).toEqual(
      new Map([
        [bare, 'accountMissing'],
        [late, 'death'],
      ]),
    );
    expect(await sumsByState(owner)).toEqual({ held: 60_000, sent: 240_000 });
    expect(await balances(owner)).toEqual({ entitled: -300_000, held: 60_000, sent: 240_000 });
  });

  it('stop an entitlement that ended after the list was drawn', async () => {
    const gone = await caseIdOf(stores.owner, TWO, 3);
    const runId = await firstRun();
    await stores.owner.query(`update entitlement set to_month = '2026-08' where case_id = $1`, [gone]);
    await stores.owner.query(`update payment_run set state = 'sending' where id = $1`, [runId]);
    await advance(runId, '2026-09-05');
    expect(await held(runId)).toEqual([[gone, 'entitlementChanged']]);
  });

  it('hold one person in two cases that exclude each other', async () => {
    const { owner } = stores;
    const [one, two] = [await caseIdOf(owner, ONE, 1), await caseIdOf(owner, TWO, 1)];
    await owner.query(
      `update entitlement_component k set person_id = (select applicant_id from "case" where id = $2)
       from entitlement e where e.id = k.entitlement_id and e.case_id = $1`,
      [one, two],
    );
    const runId = await firstRun();
    expect(new Set(await held(runId))).toEqual(
      new Set([
        [one, 'paidTwice'],
        [two, 'paidTwice'],
      ]),
    );
  });
});

it('draws a difference when a month already drawn was too little', async () => {
  const runId = await firstRun();
  const raised = await caseIdOf(stores.owner, ONE, 1);
  await stores.owner.query('begin');
  await stores.owner.query(`update entitlement set monthly_fen = 35000 where case_id = $1`, [raised]);
  await stores.owner.query(
    `update entitlement_component k set fen = 35000 from entitlement e where e.id = k.entitlement_id and e.case_id = $1`,
    [raised],
  );
  await stores.owner.query('commit');
  await stores.owner.query(`update payment_run set state = 'cancelled' where id = $1`, [runId]);
  await open('2026-10-01');
  const october = (await runs()).at(-1)!;
  await advance(october.id, '2026-10-01');
  const drawn = (await lines(october.id)).filter(({ caseId }) => caseId === raised);
  expect(drawn.map(({ month, kind, fen }) => [month, kind, fen])).toEqual([
    ['2026-09', 'difference', 5_000n],
    ['2026-10', 'regular', 35_000n],
  ]);
});

it('lets a line go only where the table says, in the database too, and never away', async () => {
  const runId = await firstRun();
  const { owner } = stores;
  const { rows } = await owner.query<{ was: LineState; becomes: LineState }>(
    `select was, becomes from unnest($1::text[]) was, unnest($1::text[]) becomes where line_may_go(was, becomes)`,
    [Object.keys(lineStates)],
  );
  const table = Object.entries(lineStates).flatMap(([was, { next }]) => next.map((becomes) => `${was} ${becomes}`));
  expect(rows.map(({ was, becomes }) => `${was} ${becomes}`).sort()).toEqual(table.sort());
  const { rows: kept } = await owner.query<{ says: string }>(
    `select pg_get_expr(adbin, adrelid) as says from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
     where d.adrelid = 'payment_line'::regclass and a.attname = 'stuck'`,
  );
  expect([...kept[0]!.says.matchAll(/'(\w+)'::text/g)].map(([, state]) => state)).toEqual([...stuckStates]);
  await expect(owner.query(`update payment_line set state = 'paid' where run_id = $1`, [runId])).rejects.toThrow(
    /cannot change so/,
  );
  await expect(owner.query(`update payment_line set fen = 1 where run_id = $1`, [runId])).rejects.toThrow(
    /cannot change so/,
  );
  await expect(owner.query(`delete from payment_line`)).rejects.toThrow(/never removed/);
});

it('keeps lines and what they are of together, whoever writes them', async () => {
  const first = await firstRun();
  const { owner } = stores;
  const runId = '0f7b7c1e-2f5a-4f0e-9c57-0a4c1f1d5a10';
  const line = (month: string, of = runId) =>
    owner.query(
      `insert into payment_line (run_id, case_id, county, township, programme, month, kind, fen, applicant_name, member_count, changed_at)
       select $1::uuid, case_id, county, township, programme, $2, kind, fen, applicant_name, 1, now() from payment_line where run_id = $3 limit 1`,
      [of, month, first],
    );
  await owner.query(
    `insert into payment_run (id, county, programme, month, kind, seq, state, opened_on, format)
     select $1::uuid, county, programme, '2026-12', kind, seq, 'drawing', opened_on, format from payment_run where id = $2`,
    [runId, first],
  );
  await line('2026-12');
  await expect(owner.query('delete from payment_run where id = $1', [runId])).rejects.toThrow(
    /has payment lines and stays/,
  );
  await expect(line('2027-01', '0f7b7c1e-2f5a-4f0e-9c57-0a4c1f1d5a11')).rejects.toThrow(/is of a run and of a case/);
});

it('says once that the money is late', async () => {
  const runId = await firstRun();
  await advance(runId, '2026-09-10');
  expect((await runs())[0]!.lateSince).toBeNull();
  expect(await advance(runId, '2026-09-11')).toEqual({ next: 'again' });
  await advance(runId, '2026-09-12');
  const events = await stores.worker.prisma.paymentRunEvent.findMany({
    where: { runId },
    orderBy: { sequence: 'asc' },
  });
  expect(events.map(({ action, state }) => [action, state])).toEqual([
    ['draw', 'confirming'],
    ['late', 'confirming'],
  ]);
});
