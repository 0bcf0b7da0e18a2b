import { initialState } from '../../domain/lifecycle/state';
import { createPayloadCodec } from '../../store/engine/payload-codec';
import { testKeyRing } from '../support/key-ring';
import request from 'supertest';
import { startApi, type Api } from './support/api';

const UI = 'http://127.0.0.1:8233';
const DECODE = '/api/v1/admin/codec/decode';
const state = initialState('7a1de5a2-2d0a-4f4e-8b7b-0f0b6c1d2e3f', 'dibao', '530581001001', 'engine');
const base64 = (value: Uint8Array | string): string => Buffer.from(value).toString('base64');

let api: Api;
let admin: string;
let sealed: { metadata: Record<string, string>; data: string };
beforeAll(async () => {
  api = await startApi({ temporalUiUrl: `${UI}/`, limits: { general: 10_000, failedLogins: 1000 } });
  admin = await api.as('administrator', '53');
  const plain = { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from(JSON.stringify(state)) };
  const [payload] = await createPayloadCodec(testKeyRing().payloads).encode([plain]);
  const metadata = Object.entries(payload!.metadata!).map(([name, value]) => [name, base64(value)]);
  sealed = { metadata: Object.fromEntries(metadata) as Record<string, string>, data: base64(payload!.data!) };
});
afterAll(() => api.stop());

/** As the page of the Temporal Web UI asks: from its own origin, with our cookie. */
const ask = (origin: string, token = admin, body: object = { payloads: [sealed] }) =>
  request(api.app)
    .post(`${DECODE}?preserveStorageRefs=true`)
    .set({ Origin: origin, 'Sec-Fetch-Site': 'same-site', 'X-Namespace': 'default', Cookie: `doudi_session=${token}` })
    .send(body);

describe('the codec of the Temporal Web UI', () => {
  it('opens for an administrator what the engine stores, and leaves a trace', async () => {
    const plain = { metadata: { encoding: base64('json/plain') }, data: base64('1') };
    const { status, body, headers } = await ask(UI, admin, { payloads: [sealed, plain] });
    expect(status).toBe(200);
    const { payloads } = body as { payloads: (typeof sealed)[] };
    expect(JSON.parse(Buffer.from(payloads[0]!.data, 'base64').toString())).toEqual(state);
    expect(payloads[1]).toEqual(plain);
    expect(headers).toMatchObject({
      'access-control-allow-origin': UI,
      'access-control-allow-credentials': 'true',
      vary: expect.stringContaining('Origin') as string,
    });
    const { rows } = await api.sql(
      `select outcome, details from audit_row where operation = 'decodePayloads' and actor_id is not null`,
    );
    expect(rows).toContainEqual({ outcome: 200, details: { payloads: 2 } });
  });

  it('answers the question that a browser asks first to that origin alone', async () => {
    const before = (origin: string) =>
      request(api.app).options(DECODE).set({
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'x-namespace',
      });
    const { status, headers } = await before(UI);
    expect([status, headers['access-control-allow-headers']]).toEqual([204, expect.stringContaining('x-namespace')]);
    for (const origin of ['http://127.0.0.1:8234', 'https://127.0.0.1:8233', `${UI}.example.com`, 'null']) {
      const refused = await before(origin);
      expect([origin, refused.headers['access-control-allow-origin'], refused.status]).toEqual([
        origin,
        undefined,
        405,
      ]);
      const got = await ask(origin);
      expect([origin, got.status, got.headers['access-control-allow-origin']]).toEqual([origin, 403, undefined]);
    }
  });

  it('lets that origin do nothing else', async () => {
    const { status, headers, body } = await request(api.app)
      .delete('/api/v1/session')
      .set({ Origin: UI, 'Sec-Fetch-Site': 'same-site', Cookie: `doudi_session=${admin}` });
    expect([status, (body as { code: string }).code]).toEqual([403, 'crossSite']);
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('is closed to everybody who is no administrator, and says so to the page', async () => {
    const clerk = await ask(UI, await api.as('townshipClerk', '530581001'));
    expect([clerk.status, clerk.headers['access-control-allow-origin']]).toEqual([403, UI]);
    expect((await ask(UI, 'nobody')).status).toBe(401);
  });

  it('takes nothing into the engine, and says what cannot be opened', async () => {
    const encode = await api.call('encodePayloads', { token: admin, body: { payloads: [sealed] } });
    expect(encode.body).toMatchObject({ status: 403, code: 'codecReadsOnly' });
    const damaged = { ...sealed, data: base64(Buffer.from(sealed.data, 'base64').reverse()) };
    expect((await ask(UI, admin, { payloads: [damaged] })).body).toMatchObject({ code: 'payloadUnreadable' });
  });
});
