import { randomUUID } from 'node:crypto';
import { fileFunds, fundTables } from '../store/support/fund-rows';
import { fileCase } from '../store/support/rows';
import { openStores, type OpenedStores } from '../store/support/store';

/** @clause 三(二) a township sees its reserve fund, a county its budget, the offices above all below them */
const TOWNSHIPS = ['530581001000', '530581002000', '530602001000'];
const ofTheTownship = [
  'direct_grant',
  'reserve_closing',
  'reserve_entry',
  'reserve_fund',
  'reserve_grant',
  'reserve_reconciliation',
  'reserve_top_up',
];
const rowsOfOne: Readonly<Record<string, number>> = {
  budget_line: 2,
  fund_lot_entry: 7,
  fund_movement: 3,
  reserve_entry: 2,
};

let stores: OpenedStores;
beforeAll(async () => {
  stores = await openStores();
  for (const division of TOWNSHIPS)
    await stores.worker.prisma.$transaction(async (tx) => fileFunds(tx, await fileCase(tx, { division }), division));
});
afterAll(() => stores.close());

const at = (division: string) => ({ staffId: randomUUID(), division });
const seen = (table: string, division: string | undefined): Promise<number> =>
  stores.api.withScopedClient(division === undefined ? undefined : at(division), async (client) => {
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`);
    return rows[0]!.n / (rowsOfOne[table] ?? 1);
  });

it.each(fundTables)('%s', async (table) => {
  const places = [undefined, '530581003', '530581001', '530581', '5306', '53'];
  const counts = await Promise.all(places.map((place) => seen(table, place)));
  expect(counts).toEqual([0, 0, ofTheTownship.includes(table) ? 1 : 0, 2, 1, 3]);
});

it('lets an office see what an office above has sent it, and what it owes', async () => {
  await stores.worker.prisma.fundMovement.create({
    data: {
      id: randomUUID(),
      kind: 'allocation',
      programme: 'dibao',
      year: 2026,
      source: 'central',
      fromDivision: '5305',
      toDivision: '530581',
      enteredBy: '5305',
      fen: 5n,
      documentNumber: '测试',
      onDate: '2026-03-02',
      makerId: randomUUID(),
      createdAt: new Date(),
    },
  });
  const down = (division: string) =>
    stores.api.withScope(at(division), (tx) => tx.fundMovement.count({ where: { source: 'central' } }));
  expect([await down('530581'), await down('5305'), await down('530582'), await down('5306')]).toEqual([1, 1, 0, 0]);
});

it('lets nobody enter what is approved already, nor open a fund with money in it', async () => {
  const movement = stores.api.withScope(
    at('530581'),
    (tx) =>
      tx.$executeRaw`insert into fund_movement (id, kind, programme, year, source, from_division, to_division, entered_by, fen, document_number, on_date, state, maker_id, created_at)
      values (${randomUUID()}::uuid, 'allocation', 'dibao', 2026, 'county', '530581', '530581', '530581', 5, '', '2026-03-02', 'approved', ${randomUUID()}::uuid, now())`,
  );
  await expect(movement).rejects.toThrow(/row-level security/);
  for (const store of [stores.api, stores.worker]) {
    const fund = store.withScopedClient(at('530581001'), (client) =>
      client.query(
        `insert into reserve_fund (id, township, year, source, balance_fen, created_at) values (gen_random_uuid(), '530581001', 2030, 'county', 5, now())`,
      ),
    );
    await expect(fund).rejects.toThrow(/permission denied/);
    for (const call of [
      `draw_budget(gen_random_uuid(), 1)`,
      `enter_reserve(gen_random_uuid(), 'topUp', 1, '', now(), gen_random_uuid(), null)`,
    ])
      await expect(store.withScopedClient(at('53'), (client) => client.query(`select ${call}`))).rejects.toThrow(
        /permission denied/,
      );
  }
});

it('decides once', async () => {
  await expect(
    stores.owner.query(`update reserve_top_up set state = 'rejected' where state = 'approved'`),
  ).rejects.toThrow(/stays decided/);
});
