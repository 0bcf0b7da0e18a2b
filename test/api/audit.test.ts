import { randomUUID } from 'node:crypto';
import { sealAudit } from '../../store/audit-sealer';
import { createStore } from '../../store/client';
import { createPeople } from '../support/people';
import { testKeyRing } from '../support/key-ring';
import { startApi, type Api } from './support/api';
import { addCase } from './support/case-row';

const COUNTY = '530581';

describe('looking something up in the audit log', () => {
  let api: Api;
  let auditor: string;
  beforeAll(async () => {
    api = await startApi();
    auditor = await api.as('auditor', COUNTY);
  });
  afterAll(() => api.stop());

  interface Found {
    readonly id: string;
    readonly operation: string;
    readonly division: string;
    readonly sealed: boolean;
    readonly staffName: string;
    readonly caseNumber: string | null;
  }
  const search = async (body: object, token = auditor) => {
    const got = await api.call('searchAudit', { token, key: null, body });
    expect(got.status).toBe(200);
    return got.body as unknown as { items: Found[]; next: string | null };
  };
  const record = (division: string, operation: string, more: { persons?: string[]; caseId?: string } = {}) =>
    api.sql(`insert into audit_row (at, request_id, actor_id, role, division, operation, case_id, persons, outcome, details)
      values ('${api.clock.now().toISOString()}', 'r', null, 'townshipClerk', '${division}', '${operation}',
        ${more.caseId ? `'${more.caseId}'` : 'null'}, '{${(more.persons ?? []).join(',')}}', 200, '{}')`);

  it('finds by operation, day and case, within the own division alone', async () => {
    const { id: caseId } = await addCase(api.sql, `${COUNTY}001000`);
    await record(`${COUNTY}001`, 'readCase', { caseId });
    await record('530582', 'readCase');
    const all = await search({ operation: 'readCase' });
    expect(all.items.map(({ division }) => division)).toEqual([`${COUNTY}001`]);
    const caseNumber = all.items[0]?.caseNumber ?? '';
    expect((await search({ caseNumber })).items).toHaveLength(1);
    expect((await search({ operation: 'readCase', to: '2020-01-01' })).items).toEqual([]);
    expect((await search({ operation: 'readCase', outcome: 'refused' })).items).toEqual([]);
  });

  it('finds by a person’s ID number, which no row and no address holds', async () => {
    const { personId } = await addCase(api.sql, `${COUNTY}001000`);
    const { idNumber } = createPeople(7).next({ birthDate: '1980-01-01', sex: 'female' });
    const index = api.store.cipher.blindIndex(idNumber).toString('hex');
    await api.sql(`update person set id_index = '\\x${index}' where id = '${personId}'`);
    await record(`${COUNTY}001`, 'readIdentity', { persons: [personId] });
    await record('530582', 'readIdentity', { persons: [personId] });
    const found = await search({ idNumber });
    expect(found.items.filter(({ operation }) => operation === 'readIdentity')).toHaveLength(1);
    const { rows } = await api.sql("select * from audit_row where operation = 'searchAudit'");
    expect(JSON.stringify(rows)).toContain(personId);
    expect(JSON.stringify(rows)).not.toContain(idNumber);
    const wrong = await api.call('searchAudit', { token: auditor, key: null, body: { idNumber: '530522' } });
    expect(wrong.body).toMatchObject({ code: 'invalidInput', fields: [{ path: 'idNumber' }] });
  });

  it('leaves a row for each look, naming who looked for what', async () => {
    const admin = await api.addStaff([{ role: 'administrator', division: COUNTY }]);
    await search({ operation: 'readMoney' }, await api.tokenOf(admin));
    const { rows } = await api.sql(
      `select details from audit_row where operation = 'searchAudit' and actor_id = '${admin.id}'`,
    );
    expect(rows).toEqual([{ details: { operation: 'readMoney', found: 0 } }]);
  });

  it('finds a log-in with its person and office', async () => {
    const person = await api.addStaff([{ role: 'countyReviewer', division: COUNTY }]);
    await api.call('logIn', { body: { login: person.login, password: person.password }, key: null });
    const { items } = await search({ staff: person.login });
    expect(items).toMatchObject([{ operation: 'logIn', division: COUNTY }]);
  });

  it('goes through all rows page by page, each once', async () => {
    for (let count = 0; count < 60; count += 1) await record(`${COUNTY}001`, 'paged');
    const first = await search({ operation: 'paged' });
    const second = await search({ operation: 'paged', cursor: first.next });
    expect(second.next).toBeNull();
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(60);
  });

  it('is for auditors and administrators', async () => {
    for (const role of ['townshipClerk', 'countyApprover', 'supervisor'] as const) {
      const token = await api.as(role, role === 'townshipClerk' ? `${COUNTY}001` : COUNTY);
      expect((await api.call('searchAudit', { token, key: null, body: {} })).status).toBe(403);
      expect((await api.call('verifyDay', { token, key: null, body: { day: '2026-06-15' } })).status).toBe(403);
    }
  });

  it('tells how far rows are sealed and checks the chain of a day, also after somebody changed a row', async () => {
    await record('530582', `sealed-${randomUUID()}`);
    const worker = createStore({ url: api.workerUrl, keyRing: testKeyRing() });
    await sealAudit(worker.pool, testKeyRing());
    await worker.close();
    const { body: seals } = await api.call('readSeals', { token: auditor });
    const [{ day, sealed }] = seals['days'] as [{ day: string; sealed: number }];
    const verify = () => api.call('verifyDay', { token: auditor, key: null, body: { day } });
    expect((await verify()).body).toEqual({ day, sound: sealed, findings: [] });
    expect((await search({ operation: 'paged' })).items.every((row) => row.sealed)).toBe(true);
    await api.sql(`set session_replication_role = 'replica';
      update audit_row set operation = 'harmless' where id = (select min(id) from audit_row)`);
    const { body } = await verify();
    expect(body['sound']).toBe(sealed - 1);
    expect(JSON.stringify(body['findings'])).toContain('被改动');
  });
});
