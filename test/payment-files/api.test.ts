import { Client } from 'pg';
import { advanceRun } from '../../activities/payments/advance';
import { openMonthlyRuns } from '../../activities/payments/open-runs';
import { checkLedger } from '../../store/ledger/check';
import { createStore, type Store } from '../../store/client';
import { createFileStore } from '../../store/files';
import { startApi, type Api } from '../api/support/api';
import { declareRelative } from '../api/support/case-row';
import { populate, startPaying } from '../payments/support/population';
import { testKeyRing } from '../support/key-ring';
import { correctAccount } from './support/correct';
import type { Reconciliation } from './support/reconciliation';
import { csvAnswer, type Told } from './support/returns';

/** @clause 三(一) files, answers, findings and re-issue through the API, by role and place */
const COUNTY = '530581';
const [ONE, TWO] = ['530581001', '530581002'] as const;

let api: Api;
let owner: Client;
let worker: Store;
let runId: string;
let lines: readonly { readonly id: bigint; readonly fen: bigint; readonly caseId: string }[];
const tokens = {} as Record<'maker' | 'checker' | 'reviewer' | 'township' | 'elsewhere' | 'auditor', string>;

beforeEach(async () => {
  api = await startApi({ startAt: Date.parse('2026-09-09T02:00:00Z') });
  owner = new Client({ connectionString: api.ownerUrl });
  await owner.connect();
  worker = createStore({ url: api.workerUrl, keyRing: testKeyRing() });
  await populate(owner, { townships: [ONE, TWO], count: 3, fromMonth: '2026-08' });
  await startPaying(worker, COUNTY, '2026-09');
  await openMonthlyRuns(deps(), '2026-09-01');
  runId = (await worker.prisma.paymentRun.findFirstOrThrow()).id;
  await owner.query(`update payment_run set format = 'bankCsv'`);
  await advance();
  await owner.query(`update payment_run set state = 'sending'`);
  await advance();
  lines = await worker.prisma.paymentLine.findMany({ where: { runId }, orderBy: { id: 'asc' } });
  tokens.maker = await api.as('financeMaker', COUNTY);
  tokens.checker = await api.as('financeChecker', COUNTY);
  tokens.reviewer = await api.as('countyReviewer', COUNTY);
  tokens.township = await api.as('townshipApprover', ONE);
  tokens.elsewhere = await api.as('financeMaker', '530602');
  tokens.auditor = await api.as('auditor', '53');
});
afterEach(async () => {
  await Promise.all([owner.end(), worker.close()]);
  await api.stop();
});

const deps = () => ({
  store: worker,
  rulebook: api.rulebook,
  files: createFileStore({ directory: api.directory, cipher: worker.cipher }),
});
const advance = () => advanceRun(deps(), runId, api.clock.now().getTime());
type Who = keyof typeof tokens;
const told = (...codes: readonly string[]): readonly Told[] =>
  codes.map((code, index) => ({ id: lines[index]!.id, fen: lines[index]!.fen, code }));
const bring = (bytes: Buffer, who: Who = 'maker', key?: string) =>
  api.call('importPaymentReturn', {
    token: tokens[who],
    params: { runId },
    query: { name: '回盘.csv' },
    headers: { 'Content-Type': 'text/csv' },
    body: bytes,
    ...(key && { key }),
  });
const read = async <Body>(
  name: Parameters<Api['call']>[0],
  who: Who,
  params: Record<string, string> = { runId },
  query = {},
) => (await api.call(name, { token: tokens[who], params, query })).body as Body;
const reissue = (index: number, who: Who, body: object = { ground: 'accountCorrected' }) =>
  api.call('reissuePaymentLine', { token: tokens[who], params: { lineId: String(lines[index]!.id) }, body });
const stateOf = async (index: number) =>
  (await worker.prisma.paymentLine.findUniqueOrThrow({ where: { id: lines[index]!.id } })).state;
const correct = (index: number) => correctAccount(owner, lines[index]!.caseId);
/** A reviewer of the county in the household's register of near relatives. */
const relativeOf = async (index: number) => {
  const staff = await api.addStaff([{ role: 'countyReviewer', division: COUNTY }]);
  const { id, applicantId } = await worker.prisma.case.findUniqueOrThrow({ where: { id: lines[index]!.caseId } });
  await declareRelative(api.sql, id, applicantId, staff.id);
  return staff;
};

describe('files', () => {
  const list = async (who: Who) =>
    (await read<{ files: { id: string; lines: number; sha256: string }[] }>('listPaymentFiles', who)).files;
  const download = (fileId: string, who: Who) =>
    api.call('readPaymentFile', { token: tokens[who], params: { fileId } });

  it('are listed for the county, downloaded by finance alone, the same bytes each time, and each time noted', async () => {
    const [file, ...rest] = await list('reviewer');
    expect([file!.lines, rest.length]).toEqual([4, 1]);
    expect((await download(file!.id, 'reviewer')).status).toBe(403);
    const [one, two] = [await download(file!.id, 'maker'), await download(file!.id, 'checker')];
    expect([one.status, one.headers['x-sha256']]).toEqual([200, file!.sha256]);
    expect(one.bytes!.equals(two.bytes!)).toBe(true);
    expect(one.headers['content-disposition']).toContain(encodeURIComponent('腾冲市低保金202609'));
    const audit = await worker.prisma.auditRow.findMany({ where: { operation: 'readPaymentFile', outcome: 200 } });
    expect(audit.map(({ details }) => (details as { fileId: string }).fileId)).toEqual([file!.id, file!.id]);
  });

  it('are no business of a township or of another county', async () => {
    const [file] = await list('maker');
    expect([await list('township'), await list('elsewhere')]).toEqual([[], []]);
    expect((await download(file!.id, 'township')).status).toBe(403);
    expect((await download(file!.id, 'elsewhere')).status).toBe(404);
  });
});

describe('an answer of the bank', () => {
  it('is taken over once, also when it is sent twice at the same time or with another key', async () => {
    const bytes = csvAnswer(told('0000', '1003', '0000', '0000', '0000', '0000'));
    const key = crypto.randomUUID();
    const [one, two] = await Promise.all([bring(bytes, 'maker', key), bring(bytes, 'maker', key)]);
    const again = await bring(bytes, 'checker');
    expect([one.status, two.status, again.status]).toEqual([201, 201, 201]);
    expect(new Set([one, two, again].map(({ body }) => body['id'])).size).toBe(1);
    expect(again.body).toMatchObject({ again: true, total: 6, applied: 6 });
    expect((await read<{ returns: unknown[] }>('listPaymentReturns', 'reviewer')).returns).toHaveLength(1);
    expect(await read<Reconciliation>('readReconciliation', 'reviewer')).toMatchObject({
      states: [
        { state: 'paid', lines: 5, amount: '1500.00' },
        { state: 'failed', lines: 1, amount: '300.00' },
      ],
      missing: { lines: 0 },
      ledger: { balances: true },
      findings: [],
    });
    await advance();
    expect((await worker.prisma.paymentRun.findFirstOrThrow()).state).toBe('settled');
  });

  it('is refused from a township, from the reviewer and from another county, and leaves nothing', async () => {
    const bytes = csvAnswer(told('0000'));
    expect((await bring(bytes, 'township')).status).toBe(403);
    expect((await bring(bytes, 'reviewer')).status).toBe(403);
    expect((await bring(bytes, 'elsewhere')).status).toBe(404);
    expect((await bring(Buffer.from('a,b\n1,2\n'))).body).toMatchObject({ code: 'returnUnreadable' });
    expect(await worker.prisma.paymentReturn.count()).toBe(0);
  });

  it('is shown row by row, page by page', async () => {
    const { body } = await bring(csvAnswer([...told('0000', '9999'), { id: 999_999n, fen: 1n, code: '0000' }]));
    const returnId = String(body['id']);
    interface Page {
      readonly items: readonly {
        readonly row: number;
        readonly outcome: { readonly id: string };
        readonly listed: string | null;
      }[];
      readonly next: string | null;
    }
    const first = await read<Page>('listReturnRows', 'reviewer', { returnId }, { limit: '2' });
    expect(first.items.map(({ row, outcome }) => [row, outcome.id])).toEqual([
      [2, 'applied'],
      [3, 'applied'],
    ]);
    const second = await read<Page>('listReturnRows', 'reviewer', { returnId }, { limit: '2', cursor: first.next! });
    expect(second).toMatchObject({ items: [{ row: 4, outcome: { id: 'unknown' }, listed: null }], next: null });
    expect((await read<Page>('listReturnRows', 'reviewer', { returnId }, { outcome: 'unknown' })).items).toHaveLength(
      1,
    );
    expect((await read<Page>('listReturnRows', 'township', { returnId })).items).toEqual([]);
  });

  it('shows a township the state of its own lines alone', async () => {
    await bring(csvAnswer(told('0000')));
    const { states, missing, ledger } = await read<Reconciliation>('readReconciliation', 'township');
    expect([states, missing.lines, ledger.balances]).toEqual([
      [expect.objectContaining({ state: 'sent', lines: 2 }), expect.objectContaining({ state: 'paid', lines: 1 })],
      2,
      true,
    ]);
  });
});

describe('paying anew', () => {
  beforeEach(() => bring(csvAnswer(told('1003', '9999', '0000'))));

  it('waits for a clear answer and for an account that two people put right', async () => {
    const uncertain = await reissue(1, 'reviewer');
    expect([uncertain.status, uncertain.body['detail']]).toEqual([
      409,
      expect.stringContaining('银行结果不明,查清以前不能重发'),
    ]);
    expect((await reissue(2, 'reviewer')).body['detail']).toContain('已到账');
    expect((await reissue(3, 'reviewer')).body['detail']).toContain('还没有回盘');
    expect((await reissue(0, 'reviewer')).body['detail']).toContain('账户还没有更正');
    expect((await reissue(0, 'reviewer', { ground: 'accountConfirmed' })).body['detail']).toContain('请选择证明材料');
    expect((await reissue(0, 'township')).status).toBe(403);
    expect((await reissue(0, 'elsewhere')).status).toBe(404);
    await correct(0);
    await owner.query(
      `update card_account set maker_id = checker_id where state = 'approved' and checker_id is not null`,
    );
    expect((await reissue(0, 'reviewer')).body['detail']).toContain('由另一人复核');
    expect(await stateOf(0)).toBe('failed');
  });

  it('happens once, of two at the same time too', async () => {
    await correct(0);
    const answers = await Promise.all([reissue(0, 'reviewer'), reissue(0, 'maker')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await stateOf(0)).toBe('reissued');
    expect(await worker.prisma.paymentReissue.findMany()).toMatchObject([
      { lineId: lines[0]!.id, ground: 'accountCorrected' },
    ]);
  });

  it('gives back at once all that two people put right, each once, and says why the others stay', async () => {
    await bring(csvAnswer(told('1003', '9999', '0000', '1003', '1003', '1003')));
    await bring(csvAnswer(told('1003', '9999', '0000', '1003', '1003', '0000')));
    await owner.query(`update payment_line set state = 'failed' where id = $1`, [lines[5]!.id]);
    for (const index of [0, 3, 5]) await correct(index);
    const relative = await relativeOf(3);
    const all = (token: string) => api.call('reissueCorrectedLines', { token, params: { runId } });
    const one = (reason: string) => expect.objectContaining({ reason, lines: 1 });
    const stays = ['uncertain', 'openFinding', 'accountNotCorrected'].map(one);
    expect([(await all(tokens.township)).status, (await all(tokens.elsewhere)).status]).toEqual([403, 404]);
    expect(await read('readReconciliation', 'maker')).toMatchObject({ reissue: { ready: 2, stays } });
    const first = await all(await api.tokenOf(relative));
    expect(first.body).toEqual({ runId, reissued: 1, stays: [stays[0], one('relative'), ...stays.slice(1)] });
    const both = await Promise.all([all(tokens.reviewer), all(tokens.maker)]);
    expect(both.map(({ body }) => body['reissued']).sort()).toEqual([0, 1]);
    expect((await all(tokens.reviewer)).body).toEqual({ runId, reissued: 0, stays });

    const states = (await Promise.all([0, 1, 2, 3, 4, 5].map(stateOf))).join();
    expect(states).toBe('reissued,uncertain,paid,reissued,failed,failed');
    const inForce = await worker.prisma.cardAccount.findMany({ where: { state: 'approved' } });
    const noted = (index: number) => {
      const account = inForce.find(({ caseId }) => caseId === lines[index]!.caseId);
      return { lineId: lines[index]!.id, ground: 'accountCorrected', accountId: account!.id };
    };
    const rows = await worker.prisma.paymentReissue.findMany({ orderBy: { lineId: 'asc' } });
    expect(rows).toMatchObject([{ ...noted(0), madeBy: relative.id }, noted(3)]);
    const events = await worker.prisma.paymentRunEvent.findMany({ where: { action: 'reissueCorrected' } });
    expect(events.map(({ note }) => note)).toEqual(['1户次', '1户次']);
    const where = { operation: 'reissueCorrectedLines', outcome: 200 };
    const audit = await worker.prisma.auditRow.findMany({ where });
    expect(audit.map(({ details }) => (details as { reissued: number }).reissued).sort()).toEqual([0, 0, 1, 1]);
  });

  it('is locked for a relative of the household', async () => {
    const relative = await relativeOf(0);
    await correct(0);
    const token = await api.tokenOf(relative);
    const answer = await api.call('reissuePaymentLine', {
      token,
      params: { lineId: String(lines[0]!.id) },
      body: { ground: 'accountCorrected' },
    });
    expect([answer.status, answer.body['code']]).toEqual([403, 'relativeLockedOut']);
  });

  it('waits until a finding of the household has been settled', async () => {
    await bring(csvAnswer(told('0000')));
    const { findings } = await read<Reconciliation>('readReconciliation', 'reviewer');
    expect(findings).toMatchObject([{ kind: 'paidAfterFailed', closings: [{ id: 'noted' }, { id: 'failed' }] }]);
    const close = (outcome: string, who: Who = 'reviewer') =>
      api.call('closePaymentFinding', {
        token: tokens[who],
        params: { findingId: findings[0]!.id },
        body: { outcome, note: '已向农信社核实' },
      });
    expect((await close('noted', 'maker')).status).toBe(403);
    expect((await close('recover')).body['detail']).toContain('不能这样了结');
    await owner.query(`update payment_line set state = 'failed' where id = $1`, [lines[0]!.id]);
    await correct(0);
    expect((await reissue(0, 'reviewer')).body['detail']).toContain('回盘核查没有了结');
    expect((await close('failed')).status).toBe(200);
    expect((await close('failed')).body['detail']).toContain('已经了结');
    expect((await reissue(0, 'reviewer')).status).toBe(200);
    expect(
      await worker.prisma.workItem.count({ where: { owner: { startsWith: 'paymentFinding/' }, doneAt: null } }),
    ).toBe(0);
    expect(await read<Reconciliation>('readReconciliation', 'reviewer')).toMatchObject({
      findings: [{ outcome: '经银行核实,没有到账', closings: [] }],
    });
  });
});

it('tells the auditor how the ledger was found, and a clerk nothing', async () => {
  expect((await api.call('readLedgerCheck', { token: tokens.township })).status).toBe(403);
  expect((await api.call('readLedgerCheck', { token: tokens.auditor })).body).toEqual({
    at: null,
    transfers: 0,
    lines: 0,
    mismatches: [],
  });
  await checkLedger(worker, api.clock.now());
  expect((await api.call('readLedgerCheck', { token: tokens.auditor })).body).toMatchObject({
    lines: 6,
    mismatches: [],
  });
});
