import { advanceRun } from '../../activities/payments/advance';
import { useArrivals } from '../../activities/funds/redraw';
import { openMonthlyRuns } from '../../activities/payments/open-runs';
import { startOfDay } from '../../domain/civil-date';
import { createRulebook } from '../../store/rulebook';
import { testFiles } from '../support/test-files';
import { balances, sumsByState } from '../payments/support/sums';
import { owe } from '../ledger/support/owing';
import { caseIdOf, populate } from '../payments/support/population';
import { addLocalValue } from '../support/local-value';
import { openStores, type OpenedStores } from '../store/support/store';
import { enterMoney, move, spendingOf } from './support/money';

/** @clause 三(二) nothing is paid that has not arrived, to the fen, whoever draws at the same time */
const COUNTY = '530581';
const TOWNSHIPS = ['530581001', '530581002'] as const;
const FEN = 30_000n;

let stores: OpenedStores;
beforeEach(async () => {
  stores = await openStores();
  await populate(stores.owner, { townships: TOWNSHIPS, count: 5, fromMonth: '2026-09', fen: FEN });
  await addLocalValue(stores.worker, {
    parameter: 'payment.firstMonth',
    division: COUNTY,
    validFrom: '2020-01-01',
    value: '2026-09',
  });
});
afterEach(() => stores.close());

const deps = () => ({ store: stores.worker, rulebook: createRulebook(), files: testFiles(stores.worker) });
const at = (day: string): number => startOfDay(day) + 9 * 3_600_000;
const money = (source: string, fen: bigint, change: object = {}) =>
  enterMoney(stores.owner, { division: COUNTY, programme: 'dibao', year: 2026, source, fen, ...change });
const spending = () => spendingOf(stores.owner, COUNTY);

/** The month's list, drawn and released by hand of the test. */
const release = async (month: string, day: string): Promise<string> => {
  await openMonthlyRuns(deps(), day);
  const { id, state } = await stores.worker.prisma.paymentRun.findFirstOrThrow({ where: { month, kind: 'monthly' } });
  if (state === 'drawing') await advanceRun(deps(), id, at(day));
  await stores.owner.query(`update payment_run set state = 'sending' where id = $1`, [id]);
  return id;
};
const send = (runId: string, day = '2026-09-05') => advanceRun(deps(), runId, at(day));

// @clause 三(三) what a household agreed to have withheld never leaves the account
it('draws what goes to the bank: where a line withholds, the money lasts for as much more', async () => {
  const caseId = await caseIdOf(stores.owner, TOWNSHIPS[0], 1);
  await owe(stores.owner, {
    ...{ caseId, township: TOWNSHIPS[0], month: '2026-08', fen: 9_000, monthly: 5_000, agreedOn: '2026-09-01' },
  });
  await money('central', 10n * FEN - 5_000n);
  const runId = await release('2026-09', '2026-09-01');
  await send(runId);
  expect(await spending()).toEqual({ central: 10n * FEN - 5_000n });
  expect(await sumsByState(stores.owner)).toEqual({ sent: 300_000 });
  const { id } = await stores.worker.prisma.paymentLine.findFirstOrThrow({ where: { runId, caseId } });
  const move = (state: string) =>
    stores.owner.query(`update payment_line set state = $2, changed_at = now() where id = $1`, [id, state]);
  for (const [state, spent] of [
    ['paid', 295_000n],
    ['failed', 270_000n],
    ['paid', 295_000n],
  ] as const) {
    await move(state);
    expect([state, await spending()]).toEqual([state, { central: spent }]);
  }
  expect((await stores.worker.prisma.budgetLine.findFirstOrThrow()).overdrawnFen).toBe(0n);
});

it('uses the sources in order, each line from one, and holds what does not fit', async () => {
  await money('county', 3n * FEN);
  await money('central', 2n * FEN + 100n);
  await money('provincial', FEN - 1n);
  const runId = await release('2026-09', '2026-09-01');
  await send(runId);
  expect(await spending()).toEqual({ central: 2n * FEN, provincial: 0n, county: 3n * FEN });
  expect(await sumsByState(stores.owner)).toEqual({ held: 150_000, sent: 150_000 });
  expect(await balances(stores.owner)).toEqual({ entitled: -300_000, held: 150_000, sent: 150_000 });
  const { rows } = await stores.owner.query(
    `select distinct l.reason, h.role from payment_line l join payment_hold h on h.line_id = l.id where l.state = 'held'`,
  );
  expect(rows).toEqual([{ reason: 'fundShort', role: 'financeMaker' }]);
  const sources = await stores.owner.query(
    `select source, sum(fen)::int as fen from ledger_transfer where debit = 'sent' group by 1 order by 1`,
  );
  expect(sources.rows).toEqual([
    { source: 'central', fen: 60_000 },
    { source: 'county', fen: 90_000 },
  ]);
});

it('is exact when two lists are released at once over the same money', async () => {
  await money('county', 13n * FEN);
  await openMonthlyRuns(deps(), '2026-10-01');
  const runs = [await release('2026-09', '2026-10-01'), await release('2026-10', '2026-10-01')];
  await Promise.all(runs.map((id) => send(id, '2026-10-05')));
  expect(await spending()).toEqual({ county: 13n * FEN });
  expect(await sumsByState(stores.owner)).toEqual({ sent: 390_000, held: 210_000 });
});

it('gives back what failed, and lets a late word that it was paid stand as overdrawn', async () => {
  await money('county', 10n * FEN);
  await send(await release('2026-09', '2026-09-01'));
  await stores.owner.query(`update payment_line set state = 'failed', changed_at = now()`);
  expect(await spending()).toEqual({ county: 0n });
  await send(await release('2026-10', '2026-10-01'), '2026-10-05');
  expect(await spending()).toEqual({ county: 10n * FEN });
  await stores.owner.query(
    `update payment_line set state = 'paid', changed_at = now() where state = 'failed' and id % 5 = 0`,
  );
  const { rows } = await stores.owner.query<{ drawn: string; over: string }>(
    `select drawn_fen as drawn, overdrawn_fen as over from budget_line where drawn_fen > 0`,
  );
  expect(rows).toEqual([{ drawn: '360000', over: '60000' }]);
});

it('lets nobody spend for another county, programme or year, nor without or beyond money', async () => {
  await money('county', FEN);
  await money('county', FEN, { year: 2027 });
  await money('county', FEN, { programme: 'tekun' });
  await money('county', FEN, { division: '530582' });
  const runId = await release('2026-09', '2026-09-01');
  const { owner } = stores;
  const { rows } = await owner.query<{ id: string; own: boolean }>(
    `select id, division = $1 and programme = 'dibao' and year = 2026 as own from budget_line order by own`,
    [COUNTY],
  );
  expect(rows).toHaveLength(4);
  const draw = (line: string | null) =>
    owner.query(`update payment_line set budget_line_id = $1, state = 'sent' where run_id = $2 and state = 'pending'`, [
      line,
      runId,
    ]);
  for (const { id, own } of rows)
    await expect(draw(id)).rejects.toThrow(own ? /has no room/ : /for the county, programme and year/);
  await expect(draw(null)).rejects.toThrow(/without a budget line/);
  for (const store of [stores.api, stores.worker])
    await expect(store.pool.query('update budget_line set arrived_fen = arrived_fen + 1')).rejects.toThrow(
      /permission denied/,
    );
  await expect(owner.query(`update budget_line set drawn_fen = arrived_fen + 1`)).rejects.toThrow(/budget_line_room/);
  expect(await spending()).toEqual({ county: 0n });
});

it('pays without budget lines only where the county says so', async () => {
  await addLocalValue(stores.worker, {
    parameter: 'funds.required',
    division: COUNTY,
    validFrom: '2020-01-01',
    value: false,
  });
  await send(await release('2026-09', '2026-09-01'));
  expect(await sumsByState(stores.owner)).toEqual({ sent: 300_000 });
});

it('draws what found no money again as soon as some arrives, with nobody asking', async () => {
  await money('county', 6n * FEN);
  await send(await release('2026-09', '2026-09-01'));
  expect(await sumsByState(stores.owner)).toEqual({ held: 120_000, sent: 180_000 });
  expect(await useArrivals(deps(), '2026-09-06')).toBe(1);
  expect(await stores.worker.prisma.paymentRun.count()).toBe(1);
  await money('provincial', 4n * FEN);
  expect(await useArrivals(deps(), '2026-09-07')).toBe(1);
  expect(await useArrivals(deps(), '2026-09-07')).toBe(0);
  const { id } = await stores.worker.prisma.paymentRun.findFirstOrThrow({ where: { kind: 'supplementary' } });
  await advanceRun(deps(), id, at('2026-09-07'));
  expect(await sumsByState(stores.owner, id)).toEqual({ pending: 120_000 });
  await stores.owner.query(`update payment_run set state = 'sending' where id = $1`, [id]);
  await send(id, '2026-09-08');
  expect(await spending()).toEqual({ county: 6n * FEN, provincial: 4n * FEN });
  expect(await balances(stores.owner)).toEqual({ entitled: -300_000, sent: 300_000 });
});

describe('what December still owes, paid in January', () => {
  const years = async () =>
    (
      await stores.owner.query<{ year: number; fen: string }>(
        `select b.year, sum(l.fen)::text as fen from payment_line l join budget_line b on b.id = l.budget_line_id
         where l.state = 'sent' and l.month = '2026-12' group by 1 order by 1`,
      )
    ).rows.map(({ year, fen }) => [year, BigInt(fen)]);
  /** The list of December finds no money for three of ten households; January's list takes them along. */
  const january = async (rule?: readonly string[]): Promise<void> => {
    if (rule)
      await addLocalValue(stores.worker, {
        parameter: 'funds.arrearsYears',
        division: COUNTY,
        validFrom: '2020-01-01',
        value: rule,
      });
    await stores.owner.query(`update entitlement set from_month = '2026-12'`);
    await stores.owner.query(`update parameter_entry set value = '"2026-12"' where parameter = 'payment.firstMonth'`);
    await money('central', 7n * FEN);
    await send(await release('2026-12', '2026-12-01'), '2026-12-05');
    await money('central', 2n * FEN, { on: '2026-12-30' });
    await money('central', 30n * FEN, { year: 2027, on: '2027-01-02' });
    await send(await release('2027-01', '2027-01-04'), '2027-01-05');
  };

  it.each([
    [
      'the rule assumed',
      undefined,
      [
        [2026, 7n * FEN],
        [2027, 3n * FEN],
      ],
      0,
    ],
    [
      'first the year it is owed for',
      ['owed', 'list'],
      [
        [2026, 9n * FEN],
        [2027, FEN],
      ],
      0,
    ],
    ['the year it is owed for alone', ['owed'], [[2026, 9n * FEN]], 1],
  ] as const)('draws on the money of %s', async (_name, rule, expected, held) => {
    await january(rule);
    expect(await years()).toEqual(expected);
    expect(await stores.worker.prisma.paymentLine.count({ where: { state: 'held' } })).toBe(held);
    const { rows } = await stores.owner.query<{ off: boolean }>(
      `select bool_or(drawn_fen <> coalesce((select sum(fen) from payment_line l where l.budget_line_id = b.id and l.state = 'sent'), 0)) as off
       from budget_line b`,
    );
    expect(rows).toEqual([{ off: false }]);
  });

  it('draws again what is still owed once that year has money, by arrival or carried on, and for no other money', async () => {
    await january(['owed']);
    const opened = () => stores.worker.prisma.paymentRun.count({ where: { kind: 'supplementary' } });
    const look = async (day: string): Promise<number> => {
      expect(await useArrivals(deps(), day)).toBeGreaterThan(0);
      return opened();
    };
    expect(await look('2027-01-06')).toBe(0);
    await money('central', 5n * FEN, { year: 2027, on: '2027-01-07' });
    expect(await look('2027-01-07')).toBe(0);
    await money('central', FEN - 1n, { year: 2025, on: '2025-12-30' });
    await money('central', 1n, { on: '2027-01-08' });
    expect(await look('2027-01-08')).toBe(0);
    const carried = { programme: 'dibao', year: 2025, source: 'central', fen: FEN - 1n, on: '2025-12-31' };
    await move(stores.owner, { ...carried, kind: 'carry', from: COUNTY, to: COUNTY });
    expect(await look('2027-01-09')).toBe(1);
    const { id, month } = await stores.worker.prisma.paymentRun.findFirstOrThrow({ where: { kind: 'supplementary' } });
    expect(month).toBe('2027-01');
    await advanceRun(deps(), id, at('2027-01-09'));
    await stores.owner.query(`update payment_run set state = 'sending' where id = $1`, [id]);
    await send(id, '2027-01-10');
    expect(await years()).toEqual([[2026, 10n * FEN]]);
    expect(await sumsByState(stores.owner, id)).toEqual({ sent: 30_000 });
  });
});
