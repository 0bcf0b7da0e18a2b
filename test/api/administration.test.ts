import { startApi, type Api } from './support/api';
import { addCase } from './support/case-row';

const COUNTY = '530581';
const TOWNSHIP = '530581001';

describe('what an administrator sees of a county', () => {
  let api: Api;
  let maker: string;
  let checker: string;
  beforeAll(async () => {
    api = await startApi();
    [maker, checker] = [await api.as('administrator', COUNTY), await api.as('administrator', COUNTY)];
  });
  afterAll(() => api.stop());

  interface Place {
    readonly division: string;
    readonly now: { readonly value: string; readonly division: string };
    readonly planned: readonly { readonly value: string; readonly from: string }[];
    readonly notAccepted: number;
    readonly atCounty: number;
  }
  const placeOf = async (division: string): Promise<Place> => {
    const { body } = await api.call('readDelegation', { token: maker, query: { division: COUNTY } });
    return (body['places'] as Place[]).find((place) => place.division === division)!;
  };
  const delegate = async (value: string, from: string) => {
    const body = { parameter: 'dibao.confirmation', division: TOWNSHIP, from, value, reference: '测试民发〔2026〕9号' };
    const made = await api.call('proposeParameter', { token: maker, body });
    expect(made).toMatchObject({ status: 201, body: { makerName: expect.any(String), replaces: { value: 'county' } } });
    return api.call('approveParameter', { token: checker, params: { proposalId: String(made.body['id']) } });
  };

  // @feature delegation @clause 三(一)
  it('shows the confirming power of each township in force and planned, and the open cases by the authority they keep', async () => {
    const { id } = await addCase(api.sql, `${TOWNSHIP}000`);
    await addCase(api.sql, `${TOWNSHIP}000`);
    await api.sql(`update "case" set accepted_on = '2026-06-01' where id = '${id}'`);
    expect(await placeOf(TOWNSHIP)).toMatchObject({ now: { value: 'county', division: '53' }, planned: [] });
    expect((await delegate('entrusted', '2026-07-01')).status).toBe(200);
    expect(await placeOf(TOWNSHIP)).toMatchObject({
      now: { value: 'county' },
      planned: [{ value: 'entrusted', from: '2026-07-01' }],
      notAccepted: 1,
      atCounty: 1,
    });
    expect((await placeOf('530581106')).planned).toEqual([]);
    api.clock.advance(20 * 86_400_000);
    [maker, checker] = [await api.as('administrator', COUNTY), await api.as('administrator', COUNTY)];
    expect(await placeOf(TOWNSHIP)).toMatchObject({ now: { value: 'entrusted', division: TOWNSHIP }, atCounty: 1 });
  });

  it('does not show another county', async () => {
    const got = await api.call('readDelegation', { token: maker, query: { division: '530582' } });
    expect(got.status).toBe(403);
  });

  it('lists the cases whose limits wait for a calendar, within the division, and counts what was reckoned', async () => {
    const waiting = async (token: string) => (await api.call('readCalendarWaits', { token })).body;
    expect(await waiting(maker)).toMatchObject({ cases: 0, limits: 0, reckoned: 0, items: [] });
    const { id } = await addCase(api.sql, `${TOWNSHIP}000`);
    await api.sql(`insert into deadline (id, case_id, owner, kind, from_date, unit, clause, explanation, state)
      values (gen_random_uuid(), '${id}', 'stage', 'acceptance', '2026-12-28', '', '', '', 'unpublished')`);
    expect(await waiting(maker)).toMatchObject({ cases: 1, limits: 1, items: [{ caseId: id, since: '2026-12-28' }] });
    expect(await waiting(await api.as('administrator', '530582'))).toMatchObject({ cases: 0, items: [] });
    const clerk = await api.as('townshipClerk', TOWNSHIP);
    expect((await api.call('readCalendarWaits', { token: clerk })).status).toBe(403);
  });

  it('finds staff by role and state, and one person within the division alone', async () => {
    const person = await api.addStaff([{ role: 'financeMaker', division: COUNTY }]);
    const ids = async (query: Record<string, string>) =>
      ((await api.call('listStaff', { token: maker, query })).body['staff'] as { id: string }[]).map(({ id }) => id);
    expect(await ids({ role: 'financeMaker' })).toEqual([person.id]);
    expect(await ids({ role: 'financeMaker', active: 'false' })).toEqual([]);
    expect((await api.call('readStaff', { token: maker, params: { staffId: person.id } })).body).toMatchObject({
      login: person.login,
    });
    const other = await api.as('administrator', '530582');
    expect((await api.call('readStaff', { token: other, params: { staffId: person.id } })).status).toBe(404);
  });

  it('everybody sees the own sessions and ends any of them, nobody else’s', async () => {
    const person = await api.addStaff([{ role: 'townshipClerk', division: TOWNSHIP }]);
    const [here, there] = [await api.tokenOf(person), await api.tokenOf(person)];
    const { body } = await api.call('listOwnSessions', { token: here });
    const sessions = body['sessions'] as { id: string; current: boolean }[];
    expect(sessions.map(({ current }) => current).sort()).toEqual([false, true]);
    const params = { sessionId: sessions.find(({ current }) => !current)!.id };
    expect((await api.call('revokeOwnSession', { token: maker, params })).status).toBe(404);
    expect((await api.call('revokeOwnSession', { token: here, params })).status).toBe(200);
    expect((await api.call('readSession', { token: there })).status).toBe(401);
  });
});
