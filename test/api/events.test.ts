import { randomUUID } from 'node:crypto';
import { until } from '../support/until';
import { startApi, type Api } from './support/api';
import { addCase } from './support/case-row';
import { serve, type Listener, type Served } from './support/events';

let api: Api;
let served: Served;
const open = new Set<Listener>();
beforeAll(async () => {
  api = await startApi({ limits: { general: 10_000, failedLogins: 1000 } });
  served = await serve(api.app);
});
afterEach(() => {
  open.forEach((listener) => listener.stop());
  open.clear();
});
afterAll(async () => {
  await served.close();
  await api.stop();
});

const listen = async (token: string, after?: string): Promise<Listener> => {
  const listener = await served.listen(token, after === undefined ? {} : { 'Last-Event-ID': after });
  open.add(listener);
  if (listener.status === 200) await until(() => listener.heard.some(({ event }) => event === 'ready'));
  return listener;
};
const happen = (caseId: string, division: string) =>
  api.sql(`insert into work_item (id, case_id, owner, kind, role, division, sentence, created_at)
    values ('${randomUUID()}', '${caseId}', 'stage', 'task', 'townshipClerk', '${division}', '测试', now())`);
const casesOf = ({ heard }: Listener): string[] =>
  heard.filter(({ event }) => event === 'change').map(({ data }) => data['id']!);
const lastId = ({ heard }: Listener): string => heard.at(-1)!.id;

describe('the stream of events', () => {
  it('tells every office of a case, its guests too, and no other', async () => {
    const { id } = await addCase(api.sql, '530581001001');
    await api.sql(
      `insert into case_scope (id, case_id, division, valid_from) values ('${randomUUID()}', '${id}', '530602001', '2020-01-01')`,
    );
    const [clerk, county, guest, neighbour, finance, auditor] = await Promise.all([
      listen(await api.as('townshipClerk', '530581001')),
      listen(await api.as('countyReviewer', '530581')),
      listen(await api.as('townshipClerk', '530602001')),
      listen(await api.as('townshipClerk', '530581002')),
      listen(await api.as('financeMaker', '530581')),
      listen(await api.as('auditor', '53')),
    ]);
    await happen(id, '530581001');
    await until(() => [clerk, county, guest].every((listener) => casesOf(listener!).includes(id)));
    const other = await addCase(api.sql, '530581002001');
    await happen(other.id, '530581002');
    await until(() => casesOf(neighbour!).includes(other.id));
    expect(casesOf(neighbour!)).toEqual([other.id]);
    expect([casesOf(finance!), casesOf(auditor!)]).toEqual([[], []]);
    expect(JSON.stringify(clerk!.heard)).not.toContain('测试申请人');
  });

  it('goes on where it broke off, and asks to read everything again when it cannot know', async () => {
    const token = await api.as('townshipClerk', '530581001');
    const { id } = await addCase(api.sql, '530581001001');
    const before = await listen(token);
    const heard = lastId(before);
    before.stop();
    const witness = await listen(token);
    await happen(id, '530581001');
    await until(() => casesOf(witness).includes(id));
    const back = await listen(token, heard);
    expect(back.heard.map(({ event }) => event)).toEqual(['change', 'ready']);
    expect(casesOf(back)).toEqual([id]);
    const stranger = await listen(token, 'another.12');
    expect(stranger.heard.map(({ event }) => event)).toEqual(['resync', 'ready']);
  });

  it('ends with the session, and when the actor takes up another appointment', async () => {
    const member = await api.addStaff([
      { role: 'townshipClerk', division: '530581001' },
      { role: 'townshipClerk', division: '530581002' },
    ]);
    const token = await api.tokenOf(member);
    const first = await listen(token);
    await api.call('switchAppointment', { token, body: { appointmentId: member.appointmentIds[1] } });
    await first.ended;
    const second = await listen(token);
    await api.call('logOut', { token });
    await second.ended;
    expect((await listen(token)).status).toBe(401);
  });

  it('asks to read everything again after the database was away, and hears of changes as before', async () => {
    const { id } = await addCase(api.sql, '530581001001');
    const clerk = await listen(await api.as('townshipClerk', '530581001'));
    await api.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'`,
    );
    await until(() => clerk.heard.some(({ event }) => event === 'resync'));
    await happen(id, '530581001');
    await until(() => casesOf(clerk).includes(id));
  });

  it('says once that much changed instead of each', async () => {
    const clerk = await listen(await api.as('townshipClerk', '530581003'));
    const cases = await Promise.all(Array.from({ length: 45 }, () => addCase(api.sql, '530581003001')));
    await api.sql(
      `insert into work_item (id, case_id, owner, kind, role, division, sentence, created_at)
       select gen_random_uuid(), id, 'stage', 'task', 'townshipClerk', '530581003', '测试', now() from "case" where division = '530581003001'`,
    );
    await until(() => clerk.heard.some(({ event }) => event === 'resync'));
    expect(cases).toHaveLength(45);
    expect(casesOf(clerk)).toEqual([]);
  });
});
