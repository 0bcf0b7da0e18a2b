import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApi, type Api } from './support/api';
import { addCase, declareRelative } from './support/case-row';

const photo = Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.from('seen-only-by-the-office')]);

describe('documents of a case', () => {
  let api: Api;
  let clerk: string;
  let caseId: string;
  let personId: string;
  beforeAll(async () => {
    api = await startApi();
    clerk = await api.as('townshipClerk', '530581001');
    ({ id: caseId, personId } = await addCase(api.sql, '530581001001'));
  });
  afterAll(() => api.stop());

  const upload = (bytes: Buffer, more: { token?: string; key?: string; query?: Record<string, string> } = {}) =>
    api.call('uploadDocument', {
      token: clerk,
      params: { caseId },
      query: { kind: 'visitPhoto', name: '堂屋.jpg' },
      headers: { 'Content-Type': 'application/octet-stream' },
      body: bytes,
      ...more,
    });
  const filesOnDisk = () =>
    readdirSync(api.directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

  it('a photo is known by its content, kept encrypted, listed, and given back whole', async () => {
    const { status, body } = await upload(photo);
    expect(status).toBe(201);
    expect(body).toMatchObject({ mime: 'image/jpeg', size: photo.length, kindLabel: '入户照片', name: '堂屋.jpg' });
    for (const entry of filesOnDisk()) {
      expect(readFileSync(join(entry.parentPath, entry.name)).includes('seen-only-by-the-office')).toBe(false);
    }
    const listed = await api.call('listDocuments', { token: clerk, params: { caseId } });
    expect((listed.body['documents'] as { id: string }[]).map(({ id }) => id)).toContain(body['id']);
    const params = { caseId, documentId: String(body['id']) };
    const content = await api.call('readDocument', { token: clerk, params });
    expect(content.bytes?.equals(photo)).toBe(true);
    expect(content.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(content.headers['content-disposition']).toContain("filename*=UTF-8''%E5%A0%82%E5%B1%8B.jpg");
  });

  it('each look at the content leaves an audit row', async () => {
    const { body } = await upload(photo, { query: { kind: 'medical', name: '病历.jpg', personId } });
    await api.call('readDocument', { token: clerk, params: { caseId, documentId: String(body['id']) } });
    const { rows } = await api.sql(
      `select operation, case_id, persons from audit_row where details->>'documentId' = '${String(body['id'])}' order by id`,
    );
    expect(rows).toEqual([
      { operation: 'uploadDocument', case_id: caseId, persons: [personId] },
      { operation: 'readDocument', case_id: caseId, persons: [personId] },
    ]);
  });

  it('sent twice it is one document and one file; other content under the same key is refused', async () => {
    const before = filesOnDisk().length;
    const key = randomUUID();
    const [first, second] = [await upload(photo, { key }), await upload(photo, { key })];
    expect(second.body).toEqual(first.body);
    expect(filesOnDisk()).toHaveLength(before + 1);
    const other = await upload(Buffer.concat([photo, Buffer.from('!')]), { key });
    expect(other.body).toMatchObject({ code: 'idempotencyKeyReused' });
  });

  it.each([
    ['a web page', Buffer.from('<html>'), 415],
    ['nothing', Buffer.alloc(0), 400],
    ['more than 20 MB', Buffer.concat([photo, Buffer.alloc(20 * 1024 * 1024)]), 413],
  ])('%s is refused and leaves nothing behind', async (_what, bytes, status) => {
    const before = filesOnDisk().length;
    expect((await upload(bytes)).status).toBe(status);
    expect(filesOnDisk()).toHaveLength(before);
  });

  it('a case of another township is not found, and a person who is no member neither', async () => {
    const other = await api.as('townshipClerk', '530581002');
    expect((await upload(photo, { token: other })).status).toBe(404);
    expect((await api.call('listDocuments', { token: other, params: { caseId } })).status).toBe(404);
    expect((await upload(photo, { query: { kind: 'medical', name: 'x.jpg', personId: randomUUID() } })).status).toBe(
      404,
    );
  });

  it('a declared relative is locked out, to read as well as to write', async () => {
    const relative = await api.addStaff([{ role: 'townshipClerk', division: '530581001' }]);
    const token = await api.tokenOf(relative);
    await declareRelative(api.sql, caseId, personId, relative.id);
    expect((await upload(photo, { token })).status).toBe(403);
    expect((await api.call('listDocuments', { token, params: { caseId } })).status).toBe(403);
  });
});
