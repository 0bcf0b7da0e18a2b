import { createDays } from '../../prisma/seed/days';
import { tellPayments } from '../../prisma/seed/payments';
import { paidMonths } from '../../prisma/seed/payments/county';
import { enrolStaff } from '../../prisma/seed/staff/enrol';
import type { SeedDeps } from '../../prisma/seed/telling/deps';
import { openStores, type OpenedStores } from '../store/support/store';
import { populate } from '../payments/support/population';
import { balances } from '../payments/support/sums';
import { testFiles } from '../support/test-files';

/** The demo's paying county, told on households that are there already. */
const days = createDays(Date.parse('2026-11-25T02:00:00Z'));
let stores: OpenedStores;
let deps: SeedDeps;
beforeEach(async () => {
  stores = await openStores();
  deps = {
    store: stores.worker,
    files: testFiles(stores.worker),
    days,
    say: () => undefined,
  } as unknown as SeedDeps;
  await enrolStaff(deps);
});
afterEach(() => stores.close());

const states = async () =>
  (await stores.worker.prisma.paymentRun.findMany({ orderBy: { month: 'asc' } })).map(({ month, state }) => [
    month,
    state,
  ]);

it('leaves two months paid, one with the bank and the present one with the county, and adds nothing when told again', async () => {
  await populate(stores.owner, { townships: ['530581001', '530581106'], count: 2, fromMonth: '2026-01' });
  await tellPayments(deps);
  const told = await states();
  expect(told).toEqual([
    ['2026-08', 'settled'],
    ['2026-09', 'settled'],
    ['2026-10', 'paying'],
    ['2026-11', 'making'],
  ]);
  const before = await balances(stores.owner);
  expect(before).toEqual({ entitled: -480_000, paid: 240_000, sent: 120_000, pending: 120_000 });
  expect(await tellPayments(deps)).toEqual({ cards: 0, runs: 4 });
  expect([await states(), await balances(stores.owner)]).toEqual([told, before]);
});

it('tells nothing where nobody is in benefit', async () => {
  expect(await tellPayments(deps)).toEqual({ cards: 0, runs: 0 });
  expect(await states()).toEqual([]);
});

it('pays four months back from any day of the year', () => {
  expect(paidMonths({ ...days, today: '2027-01-03' })).toEqual(['2026-10', '2026-11', '2026-12', '2027-01']);
});
