import { createDays } from '../../prisma/seed/days';
import { tellFunds } from '../../prisma/seed/funds';
import { enrolStaff } from '../../prisma/seed/staff/enrol';
import type { SeedDeps } from '../../prisma/seed/telling/deps';
import { openStores, type OpenedStores } from '../store/support/store';

/** @clause 三(二) the demo shows money that is late, and a reserve fund in use */
let stores: OpenedStores;
beforeAll(async () => {
  stores = await openStores();
});
afterAll(() => stores.close());

it('tells of funds once, however often it is told, with alerts for who is late', async () => {
  const deps = { store: stores.worker, days: createDays(Date.parse('2026-08-20T04:00:00Z')) } as SeedDeps;
  await enrolStaff(deps);
  expect([await tellFunds(deps), await tellFunds(deps)]).toEqual([7, 0]);
  const { prisma } = stores.worker;
  expect(await prisma.reserveFund.findMany()).toMatchObject([{ township: '530581001', balanceFen: 384_000n }]);
  expect(await prisma.reserveTopUp.count({ where: { state: 'proposed' } })).toBe(1);
  const late = await prisma.fundAlert.findMany({
    where: { stage: 'late' },
    orderBy: [{ kind: 'asc' }, { division: 'asc' }],
  });
  expect(late.map(({ kind, division }) => [kind, division])).toEqual([
    ['arrival', '53'],
    ['arrival', '5305'],
    ['passDown', '53'],
    ['passDown', '5305'],
  ]);
});
