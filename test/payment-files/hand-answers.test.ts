import { Client } from 'pg';
import { advanceRun } from '../../activities/payments/advance';
import { openMonthlyRuns } from '../../activities/payments/open-runs';
import { createStore, type Store } from '../../store/client';
import { createFileStore } from '../../store/files';
import { verifyLedger } from '../../store/ledger/verify';
import { startApi, type Api } from '../api/support/api';
import { declareRelative } from '../api/support/case-row';
import type { Got } from '../api/support/client';
import { populate, startPaying } from '../payments/support/population';
import { testKeyRing } from '../support/key-ring';
import { csvAnswer } from './support/returns';

/** @clause 三(一) what a bank said without a file: entered with its paper, booked by another hand the way of a return file */
const COUNTY = '530581';
const TOWNSHIP = '530581001';
const PAPER = Buffer.from('255044462d312e37', 'hex');

type Who = 'maker' | 'checker' | 'reviewer' | 'township' | 'elsewhere';

let api: Api;
let owner: Client;
let worker: Store;
let runId: string;
let fileId: string;
let lines: readonly { readonly id: bigint; readonly fen: bigint; readonly caseId: string }[];
const tokens = {} as Record<Who, string>;

const deps = () => ({
  store: worker,
  rulebook: api.rulebook,
  files: createFileStore({ directory: api.directory, cipher: worker.cipher }),
});
const advance = () => advanceRun(deps(), runId, api.clock.now().getTime());
const linesOf = () => worker.prisma.paymentLine.findMany({ where: { runId }, orderBy: { id: 'asc' } });
const states = async () => (await linesOf()).map(({ state }) => state);

beforeEach(async () => {
  api = await startApi({ startAt: Date.parse('2026-09-09T02:00:00Z') });
  owner = new Client({ connectionString: api.ownerUrl });
  await owner.connect();
  worker = createStore({ url: api.workerUrl, keyRing: testKeyRing() });
  await populate(owner, { townships: [TOWNSHIP], count: 3, fromMonth: '2026-09' });
  await startPaying(worker, COUNTY, '2026-09');
  await openMonthlyRuns(deps(), '2026-09-01');
  runId = (await worker.prisma.paymentRun.findFirstOrThrow()).id;
  await owner.query(`update payment_run set format = 'bankCsv'`);
  await owner.query(`update card_account set bank = 'ruralCredit'`);
  await advance();
  await owner.query(`update payment_run set state = 'sending'`);
  await advance();
  lines = await linesOf();
  fileId = (await worker.prisma.paymentFile.findFirstOrThrow({ where: { runId } })).id;
  tokens.maker = await api.as('financeMaker', COUNTY);
  tokens.checker = await api.as('financeChecker', COUNTY);
  tokens.reviewer = await api.as('countyReviewer', COUNTY);
  tokens.township = await api.as('townshipApprover', TOWNSHIP);
  tokens.elsewhere = await api.as('financeMaker', '530602');
});
afterEach(async () => {
  await Promise.all([owner.end(), worker.close()]);
  await api.stop();
});

const paid = { result: 'paid', paidOn: '2026-09-09' };
const failed = { result: 'failed', reason: '账户已销户' };
const propose = (query: object, who: Who = 'maker', key?: string, bytes = PAPER): Promise<Got> =>
  api.call('proposeHandAnswer', {
    token: tokens[who],
    params: { runId },
    query: { note: '农信社出具书面回单', name: '回单.pdf', ...query },
    headers: { 'Content-Type': 'application/pdf' },
    body: bytes,
    ...(key && { key }),
  });
const ofLine = (index: number) => ({ lineId: String(lines[index]!.id) });
const decide = (verdict: 'approve' | 'reject', answerId: unknown, who: Who = 'checker', key?: string): Promise<Got> =>
  api.call(`${verdict}HandAnswer`, {
    token: tokens[who],
    params: { answerId: String(answerId) },
    ...(key && { key }),
  });
const bring = (codes: readonly (string | undefined)[]): Promise<Got> =>
  api.call('importPaymentReturn', {
    token: tokens.maker,
    params: { runId },
    headers: { 'Content-Type': 'text/csv' },
    body: csvAnswer(codes.flatMap((code, at) => (code ? [{ id: lines[at]!.id, fen: lines[at]!.fen, code }] : []))),
  });

it('is booked when another hand approves it, once, like a return: line, ledger, run and history', async () => {
  const key = crypto.randomUUID();
  const [one, two] = await Promise.all([
    propose({ ...ofLine(0), ...paid }, 'maker', key),
    propose({ ...ofLine(0), ...paid }, 'maker', key),
  ]);
  expect([one.status, two.status, one.body['id'] === two.body['id']]).toEqual([201, 201, true]);
  expect(one.body).toMatchObject({ state: 'proposed', lines: 1, amount: '300.00', evidence: '回单.pdf' });
  expect((await propose({ ...ofLine(0), ...failed })).body['detail']).toContain('已有一项登记等待复核');
  expect(await states()).toEqual(['sent', 'sent', 'sent']);
  const listed = await api.call('listPaymentRuns', { token: tokens.checker, query: { mine: 'true' } });
  expect(listed.body['items']).toMatchObject([{ id: runId, answersWaiting: 1, mine: true }]);

  const second = crypto.randomUUID();
  const both = await Promise.all([
    decide('approve', one.body['id'], 'checker', second),
    decide('approve', one.body['id'], 'checker', second),
  ]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(both[0]!.body).toMatchObject({ state: 'approved' });
  expect((await decide('approve', one.body['id'])).body['detail']).toContain('已经办结');
  expect((await linesOf())[0]).toMatchObject({ state: 'paid', paidOn: '2026-09-09' });
  expect(await worker.prisma.paymentReturn.findMany()).toMatchObject([
    { handAnswerId: one.body['id'], total: 1, applied: 1, name: '登记的银行结果(回单.pdf)' },
  ]);
  const done = await api.call('readPaymentRun', { token: tokens.reviewer, params: { runId } });
  expect(done.body['history']).toContainEqual(
    expect.objectContaining({ says: '登记银行结果,经复核入账', note: '登记的银行结果(回单.pdf)' }),
  );
  const audit = await worker.prisma.auditRow.findMany({
    where: { operation: { endsWith: 'HandAnswer' }, outcome: { lt: 300 } },
  });
  expect(audit.map(({ operation, caseId }) => [operation, caseId]).sort()).toEqual([
    ['approveHandAnswer', lines[0]!.caseId],
    ['proposeHandAnswer', lines[0]!.caseId],
  ]);
  expect((await verifyLedger(owner)).mismatches).toEqual([]);
});

it('settles all that a file left open, failed lines with their reason, and so the run', async () => {
  await bring(['0000', '9999']);
  const entered = await propose({ fileId, ...failed });
  expect(entered.body).toMatchObject({ lines: 2, amount: '600.00' });
  expect((await decide('approve', entered.body['id'])).status).toBe(200);
  expect((await linesOf()).map(({ state, bankReason }) => [state, bankReason])).toEqual([
    ['paid', null],
    ['failed', '账户已销户'],
    ['failed', '账户已销户'],
  ]);
  await advance();
  expect((await worker.prisma.paymentRun.findUniqueOrThrow({ where: { id: runId } })).state).toBe('settled');
  // The bank's file that comes after all is held against it, as against another file.
  await bring([undefined, '0000']);
  expect((await worker.prisma.paymentFinding.findMany()).map(({ kind, lineId }) => [kind, lineId])).toEqual([
    ['paidAfterFailed', lines[1]!.id],
  ]);
  expect((await verifyLedger(owner)).mismatches).toEqual([]);
});

it('keeps a line uncertain where the bank cannot tell, and is stale once a file has come', async () => {
  const uncertain = await propose({ ...ofLine(1), result: 'uncertain', reason: '银行查不到' });
  await decide('approve', uncertain.body['id']);
  expect((await linesOf())[1]).toMatchObject({ state: 'uncertain', bankReason: '银行查不到' });
  const whole = await propose({ fileId, ...paid });
  expect(whole.body).toMatchObject({ lines: 3 });
  await bring(['1003']);
  expect((await decide('approve', whole.body['id'])).body['detail']).toContain('登记以后银行又有了结果');
  expect(await states()).toEqual(['failed', 'uncertain', 'sent']);
  expect((await decide('reject', whole.body['id'])).body).toMatchObject({ state: 'rejected' });
  expect((await propose({ fileId, ...paid })).status).toBe(201);
});

it('is entered by the maker, looked at by the checker, and seen by no township and no other county', async () => {
  for (const who of ['checker', 'reviewer', 'township'] as const)
    expect((await propose({ ...ofLine(0), ...paid }, who)).status).toBe(403);
  expect((await propose({ ...ofLine(0), ...paid }, 'elsewhere')).status).toBe(404);
  const { body } = await propose({ ...ofLine(0), ...paid });
  for (const who of ['maker', 'reviewer', 'township'] as const)
    expect((await decide('approve', body['id'], who)).status).toBe(403);
  const listed = (who: Who) => api.call('listHandAnswers', { token: tokens[who], params: { runId } });
  expect((await listed('reviewer')).body['items']).toHaveLength(1);
  expect((await listed('elsewhere')).body['items']).toEqual([]);
  expect((await listed('township')).status).toBe(403);
  const evidence = (who: Who) =>
    api.call('readHandAnswerEvidence', { token: tokens[who], params: { answerId: String(body['id']) } });
  expect((await evidence('checker')).bytes).toEqual(PAPER);
  expect((await evidence('elsewhere')).status).toBe(404);
  expect(await worker.prisma.auditRow.count({ where: { operation: 'readHandAnswerEvidence', outcome: 200 } })).toBe(1);
});

it('is never checked by the hand that entered it, nor touched by a relative of the household', async () => {
  const twoRoles = await api.addStaff([
    { role: 'financeMaker', division: COUNTY },
    { role: 'financeChecker', division: COUNTY },
  ]);
  tokens.maker = await api.tokenOf(twoRoles);
  const { body } = await propose({ ...ofLine(0), ...paid });
  tokens.checker = await api.tokenOf({ ...twoRoles, appointmentIds: [twoRoles.appointmentIds[1]!] });
  expect((await decide('approve', body['id'])).body).toMatchObject({
    code: 'forbidden',
    detail: '登记人不能复核自己的登记;请由另一人复核',
  });
  const relative = await api.addStaff([{ role: 'financeChecker', division: COUNTY }]);
  const { applicantId } = await worker.prisma.case.findUniqueOrThrow({ where: { id: lines[0]!.caseId } });
  await declareRelative(api.sql, lines[0]!.caseId, applicantId, relative.id);
  tokens.checker = await api.tokenOf(relative);
  expect((await decide('approve', body['id'])).body).toMatchObject({ code: 'relativeLockedOut' });
  expect(await states()).toEqual(['sent', 'sent', 'sent']);
});

it('is refused where something is missing or cannot be, and nothing is kept', async () => {
  const line = ofLine(0);
  const wrong: readonly (readonly [object, string, Buffer<ArrayBuffer>?])[] = [
    [paid, '请选择一笔发放(lineId)或一个发放文件'],
    [{ ...line, fileId, ...paid }, '不能都选'],
    [{ ...line, result: 'paid' }, '请填写银行所说的到账日期'],
    [{ ...line, ...paid, paidOn: '2026-09-01' }, '应在送出发放'],
    [{ ...line, result: 'failed' }, '请填写发放失败的原因'],
    [{ ...line, ...paid, note: '' }, '核实情况至少4个字符'],
    [{ ...line, ...paid }, '文件是空的', Buffer.alloc(0)],
    [{ ...line, ...paid }, '只能上传JPEG、PNG、WebP、HEIC、PDF文件', Buffer.from('MZ')],
  ];
  for (const [query, says, bytes] of wrong) {
    const { status, body } = await propose(query, 'maker', undefined, bytes);
    expect([says, status >= 400, JSON.stringify(body).includes(says)]).toEqual([says, true, true]);
  }
  expect(await worker.prisma.paymentHandAnswer.count()).toBe(0);
});

it('is refused of a line that has its answer, and before the run was sent', async () => {
  await bring(['0000']);
  expect((await propose({ ...ofLine(0), ...paid })).body['detail']).toContain('没有等银行结果的');
  await owner.query(`update payment_run set state = 'releasing'`);
  expect((await propose({ ...ofLine(1), ...paid })).body['detail']).toContain('送出发放文件后才能');
});
