import { startApi, type Api } from './support/api';

describe('standards and calendars: one enters, another checks', () => {
  let api: Api;
  let maker: string;
  let checker: string;
  beforeAll(async () => {
    api = await startApi();
    maker = await api.as('administrator', '530581');
    checker = await api.as('administrator', '530581');
  });
  afterAll(() => api.stop());

  const urban = {
    parameter: 'dibao.standard.urban',
    division: '530581',
    from: '2026-01-01',
    value: '744',
    reference: '测试文件〔2026〕1号',
  };
  const propose = (body: object, token = maker) => api.call('proposeParameter', { token, body });
  const idOf = ({ body }: { body: Readonly<Record<string, unknown>> }) => ({ proposalId: String(body['id']) });
  const valueNow = async (division: string, on: string) => {
    const found = await api.store.withScope(undefined, async (tx) =>
      (await api.rulebook.parameters(tx)).get('dibao.standard.urban', { on, division }),
    );
    return found.value;
  };

  it('a value counts from its day on, for its place, once another has approved it', async () => {
    const proposed = await propose(urban);
    expect(proposed).toMatchObject({ status: 201, body: { state: 'proposed' } });
    const own = await api.call('approveParameter', { token: maker, params: idOf(proposed) });
    expect(own).toMatchObject({ status: 403, body: { detail: expect.stringContaining('不能复核自己') as string } });
    const outside = await api.as('administrator', '530582');
    expect((await api.call('approveParameter', { token: outside, params: idOf(proposed) })).status).toBe(403);
    const local = () =>
      api.call('listParameters', {
        token: maker,
        query: { division: '530581', on: '2026-02-01', search: '城市最低生活保障' },
      });
    expect(JSON.stringify((await local()).body)).not.toContain('测试文件〔2026〕1号');
    expect((await api.call('approveParameter', { token: checker, params: idOf(proposed) })).body).toMatchObject({
      state: 'approved',
    });
    expect(JSON.stringify((await local()).body)).toContain('测试文件〔2026〕1号');
    expect(await valueNow('530581001', '2026-01-01')).toBe('744');
    expect((await api.call('approveParameter', { token: checker, params: idOf(proposed) })).status).toBe(409);
  });

  it('a value below the guide is refused at once with the rule, and stored nowhere', async () => {
    const refused = await propose({ ...urban, from: '2026-03-01', value: '743' });
    expect(refused).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'value', message: expect.stringContaining('省级指导标准') as string }] },
    });
    expect((await api.sql("select 1 from parameter_entry where value::text like '%743%'")).rows).toEqual([]);
  });

  it('a value of the wrong kind, category, parameter or place is named', async () => {
    const paths = async (change: object) =>
      ((await propose({ ...urban, ...change })).body['fields'] as { path: string }[]).map(({ path }) => path);
    expect(await paths({ value: 744 })).toEqual(['value']);
    expect(await paths({ category: 'A' })).toEqual(['category']);
    expect(await paths({ parameter: 'dibao.invented' })).toEqual(['parameter']);
    expect(await paths({ division: '530581999' })).toEqual(['division']);
    expect(await paths({ parameter: 'dibao.confirmation', value: 'County' })).toEqual(['value']);
    expect(await paths({ parameter: 'payment.format', value: 'bank' })).toEqual(['value']);
    expect(await paths({ parameter: 'funds.sourceOrder', value: ['provincal'] })).toEqual(['value']);
  });

  it('of two checkers at once one decides', async () => {
    const third = await api.as('administrator', '530581');
    const proposed = await propose({ ...urban, from: '2026-05-01', value: '744.00' });
    const both = await Promise.all([
      api.call('approveParameter', { token: checker, params: idOf(proposed) }),
      api.call('rejectParameter', { token: third, params: idOf(proposed) }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('a rejected value never counts', async () => {
    const proposed = await propose({ ...urban, from: '2026-07-01', value: '744.5' });
    await api.call('rejectParameter', { token: checker, params: idOf(proposed) });
    expect(await valueNow('530581', '2026-07-02')).not.toBe('744.5');
  });

  const year2027 = {
    year: 2027,
    source: '测试用放假安排',
    title: '测试用2027年放假安排',
    off: [
      { from: '2027-01-01', to: '2027-01-03', why: '元旦' },
      { from: '2027-05-01', to: '2027-05-05', why: '劳动节' },
      { from: '2027-10-01', to: '2027-10-07', why: '国庆节' },
    ],
    worked: ['2027-10-09'],
  };

  it('a year nobody has published is never guessed; entered and approved, it counts', async () => {
    const read = () => api.call('readCalendarYear', { token: maker, params: { year: '2027' } });
    expect((await read()).body).toMatchObject({ status: 422, code: 'calendarUnpublished' });
    expect((await api.call('proposeCalendarYear', { token: maker, body: year2027 })).status).toBe(403);
    const [province, other] = [await api.as('administrator', '53'), await api.as('administrator', '53')];
    const proposed = await api.call('proposeCalendarYear', { token: province, body: year2027 });
    expect(proposed.status).toBe(201);
    expect((await api.call('approveCalendarYear', { token: province, params: idOf(proposed) })).status).toBe(403);
    expect((await api.call('approveCalendarYear', { token: checker, params: idOf(proposed) })).status).toBe(403);
    expect((await read()).status).toBe(422);
    expect((await api.call('approveCalendarYear', { token: other, params: idOf(proposed) })).status).toBe(200);
    expect((await read()).body).toMatchObject({ title: year2027.title });
    const calendar = await api.store.withScope(undefined, (tx) => api.rulebook.calendar(tx));
    expect(calendar.isWorkingDay('2027-10-01', '530581')).toBe(false);
    expect(calendar.isWorkingDay('2027-10-09', '530581')).toBe(true);
  });

  it('a year typed wrongly is refused with the line', async () => {
    const province = await api.as('administrator', '53');
    const wrong = { ...year2027, worked: ['2027-10-11'], off: year2027.off.slice(0, 2) };
    const { body } = await api.call('proposeCalendarYear', { token: province, body: wrong });
    expect((body['fields'] as { path: string }[]).map(({ path }) => path)).toEqual(['off', 'worked[0]']);
  });

  it('local days close the offices of their place only', async () => {
    const [makes, checks] = [await api.as('administrator', '5329'), await api.as('administrator', '5329')];
    const days = [{ from: '2026-08-10', to: '2026-08-10', why: '测试节', kind: 'off', closesOffice: true }];
    const proposed = await api.call('proposeCalendarYear', {
      token: makes,
      body: { year: 2026, division: '5329', source: '测试条例', days },
    });
    await api.call('approveCalendarYear', { token: checks, params: idOf(proposed) });
    const calendar = await api.store.withScope(undefined, (tx) => api.rulebook.calendar(tx));
    expect(calendar.isWorkingDay('2026-08-10', '532901')).toBe(false);
    expect(calendar.isWorkingDay('2026-08-10', '530102')).toBe(true);
    expect(
      (
        await api.call('proposeCalendarYear', {
          token: maker,
          body: { year: 2026, division: '5329', source: '测试条例', days },
        })
      ).status,
    ).toBe(403);
  });
});
