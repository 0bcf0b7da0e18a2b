import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { importWaiting } from '../../activities/import/queue';
import { createStore, type Store } from '../../store/client';
import { createFileStore, type FileStore } from '../../store/files';
import { createRulebook } from '../../store/rulebook';
import { startApi, type Api } from '../api/support/api';
import { testKeyRing } from '../support/key-ring';

const bytes = readFileSync(join(__dirname, 'tengchong-2022-04.csv'));

describe('importing through the API', () => {
  let api: Api;
  let worker: Store;
  let files: FileStore;
  let approver: string;
  beforeAll(async () => {
    api = await startApi();
    worker = createStore({ url: api.workerUrl, keyRing: testKeyRing() });
    files = createFileStore({ directory: api.directory, cipher: worker.cipher });
    approver = await api.as('countyApprover', '530581');
  });
  afterAll(async () => {
    await worker.close();
    await api.stop();
  });

  const post = (body: Buffer, query: Record<string, string> = {}) =>
    api.call('startImport', {
      token: approver,
      query: { division: '530581', name: '2022年4月.csv', on: '2022-04-15', ...query },
      headers: { 'Content-Type': 'text/csv' },
      body,
    });
  const read = (importId: string, token = approver) => api.call('readImport', { token, params: { importId } });
  const work = () =>
    importWaiting({
      store: worker,
      rulebook: createRulebook(),
      now: () => api.clock.now().getTime(),
      files,
      logger: pino({ level: 'silent' }),
    });
  const storedFiles = async (): Promise<number> => {
    let count = 0;
    for await (const _key of files.keys()) count += 1;
    return count;
  };

  it('answers at once, and the worker does it with progress and findings by line', async () => {
    const { status, body } = await post(bytes);
    expect(status).toBe(202);
    const id = String(body['id']);
    expect((await read(id)).body).toMatchObject({ state: 'running', done: 0, onDate: '2022-04-15', findings: [] });
    await work();
    const { body: done } = await read(id);
    expect(done).toMatchObject({ state: 'done', total: 13, done: 13, kept: 12, failed: 1 });
    expect((done['findings'] as { line: number }[]).map(({ line }) => line)).toEqual([21, 23, 29]);
    expect(await storedFiles()).toBe(0);
  });

  it('the office sees the cases, another office neither them nor the report', async () => {
    const { body } = await post(bytes);
    await work();
    const report = await read(String(body['id']));
    expect(report.body).toMatchObject({ kept: 0, unchanged: 12 });
    const listed = await api.call('listCases', { token: approver, query: { stage: 'benefiting' } });
    const items = listed.body['items'] as { id: string }[];
    expect(items).toHaveLength(12);
    for (const name of ['readCase', 'readTimeline', 'readEntitlements', 'readFacts', 'listAssessments'] as const) {
      expect([name, (await api.call(name, { token: approver, params: { caseId: items[0]!.id } })).status]).toEqual([
        name,
        200,
      ]);
    }
    const elsewhere = await api.as('countyApprover', '530381');
    expect((await read(String(body['id']), elsewhere)).status).toBe(404);
    const theirs = await api.call('listCases', { token: elsewhere, query: { stage: 'benefiting' } });
    expect(theirs.body['items']).toEqual([]);
  });

  it('shows who is in 特困供养 by the standard of 特困, and asks for the programme in filters alone', async () => {
    const { body } = await post(
      Buffer.from(
        [
          '户编号,救助类型,行政区划代码,城乡,姓名,身份证号,与申请人关系',
          'TK1,特困,530581001002,农村,段守田,539900194503010016,本人',
        ].join('\n'),
      ),
      { name: '特困.csv' },
    );
    await work();
    expect((await read(String(body['id']))).body).toMatchObject({ kept: 1, findings: [] });
    const listed = await api.call('listCases', { token: approver, query: { programme: 'tekun' } });
    const [one] = listed.body['items'] as { id: string; monthly: string }[];
    expect(listed.body['items']).toMatchObject([{ programme: 'tekun', stage: { label: '供养中' }, monthly: '858.00' }]);
    const of = { token: approver, params: { caseId: one!.id } };
    const tried = await api.call('previewCaseAssessment', { ...of, body: { on: '2022-07-01' } });
    expect(tried.body).toMatchObject({ monthly: '910.00', basis: { ground: 'tekun' } });
    expect((await api.call('listAssessments', of)).body['assessments']).toMatchObject([
      { monthly: '858.00', decision: { kind: 'imported', label: '导入' } },
    ]);
    const clerk = await api.as('townshipClerk', '530581001');
    const draft = { programme: 'tekun', division: '530581001', content: { members: [] } };
    expect((await api.call('createDraft', { token: clerk, body: draft })).body).toMatchObject({
      fields: [{ path: 'programme', message: '救助类型只能是:dibao' }],
    });
    expect((await api.call('listCases', { token: approver, query: { program: 'tekun' } })).body).toMatchObject({
      fields: [{ path: 'program', message: '有不认识的查询参数:program;请检查拼写' }],
    });
  });

  it('a file that is no list of households ends with one sentence and leaves nothing', async () => {
    const { body } = await post(Buffer.from('姓名,年龄\n某人,40\n'));
    await work();
    const { body: done } = await read(String(body['id']));
    expect(done).toMatchObject({ state: 'done', total: 0, kept: 0 });
    expect(done['findings']).toEqual([
      { line: 1, field: '', level: 'error', message: expect.stringContaining('表头缺少列:户编号') as string },
    ]);
  });

  it('refuses a day to come, and another division than the office’s own', async () => {
    expect((await post(bytes, { on: '2026-06-16' })).body).toMatchObject({ code: 'invalidInput' });
    expect((await post(bytes, { division: '530381' })).status).toBe(403);
    expect(await storedFiles()).toBe(0);
  });

  it('taken up again after it was cut off, it reports the same', async () => {
    const renumbered = Buffer.from(
      bytes.toString('utf8').replaceAll('TC00', 'TD00').replaceAll(',5399001', ',5399011'),
    );
    const { body } = await post(renumbered);
    await work();
    const before = (await read(String(body['id']))).body;
    const { storageKey } = await files.put(renumbered, 'text/csv');
    await worker.prisma.importJob.update({ where: { id: String(body['id']) }, data: { finishedAt: null, storageKey } });
    await work();
    expect({ ...(await read(String(body['id']))).body, finishedAt: '' }).toEqual({ ...before, finishedAt: '' });
  });
});
