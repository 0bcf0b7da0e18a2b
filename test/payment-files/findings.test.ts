import { Client } from 'pg';
import { advanceRun } from '../../activities/payments/advance';
import { openMonthlyRuns } from '../../activities/payments/open-runs';
import { claimOverpaid } from '../../store/recovery/find';
import { createStore, type Store } from '../../store/client';
import { createFileStore } from '../../store/files';
import { verifyLedger } from '../../store/ledger/verify';
import { startApi, type Api } from '../api/support/api';
import type { Got } from '../api/support/client';
import { populate, startPaying } from '../payments/support/population';
import { testKeyRing } from '../support/key-ring';
import { csvAnswer } from './support/returns';

/** @clause 三(三) what a bank paid twice or too much is claimed from the household with the closing of the finding */
const COUNTY = '530581';
const TOWNSHIP = '530581001';

interface Finding {
  readonly id: string;
  readonly kind: string;
  readonly recoveryId: string | null;
  readonly closings: readonly { readonly id: string }[];
}

let api: Api;
let owner: Client;
let worker: Store;
let september: string;
let october: string;
let reviewer: string;

const deps = () => ({
  store: worker,
  rulebook: api.rulebook,
  files: createFileStore({ directory: api.directory, cipher: worker.cipher }),
});
const linesOf = (runId: string) => worker.prisma.paymentLine.findMany({ where: { runId }, orderBy: { id: 'asc' } });
/** A month drawn and sent, its people's steps left out. */
const sent = async (day: string): Promise<string> => {
  await openMonthlyRuns(deps(), day);
  const { id } = await worker.prisma.paymentRun.findFirstOrThrow({ where: { state: 'drawing' } });
  await owner.query(`update payment_run set format = 'bankCsv' where id = $1`, [id]);
  await advanceRun(deps(), id, Date.parse(`${day}T02:00:00Z`));
  await owner.query(`update payment_run set state = 'sending' where id = $1`, [id]);
  await advanceRun(deps(), id, Date.parse(`${day}T02:00:00Z`));
  return id;
};
const bring = async (runId: string, told: Parameters<typeof csvAnswer>[0]): Promise<void> => {
  const answer = await api.call('importPaymentReturn', {
    token: await api.as('financeMaker', COUNTY),
    params: { runId },
    headers: { 'Content-Type': 'text/csv' },
    body: csvAnswer(told),
  });
  expect(answer.status).toBe(201);
};
const findings = async (runId: string): Promise<readonly Finding[]> =>
  (await api.call('readReconciliation', { token: reviewer, params: { runId } })).body['findings'] as Finding[];
const close = (findingId: string, outcome: string, key?: string): Promise<Got> =>
  api.call('closePaymentFinding', {
    token: reviewer,
    params: { findingId },
    body: { outcome, note: '已向农信社核实' },
    ...(key && { key }),
  });
const recoveries = () => worker.prisma.recovery.findMany();
const mismatches = async () => (await verifyLedger(owner)).mismatches;
const budget = async (): Promise<readonly bigint[]> => {
  const { rows } = await owner.query<{ drawn: string; returned: string }>(
    `select sum(drawn_fen)::text as drawn, sum(returned_fen)::text as returned from budget_line`,
  );
  return [BigInt(rows[0]!.drawn), BigInt(rows[0]!.returned)];
};

beforeEach(async () => {
  api = await startApi({ startAt: Date.parse('2026-10-06T02:00:00Z') });
  owner = new Client({ connectionString: api.ownerUrl });
  await owner.connect();
  worker = createStore({ url: api.workerUrl, keyRing: testKeyRing() });
  await populate(owner, { townships: [TOWNSHIP], count: 2, fromMonth: '2026-09' });
  await startPaying(worker, COUNTY, '2026-09');
  reviewer = await api.as('countyReviewer', COUNTY);
  september = await sent('2026-09-05');
});
afterEach(async () => {
  await Promise.all([owner.end(), worker.close()]);
  await api.stop();
});

/** The first household's money failed, was given up and sent again, and then the bank says that the first arrived too. */
const twice = async () => {
  const [first, second] = await linesOf(september);
  await bring(september, [
    { id: first!.id, fen: first!.fen, code: '1003' },
    { id: second!.id, fen: second!.fen, code: '0000' },
  ]);
  await owner.query(`update payment_line set state = 'reissued' where id = $1`, [first!.id]);
  october = await sent('2026-10-05');
  await bring(september, [{ id: first!.id, fen: first!.fen, code: '0000' }]);
  const again = (await linesOf(october)).find(({ replaces }) => replaces === first!.id)!;
  const [finding] = await findings(september);
  expect(finding).toMatchObject({ kind: 'paidTwice', recoveryId: null });
  return { first: first!, again, finding: finding! };
};

it('opens the recovery with the finding, once, and the finding names it; the daily look claims nothing more', async () => {
  const { first, again, finding } = await twice();
  expect((await close(finding.id, 'recover')).body['detail']).toContain('重发的一笔还没有银行结果');
  expect(await recoveries()).toEqual([]);
  await bring(october, [{ id: again.id, fen: again.fen, code: '0000' }]);
  const before = await budget();
  const key = crypto.randomUUID();
  const [one, two] = await Promise.all([close(finding.id, 'recover', key), close(finding.id, 'recover', key)]);
  expect([one.status, two.status]).toEqual([200, 200]);
  expect((await close(finding.id, 'recover')).body['detail']).toContain('已经了结');
  const all = await recoveries();
  expect(all).toMatchObject([
    { caseId: first.caseId, cause: 'paidTwice', state: 'found', overpaidFen: 30_000n, outstandingFen: 30_000n },
  ]);
  const recoveryId = all[0]!.id;
  expect([one.body['recoveryId'], (await findings(september))[0]?.recoveryId]).toEqual([recoveryId, recoveryId]);
  const { body } = await api.call('readRecovery', { token: reviewer, params: { recoveryId } });
  expect(body['months']).toEqual([{ month: '2026-09', paid: '600.00', due: '300.00', amount: '300.00', byBank: true }]);
  expect(await worker.prisma.workItem.findMany({ where: { owner: `recovery/${recoveryId}` } })).toMatchObject([
    { role: 'countyReviewer', doneAt: null },
  ]);
  await worker.prisma.$transaction((tx) => claimOverpaid(tx, '2026-10-07', api.clock.now()));
  expect(await worker.prisma.recoveryMonth.count()).toBe(1);
  // Spent twice; what the household pays back comes back to the line that it was spent from.
  expect(await budget()).toEqual([before[0]! + 30_000n, before[1]]);
  await owner.query(
    `insert into recovery_entry (id, recovery_id, kind, fen, on_date, at) values (gen_random_uuid(), $1, 'repayment', 10000, '2026-10-06', now())`,
    [recoveryId],
  );
  expect(await budget()).toEqual([before[0]! + 30_000n, before[1]! + 10_000n]);
  expect(await mismatches()).toEqual([]);
});

it('claims an overpaid month beside what the bank paid twice of it, neither hiding the other', async () => {
  const { first, again, finding } = await twice();
  await bring(october, [{ id: again.id, fen: again.fen, code: '0000' }]);
  await close(finding.id, 'recover');
  await owner.query(`update entitlement set to_month = '2026-08', from_month = '2026-08' where case_id = $1`, [
    first.caseId,
  ]);
  await worker.prisma.$transaction((tx) => claimOverpaid(tx, '2026-10-07', api.clock.now()));
  expect(await recoveries()).toMatchObject([{ overpaidFen: 60_000n }]);
  const months = await worker.prisma.recoveryMonth.findMany({ orderBy: { round: 'asc' } });
  expect(months.map(({ month, round, fen, findingId }) => [month, round, fen, findingId])).toEqual([
    ['2026-09', 1, 30_000n, finding.id],
    ['2026-09', 2, 30_000n, null],
  ]);
});

it('keeps the first money where the second failed, and there is nothing to recover', async () => {
  const { first, again, finding } = await twice();
  expect((await close(finding.id, 'original')).body['detail']).toContain('不能以原款为准');
  await bring(october, [{ id: again.id, fen: again.fen, code: '1003' }]);
  expect((await close(finding.id, 'recover')).body['detail']).toContain('没有重复支付');
  expect((await close(finding.id, 'original')).status).toBe(200);
  expect((await linesOf(september))[0]).toMatchObject({ id: first.id, state: 'paid' });
  expect((await linesOf(october)).find(({ id }) => id === again.id)).toMatchObject({
    state: 'reissued',
    reason: 'paidEarlier',
  });
  expect([await recoveries(), await mismatches()]).toEqual([[], []]);
});

it('claims of a wrong amount what is beyond the list, and takes back from the budget what is withdrawn', async () => {
  const [first, second] = await linesOf(september);
  await bring(september, [
    { id: first!.id, fen: 35_000n, code: '0000' },
    { id: second!.id, fen: 25_000n, code: '0000' },
  ]);
  const all = await findings(september);
  const of = (id: bigint) => all.find((one) => (one as unknown as { lineId: string }).lineId === String(id))!.id;
  expect((await close(of(second!.id), 'recover')).body['detail']).toContain('没有多付');
  const before = await budget();
  const { recoveryId } = (await close(of(first!.id), 'recover')).body as { recoveryId: string };
  expect(await recoveries()).toMatchObject([{ cause: 'paidMore', overpaidFen: 5_000n }]);
  expect((await linesOf(september))[0]?.state).toBe('paid');
  expect(await budget()).toEqual([before[0]! + 5_000n, before[1]]);
  await owner.query(
    `with decided as (
       insert into recovery_write_off (id, recovery_id, kind, fen, reason, level, state, maker_id, created_at)
       values (gen_random_uuid(), $1, 'withdrawal', 5000, '银行更正', 'county', 'approved', gen_random_uuid(), now()) returning id)
     select id from decided`,
    [recoveryId],
  );
  await owner.query(
    `insert into recovery_entry (id, recovery_id, kind, fen, on_date, decision_id, at)
     select gen_random_uuid(), recovery_id, kind, fen, '2026-10-06', id, now() from recovery_write_off`,
  );
  expect(await budget()).toEqual(before);
  expect(await mismatches()).toEqual([]);
});
