import request from 'supertest';
import { Problem } from '../../api/http/problem';
import { startApi, type Api } from './support/api';

describe('every error is a problem that says what to do', () => {
  let api: Api;
  let token: string;
  beforeAll(async () => {
    api = await startApi();
    token = await api.as('administrator', '530581');
  });
  afterAll(() => api.stop());

  const post = (path: string) =>
    request(api.app).post(path).set('Authorization', `Bearer ${token}`).set('Idempotency-Key', 'a-key-of-this-test');

  const problemOf = (response: request.Response) => {
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(response.headers['x-request-id']).toBeTruthy();
    const problem = Problem.parse(JSON.parse(response.text));
    expect(problem.instance).toBe(`urn:uuid:${response.headers['x-request-id']}`);
    expect(problem.detail).toMatch(/[\u4e00-\u9fff]/);
    return problem;
  };

  it('malformed JSON', async () => {
    expect(problemOf(await post('/api/v1/staff').type('json').send('{"login":'))).toMatchObject({
      status: 400,
      code: 'malformedJson',
    });
  });
  it('a body that is too large', async () => {
    const huge = { login: 'x'.repeat(1_100_000) };
    expect(problemOf(await post('/api/v1/staff').send(huge))).toMatchObject({ status: 413, code: 'tooLarge' });
  });
  it('an unsupported media type', async () => {
    expect(problemOf(await post('/api/v1/staff').type('text/plain').send('login=1'))).toMatchObject({ status: 415 });
  });
  it('an unknown address', async () => {
    expect(problemOf(await request(api.app).get('/api/v1/nowhere'))).toMatchObject({ status: 404, code: 'notFound' });
  });
  it('an address that cannot be decoded', async () => {
    expect(problemOf(await request(api.app).get('/api/v1/staff/%E0%A4%A/sessions'))).toMatchObject({
      status: 400,
      code: 'malformedAddress',
    });
  });
  it('an unknown method of a known address, with those it has', async () => {
    const response = await request(api.app).delete('/api/v1/staff');
    expect(problemOf(response)).toMatchObject({ status: 405, code: 'methodNotAllowed' });
    expect(response.headers['allow']).toBe('GET, POST');
  });
  it('an id of the wrong kind, by its name', async () => {
    const response = await request(api.app).get('/api/v1/staff/42/sessions').set('Authorization', `Bearer ${token}`);
    expect(problemOf(response)).toMatchObject({
      status: 400,
      fields: [{ path: 'staffId', message: expect.stringContaining('UUID') as string }],
    });
  });
  it('a query parameter nobody knows', async () => {
    for (const address of ['/api/v1/session?x=1', '/api/v1/staff?x=1']) {
      const response = await request(api.app).get(address).set('Authorization', `Bearer ${token}`);
      expect(problemOf(response)).toMatchObject({
        status: 400,
        fields: [{ path: 'x', message: expect.stringContaining('不认识的查询参数') as string }],
      });
    }
  });
  it('no log-in, and a token that is none', async () => {
    expect(problemOf(await request(api.app).get('/api/v1/session'))).toMatchObject({
      status: 401,
      code: 'unauthenticated',
    });
    const wrong = await request(api.app).get('/api/v1/session').set('Authorization', 'Bearer nonsense');
    expect(problemOf(wrong)).toMatchObject({ status: 401 });
    expect(wrong.headers['www-authenticate']).toBe('Bearer');
  });
  it('too many requests', async () => {
    const few = await startApi({ limits: { general: 2, failedLogins: 30 } });
    const get = () => request(few.app).get('/api/v1/nowhere');
    await get();
    await get();
    const response = await get();
    expect(problemOf(response)).toMatchObject({ status: 429, code: 'tooManyRequests' });
    expect(response.headers['retry-after']).toBeTruthy();
    await few.stop();
  });
  it('the database away', async () => {
    const broken = await startApi();
    const theirs = await broken.as('auditor', '53');
    await broken.breakDatabase();
    const response = await request(broken.app).get('/api/v1/session').set('Authorization', `Bearer ${theirs}`);
    expect(problemOf(response)).toMatchObject({ status: 503, code: 'databaseUnavailable' });
    expect(response.headers['retry-after']).toBe('5');
    await broken.stop();
  });
});
