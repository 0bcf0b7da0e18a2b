import { startApi, type Api } from './support/api';

const household = {
  id: '户-1',
  date: '2022-08-01',
  division: '530581',
  area: 'urban',
  members: [
    { id: '户主', relation: 'applicant', age: 45 },
    { id: '妻子', relation: 'spouse', age: 43 },
    { id: '孩子', relation: 'child', age: 12 },
  ],
  incomes: [{ member: '户主', kind: 'wage', amount: '1200', per: 'month' }],
};

describe('the rules can be tried without a log-in and change nothing', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  it('an assessment says eligibility, amount and every term', async () => {
    const { status, body } = await api.call('previewAssessment', { body: household, key: null });
    expect(status).toBe(200);
    // 700 a month from July 2022; wage less a tenth for the cost of working: 1080 / 3 = 360; (700 − 360) × 3 = 1020
    expect(body).toMatchObject({
      id: '户-1',
      eligibility: 'wholeHousehold',
      perCapitaIncome: '360.00',
      monthly: '1020.00',
    });
    const terms = body['terms'] as { group: string; adds?: boolean; value: string }[];
    const sum = terms
      .filter(({ group, adds }) => group === 'amount' && adds)
      .reduce((total, { value }) => total + Number(value), 0);
    expect(sum).toBeCloseTo(1020);
  });

  it('a value that the province approved since counts at once', async () => {
    const [maker, checker] = [await api.as('administrator', '530581'), await api.as('administrator', '530581')];
    const value = {
      parameter: 'dibao.standard.urban',
      division: '530581',
      from: '2026-01-01',
      value: '744.10',
      reference: '测试文件〔2026〕1号',
    };
    const monthly = async () =>
      (await api.call('previewAssessment', { body: { ...household, date: '2026-06-01' }, key: null })).body['monthly'];
    const before = await monthly();
    const { body } = await api.call('proposeParameter', { token: maker, body: value });
    expect(await monthly()).toBe(before);
    await api.call('approveParameter', { token: checker, params: { proposalId: String(body['id']) } });
    expect(await monthly()).not.toBe(before);
  });

  it.each([
    [
      'an unknown member',
      { incomes: [{ member: '无此人', kind: 'wage', amount: '1', per: 'month' }] },
      'incomes[0].member',
    ],
    [
      'a negative amount',
      { incomes: [{ member: '户主', kind: 'wage', amount: '-1', per: 'month' }] },
      'incomes[0].amount',
    ],
    ['an impossible date', { date: '2022-02-30' }, 'date'],
    [
      'a wrong check digit',
      { members: [{ id: '户主', relation: 'applicant', idNumber: '530522199001010011' }] },
      'members[0].idNumber',
    ],
  ])('%s is named by its field', async (_what, change, path) => {
    const { status, body } = await api.call('previewAssessment', {
      body: { ...household, incomes: [], ...change },
      key: null,
    });
    expect(status).toBe(400);
    expect((body['fields'] as { path: string }[]).map((field) => field.path)).toContain(path);
  });

  it('a limit says when it ends and why, and fails closed beyond the published years', async () => {
    const ask = (body: object) => api.call('previewDeadline', { body, key: null });
    const question = { kind: 'publicNotice', from: '2022-08-08', division: '530581' };
    expect((await ask(question)).body).toMatchObject({ due: '2022-08-15', dueAt: '2022-08-15T16:00:00.000Z' });
    expect((await ask({ kind: 'decision', from: '2029-01-04', division: '530581' })).body).toMatchObject({
      code: 'calendarUnpublished',
    });
    expect((await ask({ ...question, kind: 'invented' })).body).toMatchObject({ fields: [{ path: 'kind' }] });
  });

  it('nothing is stored and nobody is audited', async () => {
    await api.call('previewAssessment', { body: household, key: null });
    const { rows } = await api.sql(
      `select 1 from audit_row where operation like 'preview%' union select 1 from idempotent_answer where operation like 'preview%'`,
    );
    expect(rows).toEqual([]);
  });
});

describe('divisions and health', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  it('shows the places below, and one place with its full name; old codes still resolve', async () => {
    const token = await api.as('villageAssistant', '530581001001');
    const { body } = await api.call('listDivisions', { token, query: { parent: '530581' } });
    expect((body['divisions'] as { code: string }[]).map(({ code }) => code)).toContain('530581001');
    const one = await api.call('readDivision', { token, params: { code: '530581001' } });
    expect(one.body).toMatchObject({ path: '云南省保山市腾冲市腾越街道', level: 'township' });
    expect((await api.call('readDivision', { token, params: { code: '530522' } })).body).toMatchObject({
      successor: '530581',
    });
    expect((await api.call('readDivision', { token, params: { code: '999999' } })).status).toBe(404);
  });

  it('tells which part is away', async () => {
    const { status, body } = await api.call('readHealth');
    expect(status).toBe(503);
    expect(body).toEqual({ status: 'unavailable', database: 'ok', engine: 'unavailable', worker: 'unavailable' });
    const healthy = await startApi({
      engine: {
        health: () => Promise.resolve({ reachable: true, workers: 2 }),
        close: () => Promise.resolve(),
      } as never,
    });
    expect(await healthy.call('readHealth')).toMatchObject({ status: 200, body: { status: 'ok', worker: 'ok' } });
    await healthy.stop();
  });
});
