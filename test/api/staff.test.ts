import { startApi, type Api } from './support/api';

describe('administration of staff', () => {
  let api: Api;
  let county: string;
  beforeAll(async () => {
    api = await startApi();
    county = await api.as('administrator', '530581');
  });
  afterAll(() => api.stop());

  const clerk = (login: string, more: object = {}) => ({
    login,
    name: '测试经办',
    role: 'townshipClerk',
    division: '530581001',
    validFrom: '2022-01-01',
    ...more,
  });

  it('creates a person who can log in with the one-time password and work in the office named', async () => {
    const made = await api.call('createStaff', { token: county, body: clerk('clerk.new') });
    const { password, id } = made.body as { password: string; id: string };
    const entered = await api.call('logIn', { body: { login: 'clerk.new', password }, key: null });
    expect(entered.body).toMatchObject({ staffId: id, current: { role: 'townshipClerk', division: '530581001' } });
  });

  it('refuses a login in use, an unknown place, and a role at the wrong level', async () => {
    await api.call('createStaff', { token: county, body: clerk('clerk.same') });
    expect((await api.call('createStaff', { token: county, body: clerk('clerk.same') })).status).toBe(409);
    expect(
      (await api.call('createStaff', { token: county, body: clerk('clerk.place', { division: '530581999' }) })).status,
    ).toBe(400);
    const level = await api.call('createStaff', {
      token: county,
      body: clerk('clerk.level', { role: 'countyApprover' }),
    });
    expect(level.body['detail']).toContain('县级');
  });

  it('reaches only staff whose every appointment lies in the own division, and never oneself', async () => {
    const abroad = await api.addStaff([{ role: 'townshipClerk', division: '530381001' }]);
    expect((await api.call('resetPassword', { token: county, params: { staffId: abroad.id } })).status).toBe(404);
    const half = await api.addStaff([
      { role: 'supervisor', division: '530581' },
      { role: 'supervisor', division: '53' },
    ]);
    expect((await api.call('resetPassword', { token: county, params: { staffId: half.id } })).status).toBe(403);
    const admin = await api.addStaff([{ role: 'administrator', division: '530581' }]);
    const own = await api.call('grantAppointment', {
      token: await api.tokenOf(admin),
      params: { staffId: admin.id },
      body: { role: 'countyApprover', division: '530581', validFrom: '2022-01-01' },
    });
    expect(own.status).toBe(403);
  });

  it('never puts administration and a case role into one hand', async () => {
    const admin = await api.addStaff([{ role: 'administrator', division: '530581' }]);
    const approver = await api.addStaff([{ role: 'countyApprover', division: '530581' }]);
    const grant = (staffId: string, role: string) =>
      api.call('grantAppointment', {
        token: county,
        params: { staffId },
        body: { role, division: '530581', validFrom: '2022-01-01' },
      });
    expect((await grant(admin.id, 'countyApprover')).status).toBe(409);
    expect((await grant(approver.id, 'administrator')).status).toBe(409);
    expect((await grant(approver.id, 'countyReviewer')).status).toBe(201);
  });

  it('stops an account at once, and ends an appointment with its last day', async () => {
    const person = await api.addStaff([{ role: 'countyReviewer', division: '530581' }]);
    const token = await api.tokenOf(person);
    const stopped = await api.call('setStaffActive', {
      token: county,
      params: { staffId: person.id },
      body: { active: false },
    });
    expect(stopped.body).toEqual({ active: false, endedSessions: 1 });
    expect((await api.call('readSession', { token })).status).toBe(401);
    const params = { staffId: person.id, appointmentId: person.appointmentIds[0]! };
    const ended = await api.call('endAppointment', { token: county, params, body: { lastDay: '2023-01-31' } });
    expect(ended.body).toMatchObject({ validTo: '2023-01-31' });
    expect((await api.call('endAppointment', { token: county, params, body: { lastDay: '2024-01-31' } })).status).toBe(
      404,
    );
  });

  it('shows a person’s sessions and ends one of them', async () => {
    const person = await api.addStaff([{ role: 'countyReviewer', division: '530581' }]);
    const [first, second] = [await api.tokenOf(person), await api.tokenOf(person)];
    const { body } = await api.call('listStaffSessions', { token: county, params: { staffId: person.id } });
    const sessions = body['sessions'] as { id: string }[];
    expect(sessions).toHaveLength(2);
    await api.call('revokeStaffSession', { token: county, params: { staffId: person.id, sessionId: sessions[0]!.id } });
    const alive = await Promise.all([first, second].map((token) => api.call('readSession', { token })));
    expect(alive.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('pages through the list by login, within the division', async () => {
    const logins: string[] = [];
    let after: string | null = null;
    do {
      const page = await api.call('listStaff', { token: county, query: { limit: '2', ...(after ? { after } : {}) } });
      const { staff, next } = page.body as {
        staff: { login: string; appointments: { division: string }[] }[];
        next: string | null;
      };
      for (const { appointments } of staff)
        for (const { division } of appointments) expect(division).toMatch(/^530581/);
      logins.push(...staff.map(({ login }) => login));
      after = next;
    } while (after);
    expect(logins).toEqual([...new Set(logins)].sort());
    expect(logins.length).toBeGreaterThan(4);
  });

  it('leaves an audit row for each change, naming who, what and whom, and no name', async () => {
    const { body } = await api.call('createStaff', {
      token: county,
      body: clerk('clerk.audited', { name: '审计测试' }),
    });
    const { rows } = await api.sql(
      `select operation, role, division, outcome, details from audit_row where details->>'staffId' = '${String(body['id'])}'`,
    );
    expect(rows).toEqual([
      expect.objectContaining({ operation: 'createStaff', role: 'administrator', division: '530581', outcome: 201 }),
    ]);
    expect(JSON.stringify(rows)).not.toContain('审计测试');
  });
});
