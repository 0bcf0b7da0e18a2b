import { randomUUID } from 'node:crypto';
import { entitle, idNumberOf, type Entitled } from './support/households';
import { openExchange, rowsOf, type Exchange, type Row } from './support/desk';

/** @clause 一(二) what the two systems have of a person is held against each other, and each difference is settled */
let desk: Exchange;
let ours: readonly Entitled[];
beforeAll(async () => {
  desk = await openExchange();
  ours = await Promise.all([1, 2, 3, 4].map((n) => entitle(desk.worker, { n })));
  await entitle(desk.worker, { n: 5, division: '530402001000' });
});
afterAll(() => desk.close());

const HEAD = ['身份证号码', '姓名', '救助类型', '金额', '享受起始月'];
const csv = (...lines: readonly (readonly string[])[]): string =>
  [HEAD, ...lines].map((line) => line.join(',')).join('\n');
const same = ({ idNumber }: Entitled): readonly string[] => [idNumber, '测试', '低保', '380', '2026-06'];
const load = async (
  content: string | Buffer,
  query: Row = {},
  token = desk.token,
  key: string | undefined = undefined,
) => {
  desk.api.clock.advance(1000);
  const taken = await desk.api.call('importExchangeSnapshot', {
    token,
    query: { county: '530581', kind: 'roster', ...query } as Record<string, string>,
    headers: { 'Content-Type': 'text/csv' },
    body: Buffer.from(content),
    ...(key ? { key } : {}),
  });
  return desk.readOf(taken);
};
const list = async (query: Row = {}, token = desk.token) =>
  rowsOf(await desk.api.call('listExchangeDifferences', { token, query: query as Record<string, string> }));
const kindsOf = (rows: readonly Row[]) =>
  rows.map(({ caseId, differences }) => [caseId, (differences as Row[]).map(({ kind }) => kind).join()]);
const settle = (row: Row, body: Row, token = desk.token) =>
  desk.api.call('settleExchangeDifference', { token, params: { differenceId: String(row['id']) }, body });

const first = () =>
  csv(
    same(ours[0]!),
    [ours[1]!.idNumber, '测试', '低保', '330', '2026-06'],
    [ours[2]!.idNumber, '测试', '特困', '380', '2026-05'],
    [idNumberOf(77), '别处有', '低保', '300', '2026-01'],
  );

it('lists who is only here, only there and whose entries differ, by county and person, masked', async () => {
  const got = await load(first(), { name: '省系统名单.csv' });
  expect(got.body).toMatchObject({ lines: 4, matched: 1, different: 4, malformedCount: 0, countyName: '腾冲市' });
  const rows = await list();
  expect(new Map(kindsOf(rows) as [string | null, string][])).toEqual(
    new Map<string | null, string>([
      [ours[1]!.caseId, 'amount'],
      [ours[2]!.caseId, 'programme,dates'],
      [ours[3]!.caseId, 'onlyHere'],
      [null, 'onlyThere'],
    ]),
  );
  const amount = rows.find(({ caseId }) => caseId === ours[1]!.caseId)!;
  expect(amount).toMatchObject({
    title: `测＊2 ${ours[1]!.number}`,
    townshipName: '腾越街道',
    ours: { amount: '380.00', dates: '2026-06' },
    theirs: { amount: '330.00', dates: '2026-06' },
  });
  const text = JSON.stringify(rows);
  for (const { idNumber } of ours) expect(text).not.toContain(idNumber);
  expect(text).not.toContain('别处有');
});

it('is filtered by difference and place, counted by county, and seen from above, not from beside', async () => {
  expect(kindsOf(await list({ difference: 'amount' }))).toEqual([[ours[1]!.caseId, 'amount']]);
  expect(await list({ division: '530581002' })).toEqual([]);
  expect(await list({ division: '530581001' })).toHaveLength(3);
  const prefecture = await desk.api.as('supervisor', '5305');
  const got = await desk.api.call('listExchangeDifferences', { token: prefecture });
  expect(got.body['counties']).toEqual([{ county: '530581', countyName: '腾冲市', open: 4, settled: 0 }]);
  expect(await list({}, await desk.api.as('supervisor', '5304'))).toEqual([]);
});

it('the same file again, also twice at once, changes nothing', async () => {
  const before = await list();
  const both = await Promise.all([load(first()), load(first())]);
  expect(new Set(both.map(({ body }) => body['id'])).size).toBe(1);
  expect(await list()).toEqual(before);
});

it('is settled once, with a reason, by the county; a supervisor only looks', async () => {
  const [one, two] = [ours[1]!, ours[3]!].map(({ caseId }) => caseId);
  const rows = await list();
  const of = (caseId: string | undefined) => rows.find((row) => row['caseId'] === caseId)!;
  const decision = { decision: 'correctThere', note: '对方尚未录入提标' };
  expect((await settle(of(one), decision, await desk.api.as('supervisor', '5305'))).status).toBe(403);
  expect((await settle(of(one), decision, await desk.api.as('countyReviewer', '530402'))).status).toBe(404);
  expect((await settle(of(one), { decision: 'correctThere' })).status).toBe(400);
  const both = await Promise.all([settle(of(one), decision), settle(of(one), decision)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await settle(of(two), { decision: 'noMatter', note: '本月刚纳入' })).status).toBe(200);
  expect(await list({ state: 'settled' })).toHaveLength(2);
});

it('the next list closes what agrees, opens again what was to be corrected and is not, and keeps what was of no matter', async () => {
  const next = csv(same(ours[0]!), [ours[1]!.idNumber, '测试', '低保', '330', '2026-06'], same(ours[2]!));
  expect((await load(next)).body).toMatchObject({ matched: 2, different: 2 });
  expect(kindsOf(await list())).toEqual([[ours[1]!.caseId, 'amount']]);
  const settled = await list({ state: 'settled' });
  expect(kindsOf(settled).filter(([caseId]) => caseId === ours[3]!.caseId)).toHaveLength(2);
  expect((await list({ state: 'gone' })).map(({ caseId }) => caseId).sort()).toEqual([ours[2]!.caseId, null].sort());
});

it('names the lines that it cannot use; a wrong file is refused whole', async () => {
  const got = await load(
    csv(same(ours[0]!), ['539900196001011234', '错号', '低保', '1', ''], same(ours[0]!), [
      ours[1]!.idNumber,
      '测',
      '低保',
      '三百',
      '',
    ]),
  );
  expect(got.body).toMatchObject({ lines: 4, matched: 1, malformedCount: 3 });
  expect((got.body['malformed'] as Row[]).map(({ problem }) => problem)).toEqual([
    expect.stringContaining('第3行:证件号码不对'),
    '第4行:与第2行重复,只按前一行比对',
    '第5行:“三百”不是金额,请填元数,最多两位小数',
  ]);
  expect(await load('姓名,金额\n甲,1')).toMatchObject({
    body: { state: 'failed', problem: expect.stringContaining('缺少列') },
  });
  expect((await load(first(), { on: '2027-01-01' })).status).toBe(400);
  expect((await load(first(), { county: '530402' })).status).toBe(403);
  expect((await load(first(), {}, await desk.api.as('supervisor', '5305'), randomUUID())).status).toBe(403);
});

it('standards are compared item by item', async () => {
  const file =
    '标准名称,档次,金额,生效日期\n城市低保标准,,744,2025-07-01\n农村低保标准,,6400,2024-07-01\n特困人员照料护理标准,集中一档,1035,2025-07-01\n';
  expect((await load(file, { kind: 'standards' })).body).toMatchObject({ lines: 3, matched: 2, different: 7 });
  const rural = (await list({ kind: 'standards', difference: 'amount' }))[0]!;
  expect(rural).toMatchObject({
    title: '农村最低生活保障标准',
    ours: { amount: '6720.00', dates: '2025-07-01' },
    theirs: { amount: '6400.00', dates: '2024-07-01' },
  });
});
