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
/** A new card by two people, as the operations of accounts make it. */
const correct = async (index: number): Promise<void> => {
  const { caseId } = lines[index]!;
  await owner.query(`update card_account set state = 'ended' where case_id = $1`, [caseId]);
  await owner.query(
    `insert into card_account (id, case_id, holder_person_id, holder_name, bank, number_enc, number_index, number_tail, number_valid, state,
       maker_id, checker_id, created_at, checked_at)
     select gen_random_uuid(), case_id, holder_person_id, holder_name, bank, number_enc, 'new', '0001', true, 'approved',
       gen_random_uuid(), gen_random_uuid(), now(), now() from card_account where case_id = $1`,
    [caseId],
  );
};
interface Reconciliation {
  readonly states: readonly { readonly state: string; readonly lines: number; readonly amount: string }[];
  readonly missing: { readonly lines: number };
  readonly ledger: {
    readonly balances: boolean;
    readonly accounts: readonly { readonly account: string; readonly ledger: string }[];
  };
  readonly findings: readonly {
    readonly id: string;
    readonly kind: string;
    readonly closings: readonly { readonly id: string }[];
    readonly outcome: string | null;
  }[];
}

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

  it('is locked for a relative of the household', async () => {
    const relative = await api.addStaff([{ role: 'countyReviewer', division: COUNTY }]);
    const { applicantId } = await worker.prisma.case.findUniqueOrThrow({ where: { id: lines[0]!.caseId } });
    await declareRelative(api.sql, lines[0]!.caseId, applicantId, relative.id);
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
