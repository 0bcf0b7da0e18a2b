import { randomUUID } from 'node:crypto';
import { watchFunds } from '../../activities/funds/watch';
import { createStore, type Store } from '../../store/client';
import { startApi, type Api } from '../api/support/api';
import { testKeyRing } from '../support/key-ring';
import { addLocalValue } from '../support/local-value';
import { fundsDesk, who, type Who } from './support/desk';

/** @clause 三(二) money is entered by one and checked by another of the same level, and shown at every level above */
let api: Api;
let worker: Store;
beforeAll(async () => {
  api = await startApi({ startAt: Date.parse('2026-03-02T02:00:00Z') });
  worker = createStore({ url: api.workerUrl, keyRing: testKeyRing() });
  await signIn();
});
afterAll(async () => {
  await worker.close();
  await api.stop();
});

const { tokens, signIn, propose, decide, reverse, enter, funds, closing, lineOf } = fundsDesk(() => api);
const arrival = { kind: 'arrival', documentNumber: '入账通知1' };

it('is entered by an office that gives or receives, with what a document says, and by nobody else', async () => {
  for (const by of ['reviewer', 'clerk', 'checker', 'auditor'] as const) expect((await propose(by)).status).toBe(403);
  const paths = async (by: Who, change: object) =>
    ((await propose(by, change)).body['fields'] as { path: string }[]).map(({ path }) => path);
  expect(await paths('elsewhere', {})).toEqual(['kind']);
  expect(await paths('province', {})).toEqual(['kind']);
  expect(await paths('maker', { kind: 'release' })).toEqual(['kind']);
  expect(await paths('prefecture', arrival)).toEqual(['kind']);
  expect(await paths('maker', { toDivision: '530699' })).toEqual(['toDivision']);
  expect(await paths('maker', { source: 'county' })).toEqual(['source']);
  expect(await paths('maker', { amount: '0' })).toEqual(['amount']);
  expect(await paths('maker', { amount: '-1' })).toEqual(['amount']);
  expect(await paths('maker', { onDate: '2026-03-03' })).toEqual(['onDate']);
});

it('counts once another person has checked it; the same document is entered once, by whichever office', async () => {
  const key = randomUUID();
  const [first, again] = [await propose('maker', {}, key), await propose('maker', {}, key)];
  expect(first.status).toBe(201);
  expect(again.body['id']).toBe(first.body['id']);
  for (const documentNumber of ['测试文件〔2026〕3号', '测试文件[2026] 3号'])
    expect(await propose('prefecture', { documentNumber })).toMatchObject({
      status: 409,
      body: { code: 'alreadyExists' },
    });
  expect((await decide('maker', 'approve', first.body['id'])).status).toBe(403);
  expect((await decide('elsewhere', 'approve', first.body['id'])).status).toBe(404);
  expect(await funds('maker')).toMatchObject({ total: { allocated: '0.00' } });
  const both = await Promise.all([
    decide('checker', 'approve', first.body['id']),
    decide('checker', 'approve', first.body['id']),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await funds('maker')).toMatchObject({ total: { allocated: '1000.00', arrived: '0.00', available: '0.00' } });
});

it('lets no more arrive than was allocated, and no office give more than it was given', async () => {
  const tooMuch = await propose('maker', { ...arrival, amount: '1000.01' });
  expect(await decide('checker', 'approve', tooMuch.body['id'])).toMatchObject({
    status: 422,
    body: { code: 'refused', detail: expect.stringContaining('到账累计会超过下达累计') },
  });
  await enter('maker', 'checker', { ...arrival, amount: '600' });
  expect(await funds('maker')).toMatchObject({ total: { arrived: '600.00', available: '600.00' } });
  const given = await propose('prefecture', { documentNumber: '测试文件〔2026〕4号', amount: '5' });
  expect(await decide('otherPrefecture', 'approve', given.body['id'])).toMatchObject({
    status: 422,
    body: { detail: expect.stringContaining('下达累计会超过本级收到的指标') },
  });
});

it('is taken back by a reversal that names the reason, while the first entry stays', async () => {
  const id = await enter('maker', 'checker', { amount: '50', documentNumber: '写错的文件' });
  expect((await reverse('checker', id)).status).toBe(403);
  const proposed = await reverse('maker', id);
  expect(proposed.status).toBe(201);
  expect(await reverse('maker', id)).toMatchObject({ status: 409 });
  expect((await decide('checker', 'approve', proposed.body['id'])).status).toBe(200);
  expect(await funds('maker')).toMatchObject({ total: { allocated: '1000.00' } });
  const ids: string[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const query: Record<string, string> = { limit: '2', ...(cursor && { cursor }) };
    const { body } = await api.call('listFundMovements', { token: tokens['maker'], query });
    ids.push(...(body['items'] as { id: string }[]).map((row) => row.id));
    cursor = (body['next'] as string | null) ?? undefined;
  }
  expect([ids.length, new Set(ids).size]).toEqual([6, 6]);
  expect(ids).toContain(id);
});

it('shows every level its own and what lies below, and a stranger nothing', async () => {
  const [county, prefecture, province] = [await funds('maker'), await funds('prefecture'), await funds('province')];
  expect(county).toMatchObject({
    division: '530581',
    total: { allocated: '1000.00', arrived: '600.00' },
    children: [],
  });
  expect(
    (prefecture['children'] as { division: string; arrived: string }[]).find((row) => row.division === '530581'),
  ).toMatchObject({
    arrived: '600.00',
  });
  expect((prefecture['own'] as { source: string; given: string }[])[0]).toMatchObject({
    source: 'central',
    given: '1000.00',
  });
  expect(
    (province['children'] as { division: string; arrived: string }[]).find((row) => row.division === '5305'),
  ).toMatchObject({
    arrived: '600.00',
  });
  expect(await funds('elsewhere')).toMatchObject({ total: { arrived: '0.00' } });
  expect((await api.call('readFunds', { token: tokens['elsewhere'], query: { division: '530581' } })).status).toBe(403);
  const { rows } = await api.sql(`select sum(fen)::int as fen from fund_movement_in_force where kind = 'arrival'`);
  expect(rows).toEqual([{ fen: 60_000 }]);
});

it('tells the prefecture and the province what did not arrive, with the days it is late', async () => {
  await watchFunds({ store: worker, rulebook: api.rulebook }, '2026-04-06');
  api.clock.advance(35 * 86_400_000);
  for (const by of ['prefecture', 'province'] as const) tokens[by] = await api.as(who[by][0], who[by][1]);
  for (const by of ['prefecture', 'province'] as const) {
    const { body } = await api.call('listFundAlerts', { token: tokens[by], query: { kind: 'arrival' } });
    expect(body['items']).toMatchObject([
      { division: '5305', concerns: '530581', stage: 'late', amount: '400.00', dueOn: '2026-04-01', daysLate: 5 },
    ]);
  }
});

it('owes each level its share of what the counties need', async () => {
  await worker.prisma.fundForecast.createMany({
    data: [{ county: '530581', programme: 'dibao', month: '2026-05', fen: 200_000n, computedOn: '2026-04-06' }],
  });
  const { counties } = (await funds('province')) as {
    counties: { source: string; shareDue: string; shareMissing: string }[];
  };
  expect(counties.map(({ shareDue, shareMissing }) => [shareDue, shareMissing])).toEqual([
    ['1400.00', '400.00'],
    ['400.00', '400.00'],
    ['100.00', '100.00'],
    ['100.00', '100.00'],
  ]);
  const forecast = await api.call('readFundForecast', { token: tokens['province'] });
  expect(forecast.body['counties']).toMatchObject([{ county: '530581', runsOut: '2026-05', missing: '1400.00' }]);
});

describe('the end of the year', () => {
  const carry = {
    kind: 'carry',
    fromDivision: '530581',
    documentNumber: '年终结转1号',
    onDate: '2026-12-31',
    amount: '250',
  };
  const handBack = { kind: 'handBack', documentNumber: '结余退回1号', onDate: '2026-12-31', amount: '100.01' };
  /** A column added up without what the product adds up by. */
  const sumOf = async (sql: string): Promise<string> =>
    String((await api.sql(`select (${sql})::text as fen`)).rows[0]!['fen']);

  beforeAll(async () => {
    api.clock.advance(Date.parse('2026-12-31T02:00:00Z') - api.clock.now().getTime());
    await signIn();
  });

  it('carries what is left into the same line of the next year by two hands, and no more', async () => {
    const paths = async (change: object) =>
      ((await propose('maker', change)).body['fields'] as { path: string }[]).map(({ path }) => path);
    expect(await paths({ ...carry, fromDivision: '5305' })).toEqual(['fromDivision']);
    expect(await paths({ ...carry, onDate: '2026-12-30' })).toEqual(['onDate']);
    expect((await propose('clerk', carry)).status).toBe(403);
    expect(((await propose('prefecture', carry)).body['fields'] as object[]).length).toBe(1);
    const tooMuch = await propose('maker', { ...carry, amount: '600.01', documentNumber: '多了' });
    expect(await decide('checker', 'approve', tooMuch.body['id'])).toMatchObject({
      status: 422,
      body: { code: 'refused', detail: expect.stringContaining('超过这一年度的结余') },
    });
    expect(await lineOf('maker', '530581')).toMatchObject({ carriedOut: '0.00', left: '600.00' });
    const proposed = await propose('maker', carry);
    expect((await decide('maker', 'approve', proposed.body['id'])).status).toBe(403);
    const both = await Promise.all([1, 2].map(() => decide('checker', 'approve', proposed.body['id'])));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await lineOf('maker', '530581', { year: '2027' })).toMatchObject({
      carriedIn: '250.00',
      arrived: '0.00',
      left: '250.00',
      byYear: [{ year: 2026, carriedIn: '250.00', arrived: '0.00', left: '250.00', carryUntil: 2027 }],
    });
    expect(await funds('maker', { year: '2027' })).toMatchObject({ total: { available: '250.00' } });
  });

  it('hands back to the level that gave it, which has it again', async () => {
    await enter('maker', 'checker', handBack);
    expect(await lineOf('maker', '530581')).toMatchObject({
      ...{
        allocated: '1000.00',
        arrived: '600.00',
        spent: '0.00',
        carriedOut: '250.00',
        handedBack: '100.01',
        left: '249.99',
      },
      givers: [{ code: '5305', name: '保山市' }],
    });
    expect(await lineOf('prefecture', '5305')).toMatchObject({ released: '-100.01', left: '100.01' });
  });

  it('is taken back whole while the money is still there', async () => {
    const id = await enter('maker', 'checker', { ...carry, documentNumber: '写错了', amount: '9.99' });
    const reversal = await reverse('maker', id);
    expect((await decide('checker', 'approve', reversal.body['id'])).status).toBe(200);
    expect(await lineOf('maker', '530581', { year: '2027' })).toMatchObject({ carriedIn: '250.00', left: '250.00' });
    expect(await lineOf('maker', '530581')).toMatchObject({ carriedOut: '250.00', left: '249.99' });
  });

  it('accounts for each line to the fen, page by page, and for a stranger not at all', async () => {
    const { total } = await closing('province');
    const moved = (
      kind: string,
    ) => `select coalesce(sum(fen), 0) from fund_movement m where state = 'approved' and kind = '${kind}'
      and reverses is null and not exists (select from fund_movement r where r.reverses = m.id and r.state = 'approved')
      and year = 2026 and to_division = '530581'`;
    const fen = (yuan: string | undefined) => BigInt((yuan ?? '').replace('.', ''));
    expect(`${fen(total['allocated'])}`).toBe(await sumOf(moved('allocation')));
    expect(`${fen(total['arrived'])}`).toBe(await sumOf(moved('arrival')));
    expect(`${fen(total['carriedOut'])}`).toBe(await sumOf(moved('carry')));
    expect(`${fen(total['handedBack'])}`).toBe(await sumOf(moved('handBack')));
    expect(`${fen(total['left'])}`).toBe(
      await sumOf(`(${moved('arrival')}) - (${moved('carry')}) - (${moved('handBack')})`),
    );
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query: Record<string, string> = { year: '2026', limit: '1', ...(cursor && { cursor }) };
      const page = await closing('province', query);
      seen.push(...page.lines.map((line) => `${line['division']}/${line['programme']}/${line['source']}`));
      cursor = page.next;
    }
    expect(seen).toEqual(['5305/dibao/central', '530581/dibao/central']);
    expect((await closing('elsewhere')).lines).toEqual([]);
    expect(
      (await api.call('readFundClosing', { token: tokens['elsewhere'], query: { division: '530581' } })).status,
    ).toBe(403);
  });

  // @clause 三(二) money that two years in a row have not used is not carried on but handed back
  it('carries money on within its years alone: what is past them is handed back first', async () => {
    const old = { year: 2026, carryUntil: 2027 };
    expect(await lineOf('maker', '530581')).toMatchObject({
      byYear: [{ ...old, left: '249.99' }],
      mustHandBack: '0.00',
    });
    api.clock.advance(Date.parse('2027-12-31T02:00:00Z') - api.clock.now().getTime());
    await signIn();
    const on = { year: 2027, onDate: '2027-12-31' };
    const line = async (year = 2027) => lineOf('maker', '530581', { year: String(year) });
    for (const kind of ['allocation', 'arrival'])
      await enter('maker', 'checker', { ...on, kind, documentNumber: '当年文件', amount: '100' });
    const young = { year: 2027, carriedIn: '0.00', arrived: '100.00', left: '100.00', carryUntil: 2028 };
    expect(await line()).toMatchObject({
      left: '350.00',
      byYear: [{ ...old, carriedIn: '250.00', arrived: '0.00', left: '250.00' }, young],
      mustHandBack: '250.00',
    });
    expect((await closing('province', { year: '2027' })).totalByYear).toEqual([
      { year: 2026, left: '250.00', mustHandBack: '250.00' },
      { year: 2027, left: '100.00', mustHandBack: '0.00' },
    ]);
    const refused = {
      status: 422,
      body: { code: 'refused', detail: expect.stringMatching(/2026年度的资金,最迟结转到2027年度.*应当交回.*退回上级/) },
    };
    const another = { ...carry, ...on, documentNumber: '年终结转2号', amount: '100' };
    expect(await propose('maker', { ...another, amount: '0.01' })).toMatchObject(refused);
    const back = await enter('maker', 'checker', { ...handBack, ...on, amount: '250' });
    expect(await line()).toMatchObject({
      byYear: [{ ...old, left: '0.00' }, young],
      mustHandBack: '0.00',
      left: '100.00',
    });
    const early = await propose('maker', another);
    expect(early.status).toBe(201);
    const reversal = await reverse('maker', back);
    expect((await decide('checker', 'approve', reversal.body['id'])).status).toBe(200);
    expect(await decide('checker', 'approve', early.body['id'])).toMatchObject(refused);
    expect(await line()).toMatchObject({ left: '350.00', carriedOut: '0.00', mustHandBack: '250.00' });
    await enter('maker', 'checker', { ...handBack, ...on, documentNumber: '结余退回2号', amount: '250' });
    expect((await decide('checker', 'approve', early.body['id'])).status).toBe(200);
    const carried = { year: 2027, carriedIn: '100.00', left: '100.00' };
    expect(await line(2028)).toMatchObject({ mustHandBack: '100.00', byYear: [{ ...carried, carryUntil: 2028 }] });
    await addLocalValue(worker, {
      ...{ parameter: 'funds.carryYears', division: '530581', validFrom: '2020-01-01', value: 3 },
    });
    expect(await line(2028)).toMatchObject({ mustHandBack: '0.00', byYear: [{ ...carried, carryUntil: 2029 }] });
  });
});
