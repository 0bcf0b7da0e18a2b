import request from 'supertest';
import { startApi, type Api } from './support/api';

describe('the request log', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  it('tells operation, status and who, and holds no name, ID number, phone, token or password', async () => {
    const token = await api.as('administrator', '530581');
    const secrets = {
      name: '普某某',
      idNumber: '53052219900101001X',
      phone: '13988887777',
      password: 'My-secret-pass-1',
    };
    await api.call('listStaff', { token, query: { search: secrets.name } });
    await api.call('listStaff', { token, query: { search: secrets.idNumber } });
    await api.call('createStaff', { token, body: { login: secrets.phone, name: secrets.name, phone: secrets.phone } });
    await api.call('logIn', { body: { login: secrets.idNumber, password: secrets.password }, key: null });
    await request(api.app).get(`/api/v1/${encodeURIComponent(secrets.name)}/${secrets.phone}?id=${secrets.idNumber}`);
    const log = api.log();
    for (const secret of [...Object.values(secrets), token]) expect(log).not.toContain(secret);
    const lines = log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toContainEqual(
      expect.objectContaining({ operation: 'listStaff', status: 200, role: 'administrator' }),
    );
    expect(lines).toContainEqual(expect.objectContaining({ operation: 'logIn', status: 401, staffId: null }));
    expect(lines.every(({ requestId }) => typeof requestId === 'string')).toBe(true);
    expect(log.match(/"requestId"/g)).toHaveLength(lines.length);
  });

  it('hides such fields even when somebody logs a whole object', () => {
    api.logger.info({ person: { name: '李某', phone: '13900001111', deep: { idNumber: '53052219900101001X' } } });
    expect(api.log()).not.toMatch(/李某|13900001111|53052219900101001X/);
  });
});
