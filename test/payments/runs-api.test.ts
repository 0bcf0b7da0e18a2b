import { Client } from 'pg';
import { createStore, type Store } from '../../store/client';
import { advanceRun } from '../../activities/payments/advance';
import { openMonthlyRuns } from '../../activities/payments/open-runs';
import type { Role } from '../../domain/lifecycle/roles';
import { startApi, type Api } from '../api/support/api';
import { serve, type Listener } from '../api/support/events';
import { until } from '../support/until';
import { testKeyRing } from '../support/key-ring';
import { testFiles } from '../support/test-files';
import { declareRelative } from '../api/support/case-row';
import { owe } from '../ledger/support/owing';
import { caseIdOf, populate, startPaying } from './support/population';

/** @clause 三(一) what people see and do with a run, by role, place and version; @clause 一(一) late runs are seen above */
const COUNTY = '530581';
const [ONE, TWO] = ['530581001', '530581002'] as const;

let api: Api;
let owner: Client;
let worker: Store;
let runId: string;
const tokens = {} as Record<'one' | 'two' | 'reviewer' | 'approver' | 'maker' | 'checker' | 'clerk', string>;

beforeAll(async () => {
  api = await startApi({ startAt: Date.parse('2026-09-02T02:00:00Z') });
  owner = new Client({ connectionString: api.ownerUrl });
  await owner.connect();
  worker = createStore({ url: api.workerUrl, keyRing: testKeyRing() });
  await populate(owner, { townships: [ONE, TWO], count: 3, fromMonth: '2026-08' });
  await startPaying(worker, COUNTY, '2026-09');
  const dead = await caseIdOf(owner, ONE, 1);
  const died = `update person set died_on = '2026-08-20' where id = (select applicant_id from "case" where id = $1)`;
  await owner.query(died, [dead]);
  const caseId = await caseIdOf(owner, TWO, 2);
  await owe(owner, { caseId, township: TWO, month: '2026-08', fen: 10_000, monthly: 4_500, agreedOn: '2026-09-01' });
  await openMonthlyRuns(deps(), '2026-09-01');
  runId = (await worker.prisma.paymentRun.findFirstOrThrow()).id;
  await advance();
  const staff: readonly [keyof typeof tokens, Role, string][] = [
    ['one', 'townshipApprover', ONE],
    ['two', 'townshipApprover', TWO],
    ['clerk', 'townshipClerk', ONE],
    ['reviewer', 'countyReviewer', COUNTY],
    ['approver', 'countyApprover', COUNTY],
    ['maker', 'financeMaker', COUNTY],
    ['checker', 'financeChecker', COUNTY],
  ];
  for (const [who, role, division] of staff) tokens[who] = await api.as(role, division);
});
afterAll(async () => {
  await Promise.all([owner.end(), worker.close()]);
  await api.stop();
});

const deps = () => ({ store: worker, rulebook: api.rulebook, files: testFiles(worker) });
const advance = (id = runId) => advanceRun(deps(), id, api.clock.now().getTime());
type Who = keyof typeof tokens;
type Shown = Record<string, unknown> & { version: number };
const read = async (who: Who, id = runId) =>
  (await api.call('readPaymentRun', { token: tokens[who], params: { runId: id } })).body as unknown as Shown & {
    state: { id: string };
    places: { township: string }[];
    holds: { reason: string; lines: number }[];
    actions: { action: string; allowed: boolean; why: string | null }[];
  };
const act = async (who: Who, action: string, more: object = {}, key?: string) => {
  const { version } = await read(who);
  const body = { expectedVersion: version, ...more };
  const got = await api.call('takePaymentAction', {
    token: tokens[who],
    params: { runId, action },
    body,
    ...(key && { key }),
  });
  await advance();
  return got;
};
const list = async (token: string, query: Record<string, string> = {}) =>
  (await api.call('listPaymentRuns', { token, query })).body['items'] as (Shown & { id: string; daysLate: number })[];
const lines = async (who: Who, query: Record<string, string> = {}) =>
  (await api.call('listPaymentLines', { token: tokens[who], params: { runId }, query })).body as unknown as {
    items: { id: string; township: string; account: string; withheld: string; holds: { reason: string }[] }[];
    next: string | null;
  };

it('shows a township its own part of the run, and the county all of it', async () => {
  expect((await read('one')).places.map(({ township }) => township)).toEqual([ONE]);
  expect((await read('reviewer')).places.map(({ township }) => township)).toEqual([ONE, TWO]);
  expect(new Set((await lines('two')).items.map(({ township }) => township))).toEqual(new Set([TWO]));
  expect((await read('two')).holds).toEqual([]);
  expect((await read('reviewer')).holds).toMatchObject([{ reason: 'death', lines: 1, amount: '300.00' }]);
  const elsewhere = await api.as('countyReviewer', '530502');
  expect(await api.call('readPaymentRun', { token: elsewhere, params: { runId } })).toMatchObject({ status: 404 });
  const citizen = await api.as('villageAssistant', ONE);
  expect(await api.call('listPaymentRuns', { token: citizen, query: {} })).toMatchObject({ status: 403 });
});

it('reads the list page by page, each line once, cards by their last digits', async () => {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await lines('reviewer', { limit: '4', ...(cursor && { cursor }) });
    seen.push(...page.items.map(({ id }) => id));
    expect(page.items.every(({ account }) => /\*{4}\d{4}$/.test(account))).toBe(true);
    cursor = page.next;
  } while (cursor);
  expect(seen).toHaveLength(6);
  expect(new Set(seen).size).toBe(6);
  expect((await lines('reviewer', { reason: 'death' })).items).toMatchObject([{ holds: [{ reason: 'death' }] }]);
});

// @clause 三(三) what is withheld stands in the list that people confirm, check and release
it('says of run, township and line what is withheld beside what is due', async () => {
  const run = await read('reviewer');
  expect(run).toMatchObject({ amount: '1800.00', withheld: '45.00' });
  expect(run.places).toMatchObject([
    { township: ONE, amount: '900.00', withheld: '0.00' },
    { township: TWO, amount: '900.00', withheld: '45.00', states: [{ state: 'pending', withheld: '45.00' }] },
  ]);
  expect((await list(tokens.one))[0]).toMatchObject({ amount: '1800.00', withheld: '0.00' });
  const { items } = await lines('two');
  expect(items.find((line) => line.withheld !== '0.00')).toMatchObject({
    ...{ amount: '300.00', withheld: '45.00', paidOut: '255.00' },
  });
});

it('says whose turn it is, and to everybody else why not', async () => {
  const canDo = async (who: Who) =>
    (await read(who)).actions.filter(({ allowed }) => allowed).map(({ action }) => action);
  expect(await canDo('one')).toEqual(['confirm', 'returnTo']);
  expect(await canDo('reviewer')).toEqual(['returnTo']);
  expect(await canDo('checker')).toEqual([]);
  expect((await read('reviewer')).actions.find(({ action }) => action === 'submit')?.why).toContain('乡镇确认');
  expect((await list(tokens.one, { mine: 'true' })).map(({ id }) => id)).toEqual([runId]);
  expect(await list(tokens.reviewer, { mine: 'true' })).toEqual([]);
});

it('takes a decision on a held line from the county alone, once for one key, never of a relative', async () => {
  const { id } = (await lines('reviewer', { reason: 'death' })).items[0]!;
  const body = { reason: 'death', decision: 'clear', note: '遗属继续享受,已核实' };
  const decide = (token: string, key: string) =>
    api.call('decidePaymentHold', { token, params: { lineId: id }, body, key });
  expect(await decide(tokens.clerk, 'hold-clerk-1')).toMatchObject({ status: 403 });
  const kin = await api.addStaff([{ role: 'countyReviewer', division: COUNTY }]);
  const caseId = await caseIdOf(owner, ONE, 1);
  const { rows } = await owner.query<{ id: string }>(`select applicant_id as id from "case" where id = $1`, [caseId]);
  await declareRelative(api.sql, caseId, rows[0]!.id, kin.id);
  expect(await decide(await api.tokenOf(kin), 'hold-kin-1')).toMatchObject({ body: { code: 'relativeLockedOut' } });
  const both = [await decide(tokens.reviewer, 'hold-same-1'), await decide(tokens.reviewer, 'hold-same-1')];
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(await decide(tokens.reviewer, 'hold-other-1')).toMatchObject({ status: 409 });
  expect((await read('reviewer')).holds).toEqual([]);
});

it('goes through five roles once, whatever is sent twice or at once', async () => {
  expect((await act('one', 'confirm', {}, 'confirm-one-1')).status).toBe(200);
  expect((await act('one', 'confirm', {}, 'confirm-one-1')).status).toBe(200);
  expect((await act('one', 'confirm', {}, 'confirm-one-2')).body).toMatchObject({ code: 'actionNotAllowed' });
  await act('two', 'confirm');
  const { version } = await read('reviewer');
  const send = (key: string) =>
    api.call('takePaymentAction', {
      token: tokens.reviewer,
      params: { runId, action: 'submit' },
      body: { expectedVersion: version },
      key,
    });
  const both = await Promise.all([send('submit-a-1'), send('submit-b-1')]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  await advance();
  expect(await act('reviewer', 'check')).toMatchObject({ status: 403 });
  expect((await act('approver', 'check')).status).toBe(200);
  expect(await act('checker', 'returnTo', { returnTo: 'making', note: '退回' })).toMatchObject({ status: 403 });
  expect(await act('maker', 'returnTo', { returnTo: 'making' })).toMatchObject({ status: 400 });
  expect((await act('maker', 'prepare')).status).toBe(200);
  expect((await act('checker', 'release')).status).toBe(200);
  const shown = await read('reviewer');
  expect(shown).toMatchObject({ state: { id: 'paying' }, sums: [{ state: 'sent', lines: 6, amount: '1800.00' }] });
  expect(shown['steps']).toMatchObject([{ says: '造册完成', lines: 6 }, { lines: 6 }]);
});

describe('late runs', () => {
  it('are told to the level above after the days that it set, and to the county at once', async () => {
    await openMonthlyRuns(deps(), '2026-10-01');
    const october = (await worker.prisma.paymentRun.findFirstOrThrow({ where: { month: '2026-10' } })).id;
    await worker.prisma.parameterEntry.create({
      data: {
        id: crypto.randomUUID(),
        parameter: 'payment.lateReportDays',
        division: COUNTY,
        validFrom: '2020-01-01',
        value: 3,
        reference: '测试',
        state: 'approved',
        makerId: crypto.randomUUID(),
        createdAt: new Date(),
        checkedAt: new Date(),
      },
    });
    const days = (day: string) => Date.parse(`${day}T02:00:00Z`) - api.clock.now().getTime();
    api.clock.advance(days('2026-10-11'));
    const [above, here] = [await api.as('supervisor', '5305'), await api.as('countyApprover', COUNTY)];
    const late = (token: string) => list(token, { late: 'true' });
    const { payBy } = (await list(here, { month: '2026-10' }))[0] as unknown as { payBy: string };
    api.clock.advance(days(payBy));
    expect([await late(here), await late(above)]).toEqual([[], []]);
    api.clock.advance(86_400_000);
    expect(await late(await api.as('countyApprover', COUNTY))).toMatchObject([{ id: october, daysLate: 1 }]);
    expect(await late(await api.as('supervisor', '5305'))).toEqual([]);
    api.clock.advance(2 * 86_400_000);
    expect(await late(await api.as('supervisor', '5305'))).toMatchObject([{ id: october, daysLate: 3 }]);
    expect(await late(await api.as('supervisor', '5306'))).toEqual([]);
  });
});

describe('a run by hand', () => {
  const open = (token: string, body: object) => api.call('openPaymentRun', { token, body });
  const asked = { kind: 'supplementary', county: COUNTY, programme: 'dibao', month: '2026-09' };

  it('is opened by the county, for a month that this system pays', async () => {
    const reviewer = await api.as('countyReviewer', COUNTY);
    expect(await open(reviewer, { ...asked, month: '2026-08' })).toMatchObject({ status: 400 });
    expect(await open(reviewer, { ...asked, month: '2027-01' })).toMatchObject({ status: 400 });
    expect(await open(reviewer, { ...asked, county: '530521' })).toMatchObject({ status: 403 });
    expect(await open(await api.as('countyApprover', COUNTY), asked)).toMatchObject({ status: 403 });
    const two = await Promise.all([open(reviewer, asked), open(reviewer, asked)]);
    expect(two.map(({ status, body }) => [status, body['seq']]).sort()).toEqual([
      [201, 1],
      [409, undefined],
    ]);
    expect(two.find(({ status }) => status === 409)?.body['detail']).toContain('还有一批补充发放没有支付');
    const runId = String(two.find(({ status }) => status === 201)!.body['id']);
    await advance(runId);
    expect(await worker.prisma.paymentRun.findUnique({ where: { id: runId } })).toMatchObject({
      state: 'settled',
      lines: 0,
    });
    expect(await open(reviewer, asked)).toMatchObject({ status: 201, body: { seq: 2 } });
  });

  it('of a subsidy needs what it pays for, and waits for the one before it', async () => {
    const reviewer = await api.as('countyReviewer', COUNTY);
    const { month: _, ...rest } = asked;
    const planId = crypto.randomUUID();
    const subsidy = { ...rest, kind: 'oneOff', occasionId: planId };
    expect(await open(reviewer, subsidy)).toMatchObject({ status: 400, body: { fields: [{ path: 'occasionId' }] } });
    await worker.prisma.oneOffPlan.create({
      data: {
        id: planId,
        title: '一次性补贴',
        division: COUNTY,
        orderNumber: '测试文件〔2026〕9号',
        cutOffMonth: '2026-08',
        amounts: { dibaoRural: '10000' },
        state: 'approved',
        makerId: planId,
        createdAt: api.clock.now(),
        checkedAt: api.clock.now(),
      },
    });
    expect(await open(reviewer, { ...subsidy, programme: 'tekun' })).toMatchObject({ status: 422 });
    const both = await Promise.all([open(reviewer, subsidy), open(reviewer, subsidy)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { id } = both.find(({ status }) => status === 201)!.body as { id: string };
    await advance(id);
    expect(await worker.prisma.paymentLine.count({ where: { runId: id } })).toBe(6);
  });
});

it('tells open desks of the county and of every township on the list, and no other', async () => {
  const served = await serve(api.app);
  const [county, township, finance, next] = await Promise.all(
    (
      [
        ['countyReviewer', COUNTY],
        ['townshipApprover', TWO],
        ['financeMaker', COUNTY],
        ['countyReviewer', '530502'],
      ] as const
    ).map(async ([role, division]) => served.listen(await api.as(role, division))),
  );
  const all = [county!, township!, finance!, next!];
  await until(() => all.every(({ heard }) => heard.some(({ event }) => event === 'ready')));
  await worker.withScopedClient(undefined, async (client) => {
    await client.query(
      `insert into payment_run_event (run_id, sequence, at, action, state, role) values ($1, 999, now(), 'note', 'paying', 'system')`,
      [runId],
    );
  });
  const told = ({ heard }: Listener): string[] =>
    heard.filter(({ event }) => event === 'change').map(({ data }) => `${data['topic']} ${data['id']}`);
  await until(() => [county, township, finance].every((listener) => told(listener!).includes(`payment ${runId}`)));
  expect(told(next!)).toEqual([]);
  all.forEach((listener) => listener.stop());
  await served.close();
});
