import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { clearDraftFiles } from '../../../activities/draft-files';
import { createFileStore } from '../../../store/files';
import { startCaseApi, TOWNSHIP, type CaseApi } from '../support/case-api';
import { textOf } from '../../support/pdf-text';

let world: CaseApi;
beforeAll(async () => {
  world = await startCaseApi();
});
afterAll(() => world.close());

const photo = Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.from('paper-of-a-draft')]);
type Params = Readonly<Record<string, string>>;

const newDraft = async (content: object = {}): Promise<Params> => {
  const body = { programme: 'dibao', division: TOWNSHIP, content };
  const made = await world.api.call('createDraft', { token: world.team.clerk, body });
  return { draftId: String(made.body['id']) };
};
const upload = (params: Params, more: object = {}, bytes = photo) =>
  world.api.call('uploadDraftDocument', {
    token: world.team.clerk,
    params,
    query: { kind: 'identity', name: '身份证.jpg', member: 'm1' },
    headers: { 'Content-Type': 'application/octet-stream' },
    body: bytes,
    ...more,
  });
const list = (params: Params, token = world.team.clerk) => world.api.call('listDraftDocuments', { token, params });
const paper = (params: Params, got: { body: Params | Readonly<Record<string, unknown>> }): Params => ({
  ...params,
  documentId: String(got.body['id']),
});
const keyOf = async (documentId: string | undefined): Promise<string> => {
  const { rows } = await world.api.sql(`select storage_key from draft_document where id = '${documentId}'`);
  return String((rows[0] as { storage_key: string }).storage_key);
};
const onDisk = (key: string): boolean => existsSync(join(world.api.directory, key.slice(0, 2), key));

describe('papers of a draft', () => {
  it('are known by their content, listed with the member, given back whole, and removed with their file', async () => {
    const params = await newDraft();
    const made = await upload(params);
    expect(made).toMatchObject({ status: 201, body: { kind: 'identity', member: 'm1', mime: 'image/jpeg' } });
    expect((await list(params)).body['documents']).toEqual([made.body]);
    const one = paper(params, made);
    const content = await world.api.call('readDraftDocument', { token: world.team.clerk, params: one });
    expect(content.bytes?.equals(photo)).toBe(true);
    expect(content.headers['content-type']).toBe('image/jpeg');
    const key = await keyOf(one['documentId']);
    expect(onDisk(key)).toBe(true);
    const remove = () => world.api.call('deleteDraftDocument', { token: world.team.clerk, params: one });
    expect((await remove()).body).toEqual({ deleted: true });
    expect(onDisk(key)).toBe(false);
    expect((await remove()).status).toBe(404);
    expect((await list(params)).body['documents']).toEqual([]);
  });

  it('sent twice are one; other content under the same key is refused', async () => {
    const params = await newDraft();
    const key = randomUUID();
    const [first, second] = [await upload(params, { key }), await upload(params, { key })];
    expect(second.body).toEqual(first.body);
    expect((await list(params)).body['documents']).toHaveLength(1);
    const other = await upload(params, { key }, Buffer.concat([photo, Buffer.from('!')]));
    expect(other.body).toMatchObject({ code: 'idempotencyKeyReused' });
  });

  it.each([
    ['a web page', Buffer.from('<html>'), 415],
    ['nothing', Buffer.alloc(0), 400],
    ['more than 20 MB', Buffer.concat([photo, Buffer.alloc(20 * 1024 * 1024)]), 413],
  ])('%s is refused and leaves nothing', async (_what, bytes, status) => {
    const params = await newDraft();
    expect((await upload(params, {}, bytes)).status).toBe(status);
    expect((await list(params)).body['documents']).toEqual([]);
  });

  it('of an unknown kind are refused at the field', async () => {
    const got = await upload(await newDraft(), { query: { kind: 'poem', name: 'x.jpg' } });
    expect(got).toMatchObject({ status: 400, body: { fields: [{ path: 'kind' }] } });
  });

  it('are their writer’s alone: not the colleague’s, not another office’s, not another role’s', async () => {
    const params = await newDraft();
    const one = paper(params, await upload(params));
    const other = await world.api.as('townshipClerk', '530581002');
    for (const token of [world.team.colleague, other]) {
      expect((await upload(params, { token })).status).toBe(404);
      expect((await list(params, token)).status).toBe(404);
      for (const operation of ['readDraftDocument', 'deleteDraftDocument'] as const)
        expect((await world.api.call(operation, { token, params: one })).status).toBe(404);
      expect((await world.api.call('printDraft', { token, params })).status).toBe(404);
    }
    const token = world.team.reviewer;
    expect((await upload(params, { token })).status).toBe(403);
    expect((await list(params, token)).status).toBe(403);
    for (const operation of ['readDraftDocument', 'deleteDraftDocument', 'printDraft'] as const)
      expect((await world.api.call(operation, { token, params: one })).status).toBe(403);
    expect((await list(params)).body['documents']).toHaveLength(1);
  });

  it('become those of the case with the application, each with its person; then the draft takes no more', async () => {
    const params = await newDraft({ ...world.application() });
    const [own, wifes, all] = [
      await upload(params),
      await upload(params, { query: { kind: 'authorisation', name: '签字.png', member: 'm2' } }),
      await upload(params, { query: { kind: 'residence', name: '居住证.jpg' } }),
    ];
    const key = randomUUID();
    const submit = () => world.api.call('submitDraft', { token: world.team.clerk, params, key });
    const filed = await submit();
    expect(filed.status).toBe(201);
    expect((await submit()).body['id']).toBe(filed.body['id']);
    const caseId = String(filed.body['id']);
    const members = (await world.read(caseId)).members;
    const person = (index: number) => members[index]?.personId;
    const listed = await world.api.call('listDocuments', { token: world.team.clerk, params: { caseId } });
    const documents = listed.body['documents'] as { id: string; kind: string; personId: string | null }[];
    expect(new Map(documents.map(({ id, kind, personId }) => [id, [kind, personId]]))).toEqual(
      new Map([
        [own.body['id'], ['identity', person(0)]],
        [wifes.body['id'], ['authorisation', person(1)]],
        [all.body['id'], ['residence', null]],
      ]),
    );
    const content = await world.api.call('readDocument', {
      token: world.team.clerk,
      params: { caseId, documentId: String(own.body['id']) },
    });
    expect(content.bytes?.equals(photo)).toBe(true);
    expect((await upload(params)).body).toMatchObject({ status: 409, code: 'conflict', caseId });
    expect((await list(params)).body['documents']).toEqual([]);
  });

  it('stay with the draft when the application is refused', async () => {
    const params = await newDraft({ ...world.application(), address: '' });
    await upload(params);
    const refused = await world.api.call('submitDraft', { token: world.team.clerk, params });
    expect(refused.status).toBe(400);
    expect((await list(params)).body['documents']).toHaveLength(1);
  });

  it('go with the draft when it is deleted, and when it is removed for its age', async () => {
    const [deleted, aged] = [await newDraft(), await newDraft()];
    const keys = [
      await keyOf(paper(deleted, await upload(deleted))['documentId']),
      await keyOf(paper(aged, await upload(aged))['documentId']),
    ];
    await world.api.call('deleteDraft', { token: world.team.clerk, params: deleted });
    expect(keys.map(onDisk)).toEqual([false, true]);
    await world.workerStore.prisma.draft.deleteMany({ where: { id: aged['draftId']! } });
    const deps = {
      store: world.workerStore,
      files: createFileStore({ directory: world.api.directory, cipher: world.workerStore.cipher }),
    };
    expect([await clearDraftFiles(deps), await clearDraftFiles(deps)]).toEqual([1, 0]);
    expect(keys.map(onDisk)).toEqual([false, false]);
  });
});

describe('the filled-in form of a draft', () => {
  it('is printed before submission with masked numbers and a line for every adult', async () => {
    const { promise: _promise, ...unpromised } = world.application();
    const params = await newDraft(unpromised);
    const printed = await world.api.call('printDraft', { token: world.team.clerk, params });
    expect(printed).toMatchObject({ status: 200, headers: { 'content-type': 'application/pdf' } });
    const text = textOf(printed.bytes!);
    for (const { name, idNumber } of unpromised.members) {
      expect(text).toContain(name);
      expect(text).not.toContain(idNumber);
    }
    expect(text).toContain('尚未提交');
    expect(text).toContain('成年家庭成员逐人签字');
  });

  it('is refused while something is missing, and says what', async () => {
    const params = await newDraft({ members: [] });
    const refused = await world.api.call('printDraft', { token: world.team.clerk, params });
    expect(refused.status).toBe(400);
    const paths = (refused.body['fields'] as { path: string }[]).map(({ path }) => path);
    expect(paths).toContain('content.address');
    expect(paths).not.toContain('content.promise');
  });
});
