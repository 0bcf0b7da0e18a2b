import { startApi, type Api } from './support/api';

describe('log-in and session', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  const attempt = (login: string, password: string) => api.call('logIn', { body: { login, password }, key: null });

  it('answers a token and a cookie, and the session tells name, appointment and permissions', async () => {
    const staff = await api.addStaff([{ role: 'townshipClerk', division: '530581001' }]);
    const { status, body, headers } = await attempt(staff.login, staff.password);
    expect(status).toBe(201);
    expect(String(headers['set-cookie'])).toMatch(/^doudi_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/);
    const session = await api.call('readSession', { token: String(body['token']) });
    expect(session.body).toMatchObject({ name: '测试人员', current: { role: 'townshipClerk', division: '530581001' } });
    expect(session.body['permissions']).toContain('document.add');
    expect(session.body['permissions']).not.toContain('staff.manage');
  });

  it('stores no token that would let a reader of the table in', async () => {
    const staff = await api.addStaff([{ role: 'auditor', division: '53' }]);
    const { body } = await attempt(staff.login, staff.password);
    const { rows } = await api.sql(
      `select encode(token_hash, 'base64') as hash from session where staff_id = '${staff.id}'`,
    );
    expect(JSON.stringify(rows)).not.toContain(String(body['token']));
    expect(rows).toHaveLength(1);
  });

  it('gives the same answer to an unknown name, a wrong password, and a locked account', async () => {
    const staff = await api.addStaff([{ role: 'townshipClerk', division: '530581001' }]);
    const texts = new Set<unknown>();
    texts.add((await attempt('nobody.at.all', 'x')).body['detail']);
    for (let count = 0; count < 5; count += 1) texts.add((await attempt(staff.login, 'wrong')).body['detail']);
    const locked = await attempt(staff.login, staff.password);
    texts.add(locked.body['detail']);
    expect(locked.status).toBe(401);
    expect(texts.size).toBe(1);
  });

  it('opens a locked account again after a quarter of an hour', async () => {
    const staff = await api.addStaff([{ role: 'townshipClerk', division: '530581001' }]);
    await Promise.all([1, 2, 3, 4, 5].map(() => attempt(staff.login, 'wrong')));
    expect((await attempt(staff.login, staff.password)).status).toBe(401);
    api.clock.advance(15 * 60_000 + 1);
    expect((await attempt(staff.login, staff.password)).status).toBe(201);
  });

  it('ends after two idle hours, and after twelve hours in any case', async () => {
    const idle = await api.as('auditor', '53');
    api.clock.advance(2 * 3_600_000 + 60_000);
    expect((await api.call('readSession', { token: idle })).status).toBe(401);
    const busy = await api.as('auditor', '53');
    for (let hour = 0; hour < 11; hour += 1) {
      api.clock.advance(3_600_000);
      expect((await api.call('readSession', { token: busy })).status).toBe(200);
    }
    api.clock.advance(3_600_000 + 1);
    expect((await api.call('readSession', { token: busy })).status).toBe(401);
  });

  it('ends at once when logged out, when the account is stopped, and when the appointment is over', async () => {
    const out = await api.as('auditor', '53');
    expect((await api.call('logOut', { token: out })).body).toEqual({ ended: true });
    expect((await api.call('readSession', { token: out })).status).toBe(401);
    const staff = await api.addStaff([{ role: 'auditor', division: '53' }]);
    const token = await api.tokenOf(staff);
    await api.sql(`update staff set active = false where id = '${staff.id}'`);
    expect((await api.call('readSession', { token })).status).toBe(401);
    await api.sql(`update staff set active = true where id = '${staff.id}'`);
    await api.sql(`update appointment set valid_to = '2020-01-01' where staff_id = '${staff.id}'`);
    expect((await api.call('readSession', { token })).status).toBe(401);
  });

  it('acts under one appointment at a time, switchable to another of one’s own only', async () => {
    const staff = await api.addStaff([
      { role: 'townshipClerk', division: '530581001' },
      { role: 'countyReviewer', division: '530581' },
    ]);
    const token = await api.tokenOf(staff);
    const switched = await api.call('switchAppointment', { token, body: { appointmentId: staff.appointmentIds[1] } });
    expect(switched.body).toMatchObject({ current: { role: 'countyReviewer' } });
    expect((await api.call('readSession', { token })).body).toMatchObject({ current: { role: 'countyReviewer' } });
    const other = await api.addStaff([{ role: 'administrator', division: '53' }]);
    const stolen = await api.call('switchAppointment', { token, body: { appointmentId: other.appointmentIds[0] } });
    expect(stolen.status).toBe(404);
  });

  it('changes the password, ends the other sessions, and refuses a weak one', async () => {
    const staff = await api.addStaff([{ role: 'auditor', division: '53' }]);
    const [here, elsewhere] = [await api.tokenOf(staff), await api.tokenOf(staff)];
    const weak = await api.call('changePassword', { token: here, body: { current: staff.password, next: 'short1' } });
    expect(weak.body['fields']).toEqual([{ path: 'next', message: expect.stringContaining('至少10个字符') as string }]);
    const next = 'A-much-better-1';
    const changed = await api.call('changePassword', { token: here, body: { current: staff.password, next } });
    expect(changed.body).toEqual({ endedSessions: 1 });
    expect((await api.call('readSession', { token: elsewhere })).status).toBe(401);
    expect((await attempt(staff.login, next)).status).toBe(201);
  });

  it('refuses a cookie that another site makes the browser send, and takes it from our own', async () => {
    const token = await api.as('auditor', '53');
    const cookie = { Cookie: `doudi_session=${token}` };
    const cross = await api.call('logOut', { headers: { ...cookie, Origin: 'https://evil.example' } });
    expect(cross.body).toMatchObject({ status: 403, code: 'crossSite' });
    const site = await api.call('logOut', { headers: { ...cookie, 'Sec-Fetch-Site': 'cross-site' } });
    expect(site.status).toBe(403);
    const own = await api.call('logOut', { headers: { ...cookie, 'Sec-Fetch-Site': 'same-origin' } });
    expect(own.status).toBe(200);
  });

  it('slows down an address that keeps failing', async () => {
    const slow = await startApi({ limits: { general: 1000, failedLogins: 3 } });
    const guess = () => slow.call('logIn', { body: { login: 'nobody', password: 'x' }, key: null });
    const statuses = [await guess(), await guess(), await guess(), await guess()].map(({ status }) => status);
    expect(statuses).toEqual([401, 401, 401, 429]);
    await slow.stop();
  });
});
