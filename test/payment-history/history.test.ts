import { createStore, type Store } from '../../store/client';
import { startApi, type Api } from '../api/support/api';
import { Client } from 'pg';
import { testKeyRing } from '../support/key-ring';
import { owe } from '../ledger/support/owing';
import { caseIdOf, populate, startPaying } from '../payments/support/population';
import { goThrough, openRun } from './support/run';

/** @clause 三(一) a household's payments month by month, each difference with its reason and the ledger beside it */
const [TOWNSHIP, NEXT] = ['530581001', '530581002'] as const;

let api: Api;
let worker: Store;
let owner: Client;
beforeAll(async () => {
  api = await startApi({ startAt: Date.parse('2026-11-20T02:00:00Z') });
  worker = createStore({ url: api.workerUrl, keyRing: testKeyRing() });
  owner = new Client({ connectionString: api.ownerUrl });
  await owner.connect();
  await populate(owner, { townships: [TOWNSHIP, NEXT], count: 3, fromMonth: '2026-08' });
  await startPaying(worker, '530581', '2026-08');
});
afterAll(async () => {
  await Promise.all([worker.close(), owner.end()]);
  await api.stop();
});

interface Month {
  readonly month: string;
  readonly paid: string;
  readonly difference: string;
  readonly matchesLedger: boolean;
  readonly reasons: readonly {
    readonly reason: string;
    readonly amount: string;
    readonly details: readonly string[];
  }[];
}
const historyOf = async (caseId: string, token: string): Promise<readonly Month[]> => {
  const { status, body } = await api.call('readPaymentHistory', { token, params: { caseId } });
  expect(status).toBe(200);
  return body['months'] as readonly Month[];
};

it('tells each month with the reasons of its difference, by the lines and the ledger', async () => {
  const caseId = await caseIdOf(owner, TOWNSHIP, 1);
  await goThrough(worker, await openRun(worker, '2026-08'), () => ({ state: 'paid' }));
  await goThrough(worker, await openRun(worker, '2026-09'), (line) =>
    line.caseId === caseId ? { state: 'failed', bankReason: '账户已销户' } : { state: 'paid' },
  );
  // From October on a member more, by a decision that supersedes the open end of the one before.
  await owner.query(`
    begin;
    update entitlement set to_month = '2026-09' where case_id = '${caseId}';
    insert into person (id, name, birth_date, sex) values ('6f0c1b52-6c39-4d0e-9a55-0f6a3f0d1a01', '新生儿', '2026-09-01', 'female');
    insert into entitlement (id, case_id, programme, from_month, monthly_fen, decision_id)
      values ('6f0c1b52-6c39-4d0e-9a55-0f6a3f0d1a02', '${caseId}', 'dibao', '2026-10', 50000, gen_random_uuid());
    insert into entitlement_component (entitlement_id, person_id, fen)
      select '6f0c1b52-6c39-4d0e-9a55-0f6a3f0d1a02'::uuid, applicant_id, 30000 from "case" where id = '${caseId}'
      union all select '6f0c1b52-6c39-4d0e-9a55-0f6a3f0d1a02', '6f0c1b52-6c39-4d0e-9a55-0f6a3f0d1a01'::uuid, 20000;
    commit`);
  await goThrough(worker, await openRun(worker, '2026-10'), () => ({ state: 'paid' }));
  const token = await api.as('townshipClerk', TOWNSHIP);
  const months = await historyOf(caseId, token);
  expect(months.map(({ month, paid, difference }) => [month, paid, difference])).toEqual([
    ['2026-11', '0.00', '-500.00'],
    ['2026-10', '500.00', '500.00'],
    ['2026-09', '0.00', '-300.00'],
    ['2026-08', '300.00', '300.00'],
  ]);
  expect(months.map(({ reasons }) => reasons.map(({ reason, amount }) => [reason, amount]))).toEqual([
    [['undrawn', '-500.00']],
    [
      ['memberIn', '200.00'],
      ['failed', '300.00'],
    ],
    [['failed', '-300.00']],
    [['started', '300.00']],
  ]);
  expect(months[2]?.reasons[0]?.details).toEqual(['账户已销户']);
  expect(months.every(({ matchesLedger }) => matchesLedger)).toBe(true);
});

// @clause 三(三) what was due, what was kept back with written consent, and what arrived
it('tells what was withheld beside what was due and what arrived, with its reason, and agrees with the ledger', async () => {
  const caseId = await caseIdOf(owner, TOWNSHIP, 3);
  const debt = { month: '2026-10', fen: 10_000, monthly: 6_000, agreedOn: '2026-11-01' };
  await owe(owner, { caseId, township: TOWNSHIP, ...debt });
  await goThrough(worker, await openRun(worker, '2026-11'), (line) => ({
    state: line.caseId === caseId ? 'paid' : 'sent',
  }));
  const [november] = await historyOf(caseId, await api.as('townshipClerk', TOWNSHIP));
  expect(november).toMatchObject({
    ...{ month: '2026-11', entitled: '300.00', withheld: '60.00', paid: '240.00', difference: '-60.00' },
    reasons: [{ reason: 'withheld', amount: '-60.00' }],
    lines: [{ amount: '300.00', withheld: '60.00' }],
    matchesLedger: true,
  });
});

it('says that the ledger differs where it does', async () => {
  const caseId = await caseIdOf(owner, TOWNSHIP, 2);
  await owner.query(`
    insert into ledger_transfer (at, debit, credit, fen, line_id, case_id, month, county, township, programme)
    select now(), 'paid', 'entitled', 1, id, case_id, month, county, township, programme from payment_line
    where case_id = '${caseId}' and month = '2026-08'`);
  const months = await historyOf(caseId, await api.as('townshipClerk', TOWNSHIP));
  expect(months.map(({ month, matchesLedger }) => [month, matchesLedger])).toEqual([
    ['2026-11', true],
    ['2026-10', true],
    ['2026-09', true],
    ['2026-08', false],
  ]);
});

it('shows nothing to another township, and nothing to who reads no cases', async () => {
  const caseId = await caseIdOf(owner, TOWNSHIP, 1);
  const ask = async (role: 'townshipClerk' | 'administrator', division: string) =>
    (await api.call('readPaymentHistory', { token: await api.as(role, division), params: { caseId } })).status;
  expect(await ask('townshipClerk', NEXT)).toBe(404);
  expect(await ask('administrator', '53')).toBe(403);
});
