import { advanceRun } from '../../activities/payments/advance';
import { openMonthlyRuns } from '../../activities/payments/open-runs';
import { startOfDay } from '../../domain/civil-date';
import type { RunActor, RunInput } from '../../domain/payments/act';
import type { RunAction } from '../../domain/payments/run';
import { takeRunAction } from '../../store/payments/act';
import { createRulebook } from '../../store/rulebook';
import { sqlOf } from '../../store/sql';
import { openStores, type OpenedStores } from '../store/support/store';
import { testFiles } from '../support/test-files';
import { populate, startPaying } from './support/population';
import { COUNTY, ONE, people, TWO } from './support/runs';
import { staffOf } from './support/staff';
import { balances } from './support/sums';

/** @clause 三(一) a list is confirmed, made, checked and released by different hands, and stays as it was released */
const AT = new Date(startOfDay('2026-09-02') + 10 * 3_600_000);

let stores: OpenedStores;
let runId: string;
beforeEach(async () => {
  stores = await openStores();
  await populate(stores.owner, { townships: [ONE, TWO], count: 3, fromMonth: '2026-08' });
  await startPaying(stores.worker, COUNTY, '2026-09');
  await openMonthlyRuns(deps(), '2026-09-01');
  runId = (await stores.worker.prisma.paymentRun.findFirstOrThrow()).id;
  await advance();
});
afterEach(() => stores.close());

const deps = () => ({ store: stores.worker, rulebook: createRulebook(), files: testFiles(stores.worker) });
const advance = () => advanceRun(deps(), runId, AT.getTime());
const run = () => stores.worker.prisma.paymentRun.findUniqueOrThrow({ where: { id: runId } });

/** As the operation does it: the api's role, the actor's scope, and what the engine does next. */
const act = async (action: RunAction, actor: RunActor, input: Partial<RunInput> = {}) => {
  const { version } = await run();
  const acted = await stores.api.withScope(actor, (tx) =>
    takeRunAction(sqlOf(tx), runId, action, actor, { expectedVersion: version, ...input }, AT),
  );
  await advance();
  return acted;
};
const refused = (action: RunAction, actor: RunActor, input: Partial<RunInput> = {}) =>
  act(action, actor, input).then(
    () => 'taken',
    (error: { code?: string }) => error.code,
  );
const toMaking = async () => {
  await act('confirm', people.one);
  await act('confirm', people.two);
};
const toReleasing = async () => {
  await toMaking();
  await act('submit', people.reviewer);
  await act('check', people.approver);
  await act('prepare', people.maker);
};
const events = async () =>
  (await stores.worker.prisma.paymentRunEvent.findMany({ where: { runId }, orderBy: { sequence: 'asc' } })).map(
    ({ action, state }) => `${action} ${state}`,
  );

it('goes from the townships to the release by five roles, and pays after that alone', async () => {
  await toReleasing();
  expect(await balances(stores.owner)).toEqual({ entitled: -180_000, pending: 180_000 });
  await act('release', people.checker);
  expect(await events()).toEqual([
    'draw confirming',
    'confirm confirming',
    'confirm confirming',
    'allConfirmed making',
    'submit checking',
    'check preparing',
    'prepare releasing',
    'release sending',
    'send paying',
  ]);
  expect(await balances(stores.owner)).toEqual({ entitled: -180_000, sent: 180_000 });
});

it('wakes the engine through the outbox with every step that it goes on from, not while townships are still to confirm', async () => {
  const woken = () => stores.worker.prisma.outbox.count({ where: { kind: 'payment-run' } });
  const before = await woken();
  await act('confirm', people.one);
  expect(await woken()).toBe(before);
  await act('confirm', people.two);
  expect(await woken()).toBe(before + 1);
  await act('submit', people.reviewer);
  expect(await woken()).toBe(before + 2);
});

it('waits for every township, and takes each confirmation once', async () => {
  await act('confirm', people.one);
  expect(await run()).toMatchObject({ state: 'confirming' });
  expect(await refused('confirm', people.one)).toBe('actionNotAllowed');
  expect(await refused('confirm', people.two, { township: ONE })).toBe('forbidden');
  await act('confirm', people.two);
  expect(await run()).toMatchObject({ state: 'making' });
});

it('refuses the wrong role, another county and a township without a list', async () => {
  await toMaking();
  expect(await refused('submit', people.approver)).toBe('forbidden');
  expect(await refused('submit', people.one)).toBe('forbidden');
  expect(await refused('submit', staffOf('countyReviewer', '530502'))).toBe('notFound');
  expect(await refused('check', people.approver)).toBe('actionNotAllowed');
  expect(await run()).toMatchObject({ state: 'making' });
});

it('refuses maker and checker in one person, whatever appointment they hold', async () => {
  await toMaking();
  await act('submit', people.reviewer);
  const { staffId } = people.reviewer;
  expect(await refused('check', { ...people.approver, staffId })).toBe('forbidden');
  await act('check', people.approver);
  expect(await refused('prepare', { ...people.maker, staffId })).toBe('forbidden');
  await act('prepare', people.maker);
  expect(await refused('release', { ...people.checker, staffId: people.maker.staffId })).toBe('forbidden');
  expect(await run()).toMatchObject({ state: 'releasing' });
});

it('remembers the hands of a list after it was sent back, and forgets them with a new list', async () => {
  await toMaking();
  await act('submit', people.reviewer);
  await act('returnTo', people.approver, { returnTo: 'making', note: '两户金额待核' });
  await act('submit', staffOf('countyReviewer', COUNTY, 2));
  expect(await refused('check', { ...people.approver, staffId: people.reviewer.staffId })).toBe('forbidden');
  await act('returnTo', people.approver, { returnTo: 'drawing', note: '重新造册' });
  expect(await run()).toMatchObject({ state: 'confirming' });
  await toMaking();
  await act('submit', staffOf('countyReviewer', COUNTY, 2));
  await act('check', { ...people.approver, staffId: people.reviewer.staffId });
  expect(await run()).toMatchObject({ state: 'preparing' });
});

it('goes back to any earlier station with a reason, to one township alone too', async () => {
  await toReleasing();
  expect(await refused('returnTo', people.checker, { returnTo: 'making' })).toBe('invalidInput');
  expect(await refused('returnTo', people.checker, { returnTo: 'releasing', note: '再看' })).toBe('invalidInput');
  expect(await refused('returnTo', people.reviewer, { returnTo: 'making', note: '再看' })).toBe('forbidden');
  await act('returnTo', people.checker, { returnTo: 'confirming', township: ONE, note: '一户死亡' });
  const rows = await stores.worker.prisma.paymentTownship.findMany({ where: { runId }, orderBy: { township: 'asc' } });
  expect(rows.map(({ confirmedAt }) => confirmedAt !== null)).toEqual([false, true]);
  await act('confirm', people.one);
  expect(await run()).toMatchObject({ state: 'making' });
});

it('refuses a form that was opened before the run moved on', async () => {
  const { version } = await run();
  await toMaking();
  expect(await refused('submit', people.reviewer, { expectedVersion: version })).toBe('versionStale');
});

it('lets one of two through who act at once', async () => {
  await toMaking();
  const { version } = await run();
  const both = await Promise.allSettled(
    [1, 2].map((n) => {
      const actor = staffOf('countyReviewer', COUNTY, n);
      return stores.api.withScope(actor, (tx) =>
        takeRunAction(sqlOf(tx), runId, 'submit', actor, { expectedVersion: version }, AT),
      );
    }),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'versionStale' } });
  expect((await events()).filter((event) => event.startsWith('submit'))).toHaveLength(1);
});

it('gives everything up when it is cancelled, and the next list draws it', async () => {
  await toMaking();
  expect(await refused('cancel', people.approver)).toBe('invalidInput');
  await act('cancel', people.approver, { note: '参数有误' });
  expect(await balances(stores.owner)).toEqual({});
  await openMonthlyRuns(deps(), '2026-10-01');
  const october = await stores.worker.prisma.paymentRun.findFirstOrThrow({ where: { month: '2026-10' } });
  await advanceRun(deps(), october.id, AT.getTime());
  expect(await balances(stores.owner)).toEqual({ entitled: -360_000, pending: 360_000 });
});

it('changes nothing once it is released', async () => {
  await toReleasing();
  await act('release', people.checker);
  const before = await run();
  expect(await refused('cancel', people.approver, { note: '不发了' })).toBe('actionNotAllowed');
  expect(await refused('release', people.checker)).toBe('actionNotAllowed');
  expect(await refused('confirm', people.one)).toBe('actionNotAllowed');
  expect(await refused('returnTo', people.maker, { returnTo: 'making', note: '退回' })).toBe('actionNotAllowed');
  expect(await run()).toEqual(before);
});

it('passes a small amount by the maker of finance where the county says so', async () => {
  await stores.worker.prisma.parameterEntry.create({
    data: {
      id: crypto.randomUUID(),
      parameter: 'payment.financeMakerAbove',
      division: COUNTY,
      validFrom: '2020-01-01',
      value: '5000',
      reference: '测试',
      state: 'approved',
      makerId: crypto.randomUUID(),
      createdAt: AT,
      checkedAt: AT,
    },
  });
  await toMaking();
  await act('submit', people.reviewer);
  await act('check', people.approver);
  await advance();
  expect(await run()).toMatchObject({ state: 'releasing' });
  expect(await refused('returnTo', people.checker, { returnTo: 'preparing', note: '退回' })).toBe('invalidInput');
});
