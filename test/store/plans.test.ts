import { randomUUID } from 'node:crypto';
import { openStores, type OpenedStores } from './support/store';

const HOUSEHOLDS = 20_000;
let stores: OpenedStores;

/** Spread over 640 townships; one case in a hundred has a guest. */
const fill = `
insert into household (id, division, area)
  select gen_random_uuid(), '53' || lpad((1 + i % 8)::text, 2, '0') || lpad((1 + i / 8 % 8)::text, 2, '0') || lpad((1 + i / 64 % 10)::text, 3, '0') || '000', 'rural'
  from generate_series(1, ${HOUSEHOLDS}) i;
insert into "case" (id, number, programme, division, area, household_id, applicant_id, applicant_name, member_count, stage, submitted_at, stage_since, snapshot, next_due_at)
  select gen_random_uuid(), row_number() over (), 'dibao', division, 'rural', id, id, '赵' || chr(20000 + (random() * 500)::int), 1, 'submitted',
    now() - random() * interval '3 years', now(), '{}', now() + random() * interval '1 year' from household;
insert into case_scope (id, case_id, division, valid_from) select gen_random_uuid(), id, division, '2022-07-01' from "case";
insert into case_scope (id, case_id, division, valid_from) select gen_random_uuid(), id, '530101001000', '2022-07-01' from "case" where division > '5302' limit ${HOUSEHOLDS / 100};
insert into work_item (id, case_id, owner, kind, role, division, sentence, due_at, created_at)
  select gen_random_uuid(), id, 'stage', 'task', 'townshipClerk', left(division, 9), '受理', next_due_at, now() from "case";
`;

beforeAll(async () => {
  stores = await openStores();
  await stores.owner.query(fill);
  await stores.owner.query('analyze');
});
afterAll(() => stores.close());

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

const planOf = (division: string, sql: string): Promise<Plan[]> =>
  stores.api.withScopedClient({ staffId: randomUUID(), division }, async (client) => {
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (analyze, format json) ${sql}`);
    return nodes(rows[0]!['QUERY PLAN'][0].Plan);
  });

/** Rows that were looked at, also those then thrown away. */
const looked = (plan: readonly Plan[]): number =>
  plan
    .filter((node) => node['Relation Name'])
    .reduce(
      (sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
      0,
    );

const lists = {
  cases: 'select id, number from "case" order by submitted_at desc, id desc limit 51',
  dueCases: 'select id from "case" where closed_at is null order by next_due_at, id limit 51',
  queue: 'select id from work_item where done_at is null order by due_at, id limit 51',
  counts: 'select count(*) from "case"',
};

it.each(Object.entries(lists))('a township reads its own rows for %s, not the province’s', async (_, sql) => {
  const plan = await planOf('530201001', sql);
  expect(plan.filter((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] !== 'case_scope')).toEqual([]);
  expect(looked(plan)).toBeLessThan(HOUSEHOLDS / 20);
});

it.each([lists.cases, lists.dueCases, lists.queue])('the province reads one page: %s', async (sql) => {
  expect(looked(await planOf('53', sql))).toBeLessThan(HOUSEHOLDS / 10);
});

it('a case and what hangs on it is found by its key', async () => {
  const [row] = (
    await stores.owner.query<{ id: string }>(`select id from "case" where division like '530201001%' limit 1`)
  ).rows;
  for (const table of ['work_item', 'case_scope', 'case_event', 'deadline', 'fact']) {
    expect(looked(await planOf('530201001', `select * from ${table} where case_id = '${row!.id}'`))).toBeLessThan(300);
  }
});
