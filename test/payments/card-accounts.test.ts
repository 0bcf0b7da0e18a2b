import { randomUUID } from 'node:crypto';
import { startApi, type Api } from '../api/support/api';
import { addCase, declareRelative } from '../api/support/case-row';
import { accountRow, householdWithCard, NUMBER, sendAccounts, type Household } from './support/account-file';

/** @clause 三(一) a household's account: entered with evidence, checked by a second person, its number seen by nobody else */
const TOWNSHIP = '530581001';
const COUNTY = '530581';

let api: Api;
let clerk: string;
let head: string;
beforeAll(async () => {
  api = await startApi();
  [clerk, head] = [await api.as('townshipClerk', TOWNSHIP), await api.as('townshipApprover', TOWNSHIP)];
});
afterAll(() => api.stop());

const household = (): Promise<Household> => householdWithCard(api, TOWNSHIP);
const input = ({ personId, evidenceId }: Household, more: object = {}) => ({
  bank: 'ruralCredit',
  number: NUMBER,
  holderName: '测试申请人',
  holderPersonId: personId,
  evidenceId,
  ...more,
});
const propose = (home: Household, body: object = input(home), token = clerk) =>
  api.call('proposeCardAccount', { token, params: { caseId: home.caseId }, body });
const decide = (
  accountId: unknown,
  token = head,
  name: 'approveCardAccount' | 'rejectCardAccount' = 'approveCardAccount',
) => api.call(name, { token, params: { accountId: String(accountId) } });
const list = async ({ caseId }: Household, token = clerk) =>
  (await api.call('listCardAccounts', { token, params: { caseId } })).body['accounts'] as Record<string, unknown>[];
const wrongField = async (home: Household, more: object) =>
  ((await propose(home, input(home, more))).body['fields'] as { path: string }[] | undefined)?.[0]?.path;

it('takes an account from one hand and puts it into force by another', async () => {
  const home = await household();
  const made = await propose(home);
  expect(made).toMatchObject({
    status: 201,
    body: { state: 'proposed', number: '****0003', holderName: '测试申请人' },
  });
  expect(await decide(made.body['id'], head)).toMatchObject({ status: 200, body: { state: 'approved' } });
  expect(await decide(made.body['id'], head)).toMatchObject({ status: 409, body: { code: 'actionNotAllowed' } });
});

it('refuses the maker as checker, under another appointment too', async () => {
  const home = await household();
  const both = await api.addStaff([
    { role: 'townshipClerk', division: TOWNSHIP },
    { role: 'countyReviewer', division: COUNTY },
  ]);
  const made = await propose(home, input(home), await api.tokenOf(both));
  const asReviewer = await api.tokenOf({ id: both.id, appointmentIds: [both.appointmentIds[1]!] });
  expect(await decide(made.body['id'], asReviewer)).toMatchObject({ status: 403 });
  expect((await list(home))[0]).toMatchObject({ state: 'proposed' });
});

it('names what is wrong with number, holder, agreement and evidence', async () => {
  const home = await household();
  const other = await household();
  expect(await wrongField(home, { number: '6217000010000000004' })).toBe('number');
  expect(await wrongField(home, { number: '62170000100' })).toBe('number');
  expect(await wrongField(home, { holderName: '另一人' })).toBe('holderName');
  expect(await wrongField(home, { holderPersonId: other.personId })).toBe('holderPersonId');
  expect(await wrongField(home, { evidenceId: other.evidenceId })).toBe('evidenceId');
  const { holderPersonId: _, ...stranger } = input(home, { holderName: '另一人' });
  expect(await propose(home, stranger)).toMatchObject({ status: 400, body: { fields: [{ path: 'agreementId' }] } });
  expect(await propose(home, { ...stranger, agreementId: home.evidenceId })).toMatchObject({
    status: 201,
    body: { holderPersonId: null, agreementId: home.evidenceId },
  });
});

it('ends the account before it, keeps both, and has the waiting run looked at again', async () => {
  const home = await household();
  await decide((await propose(home)).body['id']);
  await api.sql(`
    insert into payment_run (id, county, programme, month, kind, seq, state, opened_on, format)
      values ('${home.evidenceId}', '${COUNTY}', 'dibao', '2026-06', 'monthly', ${Date.now() % 1_000_000}, 'making', '2026-06-01', 'cardPlatform');
    insert into payment_line (run_id, case_id, county, township, programme, month, kind, fen, applicant_name, member_count, changed_at)
      values ('${home.evidenceId}', '${home.caseId}', '${COUNTY}', '${TOWNSHIP}', 'dibao', '2026-06', 'regular', 100, '某', 1, now());`);
  const second = await propose(home, input(home, { number: '4111111111111111', bank: 'postal' }));
  expect(await propose(home, input(home))).toMatchObject({ status: 409, body: { code: 'conflict' } });
  await decide(second.body['id']);
  expect((await list(home)).map(({ state, number }) => [state, number])).toEqual([
    ['approved', '****1111'],
    ['ended', '****0003'],
  ]);
  const { rows } = await api.sql(
    `select 1 from outbox where kind = 'payment-run' and payload ->> 'runId' = '${home.evidenceId}'`,
  );
  expect(rows).toHaveLength(1);
});

it('lets one of two proposals and one of two decisions through', async () => {
  const home = await household();
  const two = await Promise.all([propose(home), propose(home)]);
  expect(two.map(({ status }) => status).sort()).toEqual([201, 409]);
  const accountId = two.find(({ status }) => status === 201)!.body['id'];
  const reviewer = await api.as('countyReviewer', COUNTY);
  const decided = await Promise.all([decide(accountId, head), decide(accountId, reviewer, 'rejectCardAccount')]);
  expect(decided.map(({ status }) => status).sort()).toEqual([200, 409]);
});

it('keeps the number sealed in the table and shows it whole to the checker alone, audited', async () => {
  const home = await household();
  const accountId = String((await propose(home)).body['id']);
  const { rows } = await api.sql(`select number_enc, number_tail from card_account where id = '${accountId}'`);
  const { number_enc: sealed, number_tail: tail } = rows[0] as { number_enc: Buffer; number_tail: string };
  expect(tail).toBe('0003');
  expect(sealed.toString('latin1')).not.toContain('6217000010000000003');
  const read = (token: string) => api.call('readCardNumber', { token, params: { accountId } });
  expect(await read(clerk)).toMatchObject({ status: 403 });
  expect((await read(head)).body).toEqual({ number: '6217000010000000003' });
  const audit = await api.sql(
    `select persons from audit_row where operation = 'readCardNumber' and outcome = 200 and case_id = '${home.caseId}'`,
  );
  expect(audit.rows).toHaveLength(1);
  expect(api.log()).not.toContain('6217000010000000003');
});

it('finds the same number on another household, however it was typed', async () => {
  const [one, two] = [await household(), await household()];
  await propose(one);
  await propose(two, input(two, { number: '6217-0000-1000-0000-003' }));
  const { rows } = await api.sql(
    `select count(distinct number_index)::int as n from card_account where case_id in ('${one.caseId}', '${two.caseId}')`,
  );
  expect(rows).toEqual([{ n: 1 }]);
});

it('shows nothing to another township, and locks a relative out', async () => {
  const home = await household();
  const accountId = (await propose(home)).body['id'];
  const next = await api.as('townshipApprover', '530581002');
  expect(await decide(accountId, next)).toMatchObject({ status: 404 });
  expect(await api.call('listCardAccounts', { token: next, params: { caseId: home.caseId } })).toMatchObject({
    status: 404,
  });
  const kin = await api.addStaff([{ role: 'townshipApprover', division: TOWNSHIP }]);
  await declareRelative(api.sql, home.caseId, home.personId, kin.id);
  expect(await decide(accountId, await api.tokenOf(kin))).toMatchObject({ body: { code: 'relativeLockedOut' } });
});

describe('a file of accounts', () => {
  const send = (rows: readonly string[], token = clerk, key?: string) => sendAccounts(api, token, rows, key);
  const linesOf = (body: Readonly<Record<string, unknown>>) =>
    (body['lines'] as { line: number; outcome: string; field: string }[]).map(({ line, outcome, field }) => [
      line,
      outcome,
      field,
    ]);

  it('keeps what is good and tells the rest line by line, once, with no card number anywhere but sealed', async () => {
    const [good, other, bad] = [await household(), await household(), await household()];
    const { id: elsewhere } = await addCase(api.sql, '530581002001');
    const key = randomUUID();
    const rows = [
      accountRow(good),
      accountRow(bad, { number: '6217 0000 1000 0000 004' }),
      accountRow(other, { bank: '某某银行' }),
      accountRow(other, { paper: '没有的.jpg' }),
      accountRow(other, { name: '别人' }),
      accountRow(good, { of: elsewhere.slice(0, 18) }),
      accountRow(other, { number: '' }),
    ];
    const [one, two] = [await send(rows, clerk, key), await send(rows, clerk, key)];
    expect(one).toMatchObject({ status: 201, body: { kept: 1, repeated: 0, failed: 6, total: 7, again: false } });
    expect(two.body).toEqual(one.body);
    expect(linesOf(one.body)).toEqual([
      [2, 'kept', ''],
      [3, 'error', '卡号'],
      [4, 'error', '开户银行'],
      [5, 'error', '银行卡影像'],
      [6, 'error', '代领协议'],
      [7, 'error', '案件编号'],
      [8, 'error', '卡号'],
    ]);
    expect(await send([accountRow(good)])).toMatchObject({ body: { kept: 0, repeated: 1, failed: 0 } });
    expect(await list(good)).toMatchObject([{ state: 'proposed', number: '****0003', holderPersonId: good.personId }]);
    expect(JSON.stringify(one.body) + api.log()).not.toMatch(/6217[ 0]{6,}/);
    expect((await list(bad)).length + (await list(other)).length).toBe(0);
  });

  it('waits for a second person, who approves what was chosen; own entries and those of others are told one by one', async () => {
    const [first, second] = [await household(), await household()];
    await send([accountRow(first), accountRow(second)]);
    const both = await api.addStaff([{ role: 'countyReviewer', division: COUNTY }]);
    const reviewer = await api.tokenOf(both);
    const third = await household();
    await send([accountRow(third)], reviewer);
    const waiting = async (token: string) =>
      (
        (await api.call('listWaitingAccounts', { token, query: { limit: '200' } })).body['items'] as {
          id: string;
          caseId: string;
        }[]
      ).filter(({ caseId }) => [first, second, third].some((home) => home.caseId === caseId));
    const all = await waiting(reviewer);
    expect(all).toHaveLength(3);
    expect(await waiting(await api.as('townshipApprover', '530581002'))).toEqual([]);
    expect((await api.call('listWaitingAccounts', { token: clerk })).status).toBe(403);
    const accountIds = all.map(({ id }) => id);
    const approve = (token: string) => api.call('approveCardAccounts', { token, body: { accountIds } });
    expect((await approve(clerk)).status).toBe(403);
    const own = all.find(({ caseId }) => caseId === third.caseId)!.id;
    expect((await approve(reviewer)).body).toEqual({
      approved: 2,
      refused: [{ accountId: own, why: '登记人不能复核自己登记的账户;请由另一人复核' }],
    });
    expect((await approve(head)).body).toMatchObject({ approved: 1, refused: [{}, {}] });
    for (const home of [first, second, third]) expect(await list(home)).toMatchObject([{ state: 'approved' }]);
  });

  it('is refused whole without its columns, without a right, and in pages too long', async () => {
    const home = await household();
    const refused = await api.call('importCardAccounts', {
      token: clerk,
      body: Buffer.from('卡号,户名\n1,甲'),
      headers: { 'Content-Type': 'text/csv' },
    });
    expect(refused.body['detail']).toBe('表头缺少列:开户银行、银行卡影像、案件编号或申请人身份证号;请按模板填写');
    expect((await send([accountRow(home)], head)).status).toBe(403);
    expect((await send(Array.from({ length: 301 }, () => accountRow(home)))).body).toMatchObject({
      code: 'fileTooLarge',
      detail: '文件超过301行;请分成几个文件,每个至多301行(含表头),逐个导入',
    });
  });
});
