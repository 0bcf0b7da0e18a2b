import { startApi, type Api } from '../api/support/api';

let api: Api;
let maker: string;
let checker: string;
/** Dali city: no values of its own. */
const COUNTY = '532901';
beforeAll(async () => {
  api = await startApi();
  [maker, checker] = [await api.as('administrator', COUNTY), await api.as('administrator', '5329')];
});
afterAll(() => api.stop());

/** The provincial guide as published: first and last day, urban a month, rural a year, 特困 a month. */
const published = [
  ['2020-06-01', '2021-06-30', '640', '4500', '832'],
  ['2021-07-01', '2022-06-30', '660', '4770', '858'],
  ['2022-07-01', '2023-06-30', '700', '5343', '910'],
  ['2023-07-01', '2024-06-30', '728', '6038', '947'],
  ['2024-07-01', '2025-06-30', '735', '6400', '956'],
  ['2025-07-01', '2026-06-30', '744', '6720', '968'],
] as const;

const propose = (change: object) =>
  api.call('proposeParameter', {
    token: maker,
    body: { division: COUNTY, reference: '测试文件〔2026〕3号', ...change },
  });
const messages = ({ body }: { readonly body: Readonly<Record<string, unknown>> }): string =>
  JSON.stringify(body['fields'] ?? []);
const approve = (body: Readonly<Record<string, unknown>>, token = checker) =>
  api.call('approveParameter', { token, params: { proposalId: String(body['id']) } });

// @clause 三(二) each year's floors, entered by one office and checked by another
describe.each(published)('the standards from %s', (from, to, urban, rural, tekun) => {
  const less = (value: string): string => `${Number(value) - 1}.99`;

  it.each([
    ['dibao.standard.urban', urban],
    ['dibao.standard.rural', rural],
    ['tekun.standard.basic', tekun],
  ])('%s: the guide is taken, a fen less is refused with the rule', async (parameter, value) => {
    const refused = await propose({ parameter, from, to, value: less(value) });
    expect(refused.status).toBe(400);
    expect(messages(refused)).toContain('地方标准不得低于它');
    expect((await propose({ parameter, from, to, value })).status).toBe(201);
  });

  it('urban may rise until 1.3 times it reaches 特困, not a yuan further', async () => {
    const most = Math.floor((Number(tekun) * 10) / 13);
    const at = (value: number) => propose({ parameter: 'dibao.standard.urban', from, to, value: String(value) });
    const over = await at(most + 1);
    expect(over.status).toBe(400);
    expect(messages(over)).toContain('1.3倍');
    // From July 2025 the rural standard holds it back first.
    const ruled = from >= '2025-07-01' && Number(rural) < most * 9 ? 400 : 201;
    expect((await at(most)).status).toBe(ruled);
  });
});

it('from July 2025 rural stands at three quarters of urban at least', async () => {
  const span = { from: '2025-07-01', to: '2026-06-30' };
  expect(
    (await approve((await propose({ parameter: 'tekun.standard.basic', ...span, value: '1000' })).body)).status,
  ).toBe(200);
  const refused = await propose({ parameter: 'dibao.standard.urban', ...span, value: '747' });
  expect(messages(refused)).toContain('75%');
  expect((await propose({ parameter: 'dibao.standard.urban', ...span, value: '746' })).status).toBe(201);
});

// @clause 三(二) in force from 1 July 2022, not from a later day
it('a county that stands below a new guide takes over its first day, also when it comes late', async () => {
  await api.sql(`insert into parameter_entry (id, parameter, division, valid_from, value, reference, state, maker_id, checker_id, created_at, checked_at)
    values (gen_random_uuid(), 'dibao.standard.rural', '532922', '2022-01-01', '"5000"', '历史标准', 'approved', gen_random_uuid(), gen_random_uuid(), now(), now())`);
  const rural = { parameter: 'dibao.standard.rural', division: '532922', to: '2023-06-30', value: '5400' };
  const token = await api.as('administrator', '532922');
  const ask = (from: string) =>
    api.call('proposeParameter', { token, body: { ...rural, from, reference: '测试文件〔2022〕3号' } });
  const late = await ask('2022-09-01');
  expect(late.status).toBe(400);
  for (const words of ['2022年7月1日', '三(二)']) expect(messages(late)).toContain(words);
  expect((await ask('2022-07-01')).status).toBe(201);
});

it('the past is entered as it was, with a warning, and only with an end that is over', async () => {
  const past = { parameter: 'dibao.standard.urban', from: '2020-06-01', to: '2020-10-31', value: '630', history: true };
  const entered = await propose(past);
  expect(entered.status).toBe(201);
  expect(entered.body).toMatchObject({ history: true, warnings: [expect.stringContaining('640')] });
  expect((await approve(entered.body)).body).toMatchObject({ state: 'approved' });
  for (const to of ['2026-12-31', '2030-12-31'])
    expect(messages(await propose({ ...past, from: '2019-07-01', to }))).toContain('已经过去的结束日期');
});

it('rests on a paper that was uploaded, seen by whoever may read standards', async () => {
  const bytes = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
  const uploaded = await api.call('uploadRuleDocument', {
    token: maker,
    query: { division: COUNTY, name: '通知.pdf' },
    body: bytes,
    headers: { 'Content-Type': 'application/octet-stream' },
  });
  expect(uploaded).toMatchObject({ status: 201, body: { name: '通知.pdf', mime: 'application/pdf' } });
  const documentId = String(uploaded.body['id']);
  const value = { parameter: 'tekun.standard.basic', from: '2026-07-01', value: '1100', documentId };
  expect((await propose(value)).body).toMatchObject({ documentId });
  expect(messages(await propose({ ...value, documentId: '3d0c7a8e-1f52-4a6e-8b7c-5e2f9a1b0c99' }))).toContain(
    'documentId',
  );
  const clerk = await api.as('townshipClerk', '530581001');
  const read = await api.call('readRuleDocument', { token: clerk, params: { documentId } });
  expect(read.status).toBe(200);
  const outside = await api.call('uploadRuleDocument', {
    token: clerk,
    query: { division: '530581001', name: 'x.pdf' },
    body: bytes,
    headers: { 'Content-Type': 'application/octet-stream' },
  });
  expect(outside.status).toBe(403);
});

it('a county sees its standards beside the guide and what lies too low', async () => {
  const { body } = await api.call('readStandards', { token: maker, query: { division: '5329', on: '2022-08-01' } });
  const places = body['places'] as {
    division: string;
    broken: { rule: string }[];
    standards: { kind: string; held: { value: string } }[];
  }[];
  expect(places).toHaveLength(13);
  const yangbi = places.find(({ division }) => division === '532922')!;
  expect(yangbi.broken).toMatchObject([{ rule: 'guide', dueOn: '2022-07-01' }]);
  expect(yangbi.standards.find(({ kind }) => kind === 'rural')).toMatchObject({
    held: { value: '5000' },
    guide: { value: '5343' },
  });
  const history = await api.call('readStandardHistory', { token: maker, query: { division: '532922', kind: 'rural' } });
  expect(history.body['steps'] as object[]).toContainEqual(
    expect.objectContaining({ from: '2022-01-01', value: '5000', own: true }),
  );
});
