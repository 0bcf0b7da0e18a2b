import { randomUUID } from 'node:crypto';
import { createStore, type Store } from '../../store/client';
import { recipients } from '../../store/price-linkage/recipients';
import { testKeyRing } from '../support/key-ring';
import { fileCase } from '../store/support/rows';
import { startApi, type Api } from '../api/support/api';

let api: Api;
let worker: Store;
let maker: string;
let checker: string;
let county: string;
beforeAll(async () => {
  // The middle of September 2022: the index of August is out.
  api = await startApi({ startAt: Date.parse('2022-09-19T02:00:00Z') });
  worker = createStore({ url: api.workerUrl, keyRing: testKeyRing() });
  [maker, checker] = [await api.as('supervisor', '53'), await api.as('supervisor', '53')];
  county = await api.as('financeMaker', '530581');
});
afterAll(async () => {
  await worker.close();
  await api.stop();
});

const idOf = ({ body }: { readonly body: Readonly<Record<string, unknown>> }) => String(body['id']);
const pathsOf = ({ body }: { readonly body: Readonly<Record<string, unknown>> }) =>
  (body['fields'] as { path: string }[]).map(({ path }) => path);

const august = {
  division: '5305',
  month: '2022-08',
  cpi: '2.4',
  foodCpi: '6.1',
  source: '国家统计局云南调查总队',
  publishedOn: '2022-09-09',
};
const enter = async (change: object = {}) => {
  api.clock.advance(1000);
  const proposed = await api.call('proposePriceIndex', { token: maker, body: { ...august, ...change } });
  expect(proposed.status).toBe(201);
  const params = { proposalId: idOf(proposed) };
  expect((await api.call('approvePriceIndex', { token: checker, params })).body['state']).toBe('approved');
};
const months = async (query: Readonly<Record<string, string>>, token = maker) =>
  (await api.call('listPriceLinkageMonths', { token, query })).body['months'] as {
    area: string;
    month: string;
    state: string;
    daysLate: number;
    daysLeft: number | null;
    deadline: { due: string } | null;
  }[];
const baoshan = async (month: string) => (await months({ division: '5305', from: month, to: month }))[0];
const order = { division: '53', month: '2022-08', orderNumber: '测试文件〔2022〕9号', orderDate: '2022-09-15' };

interface Entitled {
  readonly programme?: string;
  readonly area?: string;
  readonly division?: string;
  readonly from?: string;
  readonly to?: string | null;
  readonly kind?: string;
  readonly personId?: string;
}

/** A household of one with an entitlement; the person may be one who is entitled elsewhere already. */
const entitle = (given: Entitled = {}) =>
  worker.prisma.$transaction(async (tx) => {
    const { division = '530581001000', programme = 'dibao', area = 'urban' } = given;
    const filed = await fileCase(tx, { division });
    await tx.case.update({ where: { id: filed.caseId }, data: { programme, area } });
    const personId = given.personId ?? filed.personId;
    await tx.entitlement.create({
      data: {
        id: randomUUID(),
        caseId: filed.caseId,
        programme,
        fromMonth: given.from ?? '2022-01',
        toMonth: given.to ?? null,
        monthlyFen: 30000n,
        kind: given.kind ?? 'benefit',
        decisionId: randomUUID(),
        components: { create: [{ personId, fen: 30000n }] },
      },
    });
    return { ...filed, personId };
  });

describe('price linkage is tried without a log-in', () => {
  const question = { area: '530581', month: '2022-08', indices: { cpi: '3.0' }, class: 'dibao', settlement: 'urban' };
  const ask = (change: object) => api.call('previewPriceLinkage', { body: { ...question, ...change }, key: null });

  // @clause 三(二) the preview says whether it starts, how much and by when
  it('says whether, how much, by when and why', async () => {
    const { status, body } = await ask({});
    expect(status).toBe(200);
    expect(body).toMatchObject({ starts: true, amount: '21.00', deadline: { due: '2022-09-30', assumed: true } });
    expect(await ask({ indices: { cpi: '2.9' } })).toMatchObject({
      body: { starts: false, amount: null, deadline: null },
    });
  });

  it('names what is wrong and what is not known', async () => {
    expect(pathsOf(await ask({ indices: { cpi: '103.5' } }))).toEqual(['indices.cpi']);
    expect(pathsOf(await ask({ class: 'nobody' }))).toEqual(['class']);
    expect(await ask({ month: '2016-07', indices: { cpi: '3.5' } })).toMatchObject({
      status: 422,
      body: { code: 'parameterUnknown' },
    });
    expect(await ask({ month: '2016-08', indices: { cpi: '3.5' } })).toMatchObject({
      status: 200,
      body: { starts: true, amount: null, amountUnknown: expect.stringContaining('请管理员先录入') as string },
    });
    expect(await ask({ overrides: { 'dibao.standard.urban': '800' } })).toMatchObject({ body: { amount: '24.00' } });
    expect(pathsOf(await ask({ overrides: { 'dibao.class.amount': '800' } }))).toEqual([
      'overrides.dibao.class.amount',
    ]);
  });
});

describe('from an index to the recipients of a started month', () => {
  it('an index counts once another has checked it; who may not enter is refused', async () => {
    expect(await baoshan('2022-08')).toMatchObject({ state: 'noIndex' });
    for (const [role, division] of [
      ['financeMaker', '530581'],
      ['supervisor', '530581'],
      ['townshipClerk', '530581001'],
    ] as const)
      expect((await api.call('proposePriceIndex', { token: await api.as(role, division), body: august })).status).toBe(
        403,
      );
    const elsewhere = await api.as('supervisor', '5306');
    expect((await api.call('proposePriceIndex', { token: elsewhere, body: august })).status).toBe(403);
    expect(pathsOf(await api.call('proposePriceIndex', { token: maker, body: { ...august, cpi: '2.45' } }))).toEqual([
      'cpi',
    ]);
    const early = { ...august, publishedOn: '2022-08-31' };
    expect(pathsOf(await api.call('proposePriceIndex', { token: maker, body: early }))).toEqual(['publishedOn']);
    const own = await api.call('proposePriceIndex', { token: maker, body: august });
    const params = { proposalId: idOf(own) };
    expect((await api.call('approvePriceIndex', { token: maker, params })).status).toBe(403);
    expect((await api.call('approvePriceIndex', { token: elsewhere, params })).status).toBe(403);
    expect(await baoshan('2022-08')).toMatchObject({ state: 'noIndex' });
    await api.call('rejectPriceIndex', { token: checker, params });
    expect((await api.call('approvePriceIndex', { token: checker, params })).status).toBe(409);
  });

  it('a month waits once its index meets the conditions, with its last day; a correction counts instead', async () => {
    await enter({ foodCpi: '5.9' });
    expect(await baoshan('2022-08')).toMatchObject({ state: 'notTriggered', deadline: null });
    expect((await api.call('proposePriceLinkageStart', { token: maker, body: order })).status).toBe(422);
    await enter();
    expect(await baoshan('2022-08')).toMatchObject({
      state: 'waiting',
      deadline: { due: '2022-09-30' },
      daysLeft: 11,
      daysLate: 0,
    });
    const seen = await months({ from: '2022-08', to: '2022-08' }, county);
    expect(seen.map(({ area, state }) => [area, state])).toEqual([['5305', 'waiting']]);
  });

  it('is started on an order by one and checked by another, once', async () => {
    expect((await api.call('proposePriceLinkageStart', { token: county, body: order })).status).toBe(403);
    const key = randomUUID();
    const first = await api.call('proposePriceLinkageStart', { token: maker, body: order, key });
    expect(first.status).toBe(201);
    const again = await api.call('proposePriceLinkageStart', { token: maker, body: order, key });
    expect(idOf(again)).toBe(idOf(first));
    const twice = { ...order, division: '5305' };
    expect((await api.call('proposePriceLinkageStart', { token: maker, body: twice })).status).toBe(409);
    const params = { proposalId: idOf(first) };
    expect((await api.call('approvePriceLinkageStart', { token: maker, params })).status).toBe(403);
    expect(await baoshan('2022-08')).toMatchObject({ state: 'waiting' });
    expect((await api.call('approvePriceLinkageStart', { token: checker, params })).status).toBe(200);
    expect(await baoshan('2022-08')).toMatchObject({ state: 'started' });
    // Started for the whole province, but only where the conditions are met.
    const states = await months({ from: '2022-08', to: '2022-08' });
    expect(states.filter(({ state }) => state === 'started').map(({ area }) => area)).toEqual(['5305']);
  });

  it('pays everybody in force in the index month once, by the class with the higher amount', async () => {
    const rural = await entitle({ area: 'rural' });
    await entitle();
    await entitle({ kind: 'gradualExit', division: '530581002000' });
    await entitle({ programme: 'tekun', area: 'rural' });
    // The same person in two classes: urban 低保 pays 17, rural 14.
    await entitle({ personId: rural.personId, division: '530581003000' });
    await entitle({ from: '2022-09' });
    await entitle({ to: '2022-07' });
    // Another prefecture, whose index is not entered.
    await entitle({ division: '530602001000' });
    const { rows } = await api.sql(`select id from price_linkage_start where state = 'approved'`);
    const params = { startId: String(rows[0]!['id']) };
    const report = await api.call('readPriceLinkageRecipients', { token: county, params });
    // ceil(700 × 2.4 %) = 17; 5343 / 12 × 2.4 % = 10.686 → 11
    expect(report.body).toMatchObject({
      persons: 4,
      total: '68.00',
      repeated: 1,
      month: '2022-08',
      division: '530581',
    });
    expect(report.body['lines']).toEqual([
      expect.objectContaining({ place: '530581001', class: 'dibao', settlement: 'urban', persons: 1, amount: '17.00' }),
      expect.objectContaining({ place: '530581001', class: 'tekun', settlement: 'rural', persons: 1, amount: '17.00' }),
      expect.objectContaining({ place: '530581002', class: 'dibao', persons: 1 }),
      expect.objectContaining({ place: '530581003', class: 'dibao', persons: 1, total: '17.00' }),
    ]);
    const whole = await api.call('readPriceLinkageRecipients', { token: maker, params });
    expect(whole.body).toMatchObject({ persons: 4, lines: [{ place: '530581' }, { place: '530581' }] });
    const sum = await api.sql(`select count(distinct component.person_id)::int as n from entitlement e
      join entitlement_component component on component.entitlement_id = e.id join "case" c on c.id = e.case_id
      where c.division like '5305%' and e.from_month <= '2022-08' and coalesce(e.to_month, '9999') >= '2022-08'`);
    expect(sum.rows[0]).toEqual({ n: 4 });
    const elsewhere = await api.as('financeMaker', '530602');
    const theirs = await api.call('readPriceLinkageRecipients', { token: elsewhere, params });
    expect(theirs.body).toMatchObject({ persons: 0, total: '0.00', lines: [] });
  });

  it('gives a run the same persons, a page at a time', async () => {
    const rates = ['urban', 'rural'].map((settlement) => ({
      county: '530581',
      programme: 'dibao',
      settlement,
      fen: 1700n,
      rank: 0,
    }));
    const roll = { month: '2022-08', division: '530581', rates, highestFirst: true };
    const page = (after?: string) => worker.prisma.$transaction((tx) => recipients(tx, roll, 2, after));
    const first = await page();
    const rest = await page(first.at(-1)!.personId);
    expect([first.length, rest.length]).toEqual([2, 1]);
    expect(new Set([...first, ...rest].map(({ personId }) => personId)).size).toBe(3);
    expect(first.every(({ fen }) => fen === 1700n)).toBe(true);
  });

  it('tells how late it is until it is paid, and that it stopped when the index falls', async () => {
    api.clock.advance(14 * 86_400_000);
    maker = await api.as('supervisor', '53');
    checker = await api.as('supervisor', '53');
    county = await api.as('financeMaker', '530581');
    expect(await baoshan('2022-08')).toMatchObject({ state: 'started', daysLate: 3 });
    const { rows } = await api.sql(`select id from price_linkage_start where state = 'approved'`);
    const pay = (paidOn: string) =>
      api.call('recordPriceLinkagePaid', {
        token: maker,
        params: { startId: String(rows[0]!['id']) },
        body: { paidOn },
      });
    expect(pathsOf(await pay('2022-10-09'))).toEqual(['paidOn']);
    expect((await pay('2022-10-02')).status).toBe(200);
    expect((await pay('2022-10-02')).status).toBe(409);
    expect(await baoshan('2022-08')).toMatchObject({ state: 'paid', daysLate: 2 });
    await enter({ month: '2022-09', foodCpi: '5.0', publishedOn: '2022-10-14' });
    expect(await baoshan('2022-09')).toMatchObject({ state: 'stopped' });
  });
});

describe('a one-off living subsidy', () => {
  const plan = {
    title: '一次性生活补贴',
    division: '53',
    orderNumber: '测试文件〔2022〕8号',
    cutOffMonth: '2022-08',
    classes: ['dibaoUrban', 'tekun'],
    amounts: { dibaoUrban: '300', tekun: '400' },
  };
  const propose = (change: object = {}) =>
    api.call('proposeOneOffPlan', { token: maker, body: { ...plan, ...change } });

  // @clause 三(二) no amount was published for 2022: refused, never guessed
  it('has no amount until somebody enters one', async () => {
    expect(await propose({ amounts: {} })).toMatchObject({ status: 422, body: { code: 'parameterUnknown' } });
    expect(await propose({ amounts: { tekun: '400' } })).toMatchObject({ status: 422 });
    expect(pathsOf(await propose({ amounts: { ...plan.amounts, dibaoRural: '1' } }))).toEqual(['amounts.dibaoRural']);
    expect(pathsOf(await propose({ cutOffMonth: '2030-01' }))).toEqual(['cutOffMonth']);
  });

  it('is proposed by one, approved by another, and counts each person once', async () => {
    const proposed = await propose();
    expect(proposed.status).toBe(201);
    const params = { proposalId: idOf(proposed) };
    expect((await api.call('approveOneOffPlan', { token: maker, params })).status).toBe(403);
    expect((await api.call('approveOneOffPlan', { token: county, params })).status).toBe(403);
    expect((await api.call('approveOneOffPlan', { token: checker, params })).body['state']).toBe('approved');
    const report = await api.call('readOneOffRecipients', { token: county, params: { planId: idOf(proposed) } });
    expect(report.body).toMatchObject({ persons: 4, total: '1300.00' });
    const listed = await api.call('listOneOffPlans', { token: county });
    expect(listed.body['plans']).toMatchObject([
      { id: idOf(proposed), amounts: [{ amount: '300.00' }, { amount: '400.00' }] },
    ]);
  });
});
