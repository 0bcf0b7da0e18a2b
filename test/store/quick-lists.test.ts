import { randomUUID } from 'node:crypto';
import { fileCase } from './support/rows';
import { openStores, type OpenedStores } from './support/store';

let stores: OpenedStores;
let caseId: string;
const matterId = randomUUID();

beforeAll(async () => {
  stores = await openStores();
  const filed = await stores.worker.prisma.$transaction((tx) => fileCase(tx, { division: '530581001000' }));
  ({ caseId } = filed);
  await stores.owner.query(`
    update "case" set stage = 'publicised' where id = '${caseId}';
    update matter set closed_at = now() where case_id = '${caseId}';
    update deadline set state = 'met' where case_id = '${caseId}';
    insert into matter (id, case_id, kind, step, opened_at) values ('${matterId}', '${caseId}', 'emergency', 'reported', now());
    insert into deadline (id, case_id, owner, kind, from_date, due_at, promised_at, unit, clause, explanation, state) values
      (gen_random_uuid(), '${caseId}', 'stage', 'publicNotice', '2022-07-01', '2022-07-09', '2022-07-08', 'day', '示例', '示例', 'running'),
      (gen_random_uuid(), '${caseId}', '${matterId}', 'emergencyHandOver', '2022-07-01', '2022-07-03', null, 'hour', '示例', '示例', 'running');`);
});
afterAll(() => stores.close());

/** What every function tells somebody of that division. */
const told = (division: string) =>
  stores.api.withScopedClient({ staffId: randomUUID(), division }, async (client) => {
    const { rows } = await client.query<Record<string, unknown>>(
      `select case_marks($1, false) as marks, work_details($1, 'stage') as stage, work_details($1, $2) as matter,
        sees_case($1) as seen,
        array(select kind from running_clocks('{publicised,supplementing}')) as clocks,
        array(select cases_with_open('emergency')::text) as emergencies`,
      [caseId, matterId],
    );
    return rows[0];
  });

const everything = {
  seen: true,
  marks: { emergency: true, forcedVisit: expect.any(Boolean) as boolean },
  stage: { promisedAt: expect.stringMatching(/^2022-07-0/) as string, running: ['publicNotice'], matter: null },
  matter: { promisedAt: null, running: ['emergencyHandOver'], matter: ['emergency', 'reported'] },
  clocks: ['publicNotice'],
  emergencies: [expect.any(String) as string],
};
const nothing = { seen: false, marks: null, stage: null, matter: null, clocks: [], emergencies: [] };

it.each(['530581001', '530581', '53'])('lists tell an office of %s about its own case', async (division) => {
  expect(await told(division)).toEqual(everything);
});

it.each(['530581002', '5301', ''])('and tell %s, where the case is not, nothing', async (division) => {
  expect(await told(division)).toEqual(nothing);
});

it('an office that the case is shared with is told for as long as it is', async () => {
  const share = (validTo: string) =>
    stores.owner.query(`insert into case_scope (id, case_id, division, valid_from, valid_to)
      values (gen_random_uuid(), '${caseId}', '530602001', '2022-07-01', ${validTo})`);
  await share(`'2022-07-31'`);
  expect(await told('530602001')).toEqual(nothing);
  await share('null');
  expect(await told('530602001')).toEqual(everything);
});
