import { Workbook } from 'exceljs';
import { startApi, type Api } from '../support/api';
import { addCase, declareRelative } from '../support/case-row';

const TOWNSHIP = '530581001';
const MOST = 4;

let api: Api;
let clerk: string;
let here: { id: string; personId: string }[];
beforeAll(async () => {
  api = await startApi({ exportRows: MOST });
  clerk = await api.as('townshipClerk', TOWNSHIP);
  here = [];
  for (const village of ['201', '202', '203']) here.push(await addCase(api.sql, `${TOWNSHIP}${village}`));
  await addCase(api.sql, '530581002000');
});
afterAll(() => api.stop());

const idsOf = (got: { body: Readonly<Record<string, unknown>> }): string[] =>
  (got.body['items'] as { id: string }[]).map(({ id }) => id);
const list = async (query: Record<string, string>, token = clerk) =>
  idsOf(await api.call('listCases', { token, query }));
const exported = (body: object, token = clerk) => api.call('exportCases', { token, body });
const lines = (bytes: Buffer | undefined): string[] =>
  bytes!.toString('utf8').replace('\uFEFF', '').trim().split('\r\n');

describe('the list of cases', () => {
  it('narrows to place, open matter, emergency and limit, and marks what must not be overlooked', async () => {
    const [first, second, third] = here.map(({ id }) => id) as [string, string, string];
    await api.sql(`insert into matter (id, case_id, kind, step, opened_at) values
      (gen_random_uuid(), '${first}', 'emergency', 'reported', now()), (gen_random_uuid(), '${second}', 'complaint', 'received', now())`);
    const soon = new Date(api.clock.now().getTime() + 2 * 86_400_000).toISOString();
    await api.sql(`update "case" set next_due_at = '${soon}' where id = '${third}'`);
    expect(await list({ emergency: 'true' })).toEqual([first]);
    expect((await list({ emergency: 'false' })).sort()).toEqual([second, third].sort());
    expect(await list({ matter: 'complaint' })).toEqual([second]);
    expect(await list({ division: `${TOWNSHIP}202` })).toEqual([second]);
    expect(await list({ dueWithinDays: '3' })).toEqual([third]);
    expect(await list({ dueWithinDays: '1' })).toEqual([]);
    const { body } = await api.call('listCases', { token: clerk });
    const marks = (body['items'] as { id: string; emergency: boolean; forcedVisit: boolean }[]).map(
      ({ id, emergency, forcedVisit }) => [id, emergency, forcedVisit],
    );
    expect(new Set(marks)).toEqual(
      new Set([
        [first, true, false],
        [second, false, true],
        [third, false, false],
      ]),
    );
  });

  it('shows nobody a case outside the division, by whatever filter', async () => {
    const neighbour = await api.as('townshipClerk', '530581003');
    for (const query of [{}, { emergency: 'true' }, { division: TOWNSHIP }, { matter: 'complaint' }])
      expect(await list(query, neighbour)).toEqual([]);
  });
});

/** @clause 一(四) the list of cases as a file: own division alone, masked, bounded, audited */
describe('the list as a file', () => {
  it('is CSV for spreadsheet programs, with the rows and columns asked for, of the own division alone', async () => {
    const { status, bytes, headers } = await exported({ format: 'csv', columns: ['stage', 'household'] });
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(bytes!.subarray(0, 3).toString('hex')).toBe('efbbbf');
    const [head, ...rows] = lines(bytes);
    expect(head).toBe('案件编号,申请人,家庭人数,环节,进入环节日期');
    expect(rows).toHaveLength(here.length);
    expect(new Set(rows.map((row) => row.split(',')[0]))).toEqual(new Set(here.map(({ id }) => id.slice(0, 18))));
    expect(headers['x-cut-off']).toBe('false');
  });

  it('writes what a spreadsheet would run as text, and no number that is masked on screen', async () => {
    await api.sql(`update "case" set applicant_name = '=HYPERLINK("x")' where id = '${here[0]!.id}'`);
    const text = lines((await exported({ format: 'csv' })).bytes).join('\n');
    expect(text).toContain(`'=HYPERLINK`);
    expect(text).not.toMatch(/,"?=/);
    expect(text).not.toMatch(/\d{17}[\dX]/);
    await api.sql(`update "case" set applicant_name = '测试申请人' where id = '${here[0]!.id}'`);
  });

  it('is a workbook that opens, with the same rows', async () => {
    const { bytes, headers } = await exported({ format: 'xlsx', columns: ['household'] });
    expect(headers['content-disposition']).toContain('.xlsx');
    const book = new Workbook();
    await book.xlsx.load(bytes as never);
    const sheet = book.getWorksheet('案件')!;
    expect(sheet.rowCount).toBe(1 + here.length);
    expect(sheet.getCell('B2').value).toBe('测试申请人');
  });

  it('stops at the configured number of rows and says so', async () => {
    const county = await api.as('countyReviewer', '530581');
    for (const village of ['204', '205']) await addCase(api.sql, `${TOWNSHIP}${village}`);
    const { bytes, headers } = await exported({ format: 'csv' }, county);
    const rows = lines(bytes).slice(1);
    expect(rows).toHaveLength(MOST + 1);
    expect(rows.at(-1)).toContain(`只导出了前${MOST}件`);
    expect([headers['x-rows'], headers['x-cut-off']]).toEqual([String(MOST), 'true']);
  });

  it('is audited with its filters and the number of rows, never with the words of a search', async () => {
    await exported({ format: 'csv', stage: 'investigating', text: '测试申请人' });
    const { rows } = await api.sql(
      `select details from audit_row where operation = 'exportCases' order by id desc limit 1`,
    );
    expect(rows[0]!['details']).toEqual({
      stage: 'investigating',
      format: 'csv',
      cutOff: true,
      searched: true,
      rows: MOST,
    });
    expect(JSON.stringify(rows)).not.toContain('测试申请人');
  });

  it('is nothing for another township, nor for a relative, nor for those who see single cases only', async () => {
    const neighbour = await api.as('townshipClerk', '530581003');
    expect(lines((await exported({ format: 'csv' }, neighbour)).bytes)).toHaveLength(1);
    const relative = await api.addStaff([{ role: 'townshipClerk', division: TOWNSHIP }]);
    await declareRelative(api.sql, here[1]!.id, here[1]!.personId, relative.id);
    const { bytes } = await exported({ format: 'csv', division: `${TOWNSHIP}202` }, await api.tokenOf(relative));
    expect(lines(bytes)).toHaveLength(1);
    for (const role of ['villageAssistant', 'hotlineOperator'] as const)
      expect((await exported({ format: 'csv' }, await api.as(role, TOWNSHIP))).status).toBe(403);
  });
});

describe('saved filters', () => {
  const view = { list: 'cases', name: '超期', filters: { overdue: 'true' }, columns: ['household', 'time'] };
  const save = (body: object, key?: string, token = clerk) =>
    api.call('saveView', { token, body, ...(key !== undefined && { key }) });
  const views = async (token = clerk) =>
    (await api.call('listSavedViews', { token, query: { list: 'cases' } })).body['views'] as { id: string }[];

  it('are kept once, replaced by name, and given back as they were', async () => {
    const [first, again] = [await save(view, 'one-key-for-both'), await save(view, 'one-key-for-both')];
    expect([first.status, again.body]).toEqual([201, first.body]);
    expect(await views()).toEqual([{ ...view, id: first.body['id'], updatedAt: expect.any(String) as string }]);
    await save({ ...view, filters: { overdue: 'true', stage: 'reviewing' } });
    expect(await views()).toMatchObject([{ id: first.body['id'], filters: { overdue: 'true', stage: 'reviewing' } }]);
  });

  it('are the officer’s own: nobody else sees or deletes them', async () => {
    const colleague = await api.as('townshipClerk', TOWNSHIP);
    const [mine] = await views();
    expect(await views(colleague)).toEqual([]);
    const remove = (token: string) => api.call('deleteSavedView', { token, params: { viewId: mine!.id } });
    expect((await remove(colleague)).status).toBe(404);
    expect((await save(view, undefined, await api.as('administrator', '530581'))).status).toBe(403);
    expect((await remove(clerk)).status).toBe(200);
    expect(await views()).toEqual([]);
  });

  it('hold choices and codes, never a name or an ID number', async () => {
    for (const filters of [{ text: '马芬' }, { id: '530522197505150014' }])
      expect((await save({ ...view, filters })).status).toBe(400);
  });
});
