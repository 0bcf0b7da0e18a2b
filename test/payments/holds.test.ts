import { openStores, type OpenedStores } from '../store/support/store';
import { caseIdOf, populate, startPaying } from './support/population';
import { COUNTY, ONE, people, TWO, workRuns } from './support/runs';
import { balances } from './support/sums';

/** @clause 三(一) a held line is freed when its ground goes, or released or left out by decision, and paid with arrears */
let stores: OpenedStores;
let work: ReturnType<typeof workRuns>;
let dead: string;
let bare: string;
beforeEach(async () => {
  stores = await openStores();
  await populate(stores.owner, { townships: [ONE, TWO], count: 3, fromMonth: '2026-08' });
  await startPaying(stores.worker, COUNTY, '2026-09');
  work = workRuns(stores);
  [dead, bare] = [await caseIdOf(stores.owner, ONE, 1), await caseIdOf(stores.owner, TWO, 1)];
  await stores.owner.query(
    `update person set died_on = '2026-08-20' where id = (select applicant_id from "case" where id = $1)`,
    [dead],
  );
  await stores.owner.query(`update card_account set state = 'ended' where case_id = $1`, [bare]);
});
afterEach(() => stores.close());

const clear = { reason: 'death', decision: 'clear', note: '遗属继续享受,已核实' } as const;
const cancel = { reason: 'death', decision: 'cancel', note: '本月不发' } as const;
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    (error: { code?: string }) => error.code,
  );
const giveAccount = (caseId: string) =>
  stores.owner.query(`update card_account set state = 'approved' where case_id = $1`, [caseId]);

it('goes on by decision in the same list, its task done, the decision told in the history', async () => {
  const runId = await work.draw('2026-09');
  expect(await work.openTasks()).toBe(2);
  await work.decide((await work.lineOf(runId, dead)).id, clear);
  expect(await work.lineOf(runId, dead)).toMatchObject({ state: 'pending', reason: null });
  await work.advance(runId);
  expect(await work.lineOf(runId, dead)).toMatchObject({ state: 'pending' });
  expect(await work.openTasks()).toBe(1);
  const events = await stores.worker.prisma.paymentRunEvent.findMany({ where: { runId, action: 'clearHold' } });
  expect(events).toMatchObject([{ actorId: people.reviewer.staffId, note: '领取人已故:遗属继续享受,已核实' }]);
});

it('is not cleared while its ground must go first, nor twice, nor for another reason', async () => {
  const runId = await work.draw('2026-09');
  const [deadLine, bareLine] = [await work.lineOf(runId, dead), await work.lineOf(runId, bare)];
  expect(await codeOf(work.decide(bareLine.id, { ...clear, reason: 'accountMissing' }))).toBe('refused');
  expect(await codeOf(work.decide(deadLine.id, { ...clear, reason: 'paidTwice' }))).toBe('actionNotAllowed');
  expect(await codeOf(work.decide(deadLine.id, clear))).toBe('taken');
  expect(await codeOf(work.decide(deadLine.id, clear))).toBe('actionNotAllowed');
  expect(await codeOf(work.decide(deadLine.id, clear, { ...people.reviewer, division: '530502' }))).toBe('notFound');
});

it('lets one of two decisions through that come at once', async () => {
  const runId = await work.draw('2026-09');
  const { id } = await work.lineOf(runId, dead);
  const both = await Promise.all([codeOf(work.decide(id, clear)), codeOf(work.decide(id, cancel))]);
  expect(both.sort()).toEqual(['actionNotAllowed', 'taken']);
});

it('keeps who decided on a held line from checking the list', async () => {
  const runId = await work.draw('2026-09');
  await work.decide((await work.lineOf(runId, dead)).id, clear);
  await work.act(runId, 'confirm', people.one);
  await work.act(runId, 'confirm', people.two);
  await work.act(runId, 'submit', people.reviewer);
  const asApprover = { ...people.approver, staffId: people.reviewer.staffId };
  expect(await codeOf(work.act(runId, 'check', asApprover))).toBe('forbidden');
});

it('is left out by decision, counted in no sum, and drawn by the next list as arrears while it is owed', async () => {
  const runId = await work.draw('2026-09');
  await work.decide((await work.lineOf(runId, dead)).id, cancel);
  await work.advance(runId);
  expect(await work.run(runId)).toMatchObject({ lines: 5, fen: 150_000n });
  expect(await work.openTasks()).toBe(1);
  await work.toReleased(runId);
  work.setDay('2026-10-01');
  const next = await work.draw('2026-10');
  const drawn = (await work.lines(next)).filter(({ caseId }) => caseId === dead);
  expect(drawn.map(({ month, state, correction }) => [month, state, correction])).toEqual([
    ['2026-09', 'held', 1],
    ['2026-10', 'held', 0],
  ]);
});

it('is freed when an account comes, before the release and after it with arrears', async () => {
  const runId = await work.draw('2026-09');
  await giveAccount(bare);
  await work.advance(runId);
  expect(await work.lineOf(runId, bare)).toMatchObject({ state: 'pending', accountId: expect.any(String) });
  expect(await work.openTasks()).toBe(1);
  await work.toReleased(runId);
  expect(await work.lineOf(runId, dead)).toMatchObject({ state: 'held' });
  expect(await balances(stores.owner)).toEqual({ entitled: -180_000, held: 30_000, sent: 150_000 });
  work.setDay('2026-10-01');
  const next = await work.draw('2026-10');
  expect(await stores.worker.prisma.paymentLine.findFirst({ where: { runId, caseId: dead } })).toMatchObject({
    state: 'cancelled',
    reason: 'carriedOver',
  });
  expect((await work.lines(next)).filter(({ caseId }) => caseId === dead)).toHaveLength(2);
  expect(await balances(stores.owner)).toEqual({ entitled: -360_000, held: 60_000, pending: 150_000, sent: 150_000 });
});

it('is found by the look of every hour, or right before the money goes; a new account by the next step', async () => {
  const runId = await work.draw('2026-09');
  const [late, other] = [await caseIdOf(stores.owner, ONE, 2), await caseIdOf(stores.owner, TWO, 2)];
  const { accountId } = await work.lineOf(runId, other);
  await stores.owner.query(
    `update person set died_on = '2026-08-31' where id = (select applicant_id from "case" where id = $1)`,
    [late],
  );
  await stores.owner.query(`update card_account set state = 'ended' where id = $1`, [accountId]);
  await stores.owner.query(
    `insert into card_account (id, case_id, holder_person_id, holder_name, bank, number_enc, number_index, number_tail, number_valid, state, created_at, checked_at)
     select gen_random_uuid(), case_id, holder_person_id, holder_name, bank, number_enc, 'anew', number_tail, number_valid, 'approved', $2, $2
     from card_account where id = $1`,
    [accountId, work.at()],
  );
  await work.advance(runId);
  expect(await work.lineOf(runId, other)).toMatchObject({
    state: 'pending',
    accountId: expect.not.stringMatching(accountId!),
  });
  expect(await work.lineOf(runId, late)).toMatchObject({ state: 'pending' });
  work.setDay('2026-09-03');
  await work.advance(runId);
  expect(await work.lineOf(runId, late)).toMatchObject({ state: 'held', reason: 'death' });
});

it('remembers after the release what was decided, for that month and what was known, and no more', async () => {
  const runId = await work.draw('2026-09');
  await work.toReleased(runId);
  await work.decide((await work.lineOf(runId, dead)).id, clear);
  await work.advance(runId);
  expect(await work.lineOf(runId, dead)).toMatchObject({ state: 'held' });
  work.setDay('2026-10-01');
  const next = await work.draw('2026-10');
  const drawn = (await work.lines(next)).filter(({ caseId }) => caseId === dead);
  expect(drawn.map(({ month, state }) => [month, state])).toEqual([
    ['2026-09', 'pending'],
    ['2026-10', 'held'],
  ]);
});

it('keeps a decision when the list is drawn anew', async () => {
  const runId = await work.draw('2026-09');
  await work.decide((await work.lineOf(runId, dead)).id, clear);
  await work.act(runId, 'returnTo', people.reviewer, { returnTo: 'drawing', note: '重新造册' });
  expect(await work.lineOf(runId, dead)).toMatchObject({ state: 'pending', correction: 1 });
});
