import { startApi, type Api } from './support/api';
import { addCase } from './support/case-row';

const TOWNSHIP = '530581001';
const COUNTY = '530581';

describe('the register of near relatives, after the application', () => {
  let api: Api;
  let clerk: string;
  let approver: string;
  let reviewer: { id: string; appointmentIds: readonly string[] };
  beforeAll(async () => {
    api = await startApi();
    [clerk, approver] = [await api.as('townshipClerk', TOWNSHIP), await api.as('countyApprover', COUNTY)];
    reviewer = await api.addStaff([{ role: 'countyReviewer', division: COUNTY }]);
  });
  afterAll(() => api.stop());

  const fresh = async (division = `${TOWNSHIP}000`) => {
    const { id, personId } = await addCase(api.sql, division);
    return { params: { caseId: id }, personId };
  };
  const input = (personId: string, more: object = {}) => ({ personId, post: '县民政局', relation: '兄弟', ...more });
  const search = (token: string, body: object = {}) =>
    api.call('searchRelatives', { token, key: null, body }).then(({ body: got }) => got['items'] as { id: string }[]);

  // @feature relatives @clause 三(三)
  it('locks a member of staff out from the moment of the declaration, and lets them in again when it was an error', async () => {
    const { params, personId } = await fresh();
    const token = await api.tokenOf(reviewer);
    expect((await api.call('listCaseRelatives', { token, params })).status).toBe(200);
    const made = await api.call('declareRelative', {
      token: clerk,
      params,
      body: input(personId, { staffId: reviewer.id }),
    });
    expect(made).toMatchObject({ status: 201, body: { staffId: reviewer.id, ended: null } });
    expect((await api.call('listCaseRelatives', { token, params })).body).toMatchObject({ code: 'relativeLockedOut' });
    expect((await api.call('searchCases', { token, key: null, body: { text: '测试申请人' } })).body).toMatchObject({
      items: [],
    });
    const ending = { ...params, declarationId: String(made.body['id']) };
    const ended = await api.call('endRelative', { token: approver, params: ending, body: { reason: '同名,不是亲属' } });
    expect(ended.body).toMatchObject({ ended: { reason: '同名,不是亲属' } });
    expect((await api.call('listCaseRelatives', { token, params })).status).toBe(200);
    const again = await api.call('endRelative', { token: approver, params: ending, body: { reason: '再来一次' } });
    expect(again).toMatchObject({ status: 409, body: { code: 'actionNotAllowed' } });
  });

  it('declares once for one key, and refuses the same declaration under another', async () => {
    const { params, personId } = await fresh();
    const body = input(personId, { relativeName: '某委员' });
    const send = (key: string) => api.call('declareRelative', { token: clerk, params, body, key });
    const [first, second] = [await send('same-key-1'), await send('same-key-1')];
    expect(second.body).toEqual(first.body);
    expect((await send('other-key-2')).body).toMatchObject({ code: 'alreadyExists' });
    const { rows } = await api.sql(`select 1 from relative_declaration where case_id = '${params.caseId}'`);
    expect(rows).toHaveLength(1);
  });

  it('names the field that is wrong', async () => {
    const { params, personId } = await fresh();
    const paths = async (body: object) =>
      ((await api.call('declareRelative', { token: clerk, params, body })).body['fields'] as { path: string }[]).map(
        ({ path }) => path,
      );
    const nobody = '0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1aff';
    expect(await paths(input(personId))).toEqual(['relativeName']);
    expect(await paths(input(personId, { staffId: nobody }))).toEqual(['staffId']);
    expect(await paths(input(nobody, { relativeName: '某' }))).toEqual(['personId']);
  });

  it('is not ended by who declared it, nor by who is named in it', async () => {
    const { params, personId } = await fresh();
    const both = await api.addStaff([
      { role: 'countyReviewer', division: COUNTY },
      { role: 'countyApprover', division: COUNTY },
    ]);
    const asReviewer = await api.tokenOf(both);
    const asApprover = await api.tokenOf({ id: both.id, appointmentIds: [both.appointmentIds[1]!] });
    const made = await api.call('declareRelative', {
      token: asReviewer,
      params,
      body: input(personId, { relativeName: '某干部' }),
    });
    const ending = { ...params, declarationId: String(made.body['id']) };
    const end = (token: string) => api.call('endRelative', { token, params: ending, body: { reason: '登记有误' } });
    expect((await end(asApprover)).body).toMatchObject({ code: 'conflict' });
    await api.call('declareRelative', { token: clerk, params, body: input(personId, { staffId: both.id }) });
    expect((await end(asApprover)).body).toMatchObject({ code: 'relativeLockedOut' });
    expect((await end(clerk)).status).toBe(403);
  });

  it('is read by the county, supervisors and auditors within their division, and by no administrator', async () => {
    const { params, personId } = await fresh();
    const made = await api.call('declareRelative', {
      token: clerk,
      params,
      body: input(personId, { relativeName: '独一无二' }),
    });
    const name = '独一无二';
    for (const role of ['countyReviewer', 'countyApprover', 'supervisor', 'auditor'] as const)
      expect((await search(await api.as(role, COUNTY), { name })).map(({ id }) => id)).toEqual([made.body['id']]);
    expect(await search(await api.as('auditor', '530582'), { name })).toEqual([]);
    const admin = await api.as('administrator', COUNTY);
    expect((await api.call('searchRelatives', { token: admin, key: null, body: {} })).status).toBe(403);
    const { rows } = await api.sql(
      `select details from audit_row where operation = 'searchRelatives' and persons @> array['${personId}'::uuid]`,
    );
    expect(rows.length).toBe(4);
    expect(JSON.stringify(rows)).not.toContain(name);
  });

  it('belongs to the offices of the case: another county neither sees nor declares', async () => {
    const { params, personId } = await fresh();
    const other = await api.as('countyReviewer', '530582');
    const body = input(personId, { relativeName: '某' });
    expect((await api.call('declareRelative', { token: other, params, body })).status).toBe(404);
  });
});
