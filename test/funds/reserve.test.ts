import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inventedIdNumber } from '../../prisma/seed/people';
import { startApi, type Api } from '../api/support/api';
import { addCase, declareRelative } from '../api/support/case-row';
import { textOf } from '../support/pdf-text';
import { enterMoney } from './support/money';

/** @clause 二(三) the township's reserve fund: never below nothing, asked for and topped up, counted by two every month */
let api: Api;
let owner: Client;
const tokens: Record<string, string> = {};
const who = {
  clerk: ['townshipClerk', '530581001'],
  approver: ['townshipApprover', '530581001'],
  neighbour: ['townshipClerk', '530581002'],
  checker: ['financeChecker', '530581'],
  maker: ['financeMaker', '530581'],
  elsewhere: ['financeMaker', '530582'],
  prefecture: ['supervisor', '5305'],
} as const;
type Who = keyof typeof who;
beforeAll(async () => {
  api = await startApi({ startAt: Date.parse('2026-03-05T02:00:00Z') });
  for (const [name, [role, division]] of Object.entries(who)) tokens[name] = await api.as(role, division);
  owner = new Client({ connectionString: api.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await api.stop();
});

const call = (name: Parameters<Api['call']>[0], by: Who, more: object = {}) =>
  api.call(name, { token: tokens[by], ...more });
const money = (fen: bigint, source = 'county') =>
  enterMoney(owner, { division: '530581', programme: 'temporaryAssistance', year: 2026, source, fen });
const drawn = async (source = 'county') => {
  const { rows } = await owner.query<{ drawn: string; back: string }>(
    `select drawn_fen as drawn, returned_fen as back from budget_line where division = '530581' and source = $1`,
    [source],
  );
  return [Number(rows[0]!.drawn), Number(rows[0]!.back)];
};
const person = (n: number) => ({ name: `受助人${n}`, idNumber: inventedIdNumber(`受助人${n}`, '1970-01-01', 'male') });
let fundId: string;
const grant = (change: object = {}, by: Who = 'clerk', key?: string) =>
  call('proposeReserveGrant', by, {
    params: { fundId },
    body: { ...person(1), form: 'cash', amount: '800', reason: '住房失火', givenOn: '2026-03-05', ...change },
    ...(key && { key }),
  });
const decide = (
  thing: 'ReserveGrant' | 'ReserveTopUp' | 'ReserveReconciliation',
  by: Who,
  answer: { body: Readonly<Record<string, unknown>> },
) => call(`approve${thing}`, by, { params: { proposalId: String(answer.body['id']) } });
const page = async (by: Who = 'clerk') => (await call('readReserveFund', by, { params: { fundId } })).body;

it('is asked for by the township within its amount, and filled by the county out of money that has arrived', async () => {
  expect((await call('requestReserveTopUp', 'checker', { body: { amount: '1000', reason: '首次' } })).status).toBe(403);
  expect(await call('requestReserveTopUp', 'clerk', { body: { amount: '20000.01', reason: '首次' } })).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'amount' }] },
  });
  const asked = await call('requestReserveTopUp', 'clerk', { body: { amount: '1500', reason: '首次拨付' } });
  expect(asked.status).toBe(201);
  fundId = String(asked.body['fundId']);
  expect((await decide('ReserveTopUp', 'approver', asked)).status).toBe(403);
  expect(await decide('ReserveTopUp', 'checker', asked)).toMatchObject({ status: 422, body: { code: 'fundShort' } });
  await money(1_000_000n);
  expect((await decide('ReserveTopUp', 'checker', asked)).status).toBe(200);
  expect(await page()).toMatchObject({
    fund: { balance: '1500.00' },
    rules: { grantCeiling: '2000.00', cashLimit: '1000.00' },
  });
  expect(await drawn()).toEqual([150_000, 0]);
});

it('gives cash to the limit, goods of any value, and refuses what it has not, saying what to do', async () => {
  expect(await grant({ amount: '1000.01' })).toMatchObject({
    status: 400,
    body: { detail: expect.stringContaining('一卡通') },
  });
  expect(await grant({ form: 'goods', amount: '1600', goods: '帐篷、棉被' })).toMatchObject({
    status: 422,
    body: { code: 'fundShort', detail: expect.stringContaining('请先申请补充') },
  });
  expect((await grant({}, 'neighbour')).status).toBe(404);
  const key = randomUUID();
  const [given, again] = [await grant({}, 'clerk', key), await grant({}, 'clerk', key)];
  expect(again.body['id']).toBe(given.body['id']);
  expect(given.body).toMatchObject({ recipient: '受＊＊1', state: 'proposed' });
  expect(await grant({ reason: '又登记一次' })).toMatchObject({ status: 409, body: { code: 'alreadyExists' } });
  expect(JSON.stringify(given.body)).not.toContain(person(1).idNumber);
  expect((await decide('ReserveGrant', 'clerk', given)).status).toBe(403);
  const goods = await grant({ ...person(2), form: 'goods', amount: '1200', goods: '帐篷' });
  // Both were proposed while the balance was enough for each; together it is not.
  const both = await Promise.all([
    decide('ReserveGrant', 'approver', given),
    decide('ReserveGrant', 'approver', goods),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  const { rows } = await owner.query<{ balance: number; entries: number }>(
    `select (select balance_fen::int from reserve_fund) as balance, (select sum(fen)::int from reserve_entry) as entries`,
  );
  expect(rows[0]!.balance).toBe(rows[0]!.entries);
  expect([70_000, 30_000]).toContain(rows[0]!.balance);
  const ledger = await owner.query(
    `select debit, credit, sum(fen)::int as fen, source, programme from ledger_transfer group by 1, 2, 4, 5`,
  );
  expect(ledger.rows).toEqual([
    {
      debit: 'paid',
      credit: 'entitled',
      fen: 150_000 - rows[0]!.balance,
      source: 'county',
      programme: 'temporaryAssistance',
    },
  ]);
  await expect(owner.query(`update reserve_fund set balance_fen = -1`)).rejects.toThrow(/reserve_fund_balance/);
  const open = both.findIndex(({ status }) => status === 422);
  await call('rejectReserveGrant', 'approver', { params: { proposalId: String([given, goods][open]!.body['id']) } });
});

it('stands with the household that it was given to: in its history and its file, once two have signed', async () => {
  const [own, next] = [await addCase(api.sql, '530581001001'), await addCase(api.sql, '530581002001')];
  const through = (caseId: string, by: Who = 'clerk') => grant({ caseId, amount: '10', reason: '急病' }, by);
  const history = async () =>
    (await call('readPaymentHistory', 'clerk', { params: { caseId: own.id } })).body['grants'];
  expect((await through(next.id)).status).toBe(404);
  expect(await through(own.id)).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'caseId', message: expect.stringContaining('不是这个案件的家庭成员') }] },
  });
  await owner.query(
    `insert into case_member (case_id, person_id, relation) select $1, id, 'spouse' from person where name = '受助人1'`,
    [own.id],
  );
  const relative = await api.addStaff([{ role: 'townshipClerk', division: '530581001' }]);
  await declareRelative(api.sql, own.id, own.personId, relative.id);
  tokens['relative'] = await api.tokenOf(relative);
  expect(await through(own.id, 'relative' as Who)).toMatchObject({ status: 403, body: { code: 'relativeLockedOut' } });
  const given = await through(own.id);
  expect([given.status, given.body['caseId'], await history()]).toEqual([201, own.id, []]);
  expect((await decide('ReserveGrant', 'approver', given)).status).toBe(200);
  expect(await history()).toMatchObject([
    { recipient: '受＊＊1', amount: '10.00', formLabel: '现金', reason: '急病', givenOn: '2026-03-05' },
  ]);
  const printed = await call('printDossier', 'clerk', { params: { caseId: own.id } });
  expect(textOf(printed.bytes!).replaceAll(/\s/g, '')).toMatch(/备用金救助[\s\S]*2026年3月5日受助人1现金10\.00元急病/);
  const { rows } = await owner.query(
    `select case_id, sum(fen)::int as fen from ledger_transfer where case_id is not null group by 1`,
  );
  expect(rows).toEqual([{ case_id: own.id, fen: 1000 }]);
});

it('is counted at the end of the month against the ledger: a difference is explained, and another person signs', async () => {
  const balance = Number(((await page()) as { fund: { balance: string } }).fund.balance);
  const count = (body: object) =>
    call('proposeReserveReconciliation', 'clerk', { params: { fundId }, body: { month: '2026-03', ...body } });
  expect(await count({ counted: String(balance - 1) })).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'explanation' }] },
  });
  const counted = await count({ counted: String(balance - 1), explanation: '找零少收一元,已追补' });
  expect(counted.body).toMatchObject({ difference: '-1.00' });
  expect((await count({ counted: String(balance) })).status).toBe(409);
  expect((await decide('ReserveReconciliation', 'clerk', counted)).status).toBe(403);
  expect((await decide('ReserveReconciliation', 'approver', counted)).status).toBe(200);
  expect(await grant({ ...person(3), amount: '1' })).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'givenOn' }] },
  });
});

it('shows the county its townships, and no township another', async () => {
  const listed = (await call('listReserveFunds', 'prefecture')).body['items'] as object[];
  expect(listed).toMatchObject([{ township: '530581001', reconciledTo: '2026-03', openTopUps: 0, openGrants: 0 }]);
  expect((await call('listReserveFunds', 'neighbour')).body['items']).toEqual([]);
  expect((await call('readReserveFund', 'neighbour', { params: { fundId } })).status).toBe(404);
  const entries = (await call('listReserveEntries', 'clerk', { params: { fundId } })).body['items'] as {
    kind: string;
  }[];
  expect(entries.map(({ kind }) => kind)).toEqual(['grant', 'grant', 'topUp']);
  const grants = (await call('listReserveGrants', 'clerk', { params: { fundId } })).body['items'] as object[];
  expect(grants).toHaveLength(3);
});

describe("the county's monthly file", () => {
  const head = '乡镇代码,姓名,身份证号,发放日期,方式,金额,实物名称,救助事由,资金来源';
  const line = (
    n: number,
    change: Partial<Record<'form' | 'amount' | 'goods' | 'id' | 'source' | 'day', string>> = {},
  ) =>
    [
      '530581002',
      person(n).name,
      change.id ?? person(n).idNumber,
      change.day ?? '2026-03-04',
      change.form ?? '现金',
      change.amount ?? '500',
      change.goods ?? '',
      '急病',
      change.source ?? '县级',
    ].join(',');
  const send = (lines: readonly string[], by: Who = 'maker') =>
    call('importDirectGrants', by, {
      query: { division: '530581', month: '2026-03' },
      body: Buffer.from([head, ...lines].join('\n')),
      headers: { 'Content-Type': 'text/csv' },
    });

  it('is taken line by line: what is good is booked, the rest is told with line and column', async () => {
    expect((await send([line(10)], 'clerk')).status).toBe(403);
    expect((await send([line(10)], 'elsewhere')).status).toBe(403);
    const before = await drawn();
    const lines = [
      line(10),
      line(11, { amount: '1000.01' }),
      line(12, { form: '实物', amount: '3000', goods: '大米' }),
      line(13, { id: '53058119700101001X' }),
      line(10),
      line(14, { source: '省级' }),
    ];
    const sent = await send(lines);
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({ total: 6, kept: 2, repeated: 1, failed: 3 });
    expect((sent.body['findings'] as { line: number; field: string }[]).map((one) => [one.line, one.field])).toEqual([
      [3, '金额'],
      [5, '身份证号'],
      [6, ''],
      [7, '资金来源'],
    ]);
    expect(await drawn()).toEqual([before[0]! + 350_000, before[1]]);
    const again = await send(lines);
    expect(again.body['id']).toBe(sent.body['id']);
    expect(await send([line(10), line(15)])).toMatchObject({ body: { kept: 1, repeated: 1 } });
    const { rows } = await owner.query(
      `select reason, source, count(*)::int as n, sum(fen)::int as fen from ledger_transfer where reason = 'directGrant' group by 1, 2`,
    );
    expect(rows).toEqual([{ reason: 'directGrant', source: 'county', n: 3, fen: 400_000 }]);
    const { rows: sums } = await owner.query(
      `select (select sum(drawn_fen - returned_fen) from budget_line)::int as drawn,
         (select coalesce(sum(fen), 0) from direct_grant)::int + (select sum(fen) from reserve_entry where kind = 'topUp')::int as given`,
    );
    expect(sums[0]!.drawn).toBe(sums[0]!.given);
    expect((await call('listDirectGrantImports', 'prefecture')).body['items']).toHaveLength(2);
  });

  it('tells what a township has entered out of its reserve fund already', async () => {
    const { rows } = await owner.query<{ name: string; form: string; fen: string; goods: string | null }>(
      `select person_name as name, form, fen, goods from reserve_grant where state = 'approved'`,
    );
    const { name, form, fen, goods } = rows[0]!;
    const own = person(Number(name.slice(-1)));
    const row = [
      '530581001',
      own.name,
      own.idNumber,
      '2026-03-05',
      form === 'cash' ? '现金' : '实物',
      String(Number(fen) / 100),
      goods ?? '',
      '火灾',
      '县级',
    ];
    expect((await send([row.join(',')])).body).toMatchObject({ kept: 0, repeated: 1 });
  });

  it('refuses a file without the columns, and one of the wrong kind', async () => {
    const refused = await call('importDirectGrants', 'maker', {
      query: { division: '530581', month: '2026-03' },
      body: Buffer.from('姓名,金额\n甲,1'),
      headers: { 'Content-Type': 'text/csv' },
    });
    expect(refused).toMatchObject({ status: 422, body: { detail: expect.stringContaining('表头缺少列:乡镇代码') } });
  });
});

it('is closed at the end of the year: what is left goes back to the county, and nothing more is given', async () => {
  const close = (by: Who) => call('closeReserveFund', by, { params: { fundId } });
  expect((await close('clerk')).status).toBe(403);
  expect(await close('checker')).toMatchObject({ status: 409, body: { detail: expect.stringContaining('2026-12') } });
  api.clock.advance(301 * 86_400_000);
  for (const by of ['clerk', 'approver', 'checker'] as const) tokens[by] = await api.as(who[by][0], who[by][1]);
  const { balance } = ((await page()) as { fund: { balance: string } }).fund;
  const counted = await call('proposeReserveReconciliation', 'clerk', {
    params: { fundId },
    body: { month: '2026-12', counted: balance },
  });
  expect((await decide('ReserveReconciliation', 'approver', counted)).status).toBe(200);
  expect(await close('checker')).toMatchObject({ status: 200, body: { balance: '0.00', closedOn: '2026-12-31' } });
  expect((await close('checker')).status).toBe(409);
  expect((await drawn())[1]).toBe(Math.round(Number(balance) * 100));
  expect(await grant({ givenOn: '2026-12-31' })).toMatchObject({ status: 409 });
});
