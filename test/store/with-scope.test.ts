import { randomUUID } from 'node:crypto';
import { fileCase } from './support/rows';
import { openStores, type OpenedStores } from './support/store';

const actor = { staffId: randomUUID(), division: '530581001' };
let stores: OpenedStores;
beforeAll(async () => {
  stores = await openStores();
});
afterAll(() => stores.close());

it('names division and person for one transaction, and leaves nothing of them on the connection', async () => {
  const { withScopedClient, pool } = stores.api;
  const read = "select current_setting('app.division', true) as division, current_setting('app.staff', true) as staff";
  expect((await withScopedClient(actor, (client) => client.query(read))).rows).toEqual([
    { division: '530581001', staff: actor.staffId },
  ]);
  for (const { rows } of await Promise.all([1, 2, 3, 4].map(() => pool.query<{ division: string | null }>(read)))) {
    expect(rows[0]?.division || '').toBe('');
  }
});

it.each(['withScope', 'withScopedClient'] as const)('%s writes all or nothing', async (variant) => {
  const filed = { caseId: '' };
  const failing =
    variant === 'withScope'
      ? stores.api.withScope(actor, async (tx) => {
          filed.caseId = (await fileCase(tx, { division: '530581001000' })).caseId;
          throw new Error('refused');
        })
      : stores.api.withScopedClient(actor, async (client) => {
          filed.caseId = randomUUID();
          await client.query(
            "insert into case_scope (id, case_id, division, valid_from) values (gen_random_uuid(), $1, '530581001000', '2022-07-01')",
            [filed.caseId],
          );
          throw new Error('refused');
        });
  await expect(failing).rejects.toThrow('refused');
  expect(await stores.worker.prisma.caseScope.count({ where: { caseId: filed.caseId } })).toBe(0);
  expect((await stores.api.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

it('gives up a row that another holds, rather than wait behind it', async () => {
  const { caseId } = await stores.worker.prisma.$transaction((tx) => fileCase(tx, { division: '530581001000' }));
  await stores.worker.withScopedClient(undefined, async (holder) => {
    await holder.query('select from "case" where id = $1 for update', [caseId]);
    await expect(
      stores.api.withScope(actor, (tx) => tx.$queryRaw`select id from "case" where id = ${caseId}::uuid for update`),
    ).rejects.toThrow(/lock timeout/);
  });
});

it('ends a statement before the activity that sent it is given up', async () => {
  const { rows } = await stores.worker.pool.query<{ statement_timeout: string }>('show statement_timeout');
  expect(rows).toEqual([{ statement_timeout: '8s' }]);
});
