import { randomUUID } from 'node:crypto';
import type { Tx } from '../../store/client';
import { fundTables } from './support/fund-rows';
import { fileCase, fileRest, UNHURRIED, type FiledCase } from './support/rows';
import { openStores, type OpenedStores } from './support/store';

const at = (division: string) => ({ staffId: randomUUID(), division });
const TENGYUE = '530581001000';
const NEXT_TOWNSHIP = '530581002000';
const NEXT_PREFECTURE = '530602001000';

/** A township works on its part of a run of the county. */
const ofTheCounty = [
  'payment_run',
  'payment_run_event',
  'payment_step',
  'disclosure',
  'disclosure_row',
  'uplift_county',
];
const forTheCounty = [
  'standard_alert',
  'payment_file',
  'payment_return',
  'payment_return_row',
  'payment_hand_answer',
  'exchange_package',
  'exchange_receipt',
  'exchange_receipt_row',
  'exchange_snapshot',
  'exchange_difference',
  'exchange_alert',
  'exchange_file',
];

/** Read by the system for all counties, by nobody through the interface. */
const forTheSystem = ['account_use'];
/** Rows of a household, where there is more than one: the ledger books its line, an overpaid month and a repayment. */
const booked: Readonly<Record<string, number>> = { ledger_transfer: 3 };

let stores: OpenedStores;
let ours: FiledCase;
let nextDoor: FiledCase;

const casesSeen = (division: string): Promise<string[]> =>
  stores.api.withScope(at(division), async (tx) =>
    (await tx.case.findMany({ select: { id: true } })).map(({ id }) => id),
  );

/** Every table that the policies cover, asked for its rows. */
const rowsSeen = async (division: string | undefined): Promise<Readonly<Record<string, number>>> =>
  stores.api.withScopedClient(division === undefined ? undefined : at(division), async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'select distinct tablename as name from pg_policies order by 1',
    );
    const counts: Record<string, number> = {};
    for (const { name } of rows)
      counts[name] = Number((await client.query<{ n: string }>(`select count(*) n from "${name}"`)).rows[0]?.n);
    return counts;
  });

beforeAll(async () => {
  stores = await openStores();
  const { prisma } = stores.worker;
  const filed = [TENGYUE, NEXT_TOWNSHIP, NEXT_PREFECTURE].map((division) =>
    prisma.$transaction(async (tx) => {
      const row = await fileCase(tx, { division });
      await fileRest(tx, row, division);
      await tx.auditRow.createMany({
        data: [{ at: new Date(), requestId: '', division, operation: 'readCase', outcome: 200, details: {} }],
      });
      return row;
    }, UNHURRIED),
  );
  [ours, nextDoor] = (await Promise.all(filed)) as [FiledCase, FiledCase];
});
afterAll(() => stores.close());

it('shows a case at every level above it and nowhere else', async () => {
  for (const division of ['53', '5305', '530581', '530581001', TENGYUE])
    expect(await casesSeen(division)).toContain(ours.caseId);
  for (const division of ['54', '5306', '530582', '530581002', '530581001201'])
    expect(await casesSeen(division)).not.toContain(ours.caseId);
  expect((await casesSeen('53')).length).toBe(3);
  expect((await casesSeen('5305')).length).toBe(2);
});

it('takes no half code: 53050 is not a place between 5305 and 530581', async () => {
  await expect(casesSeen('53050')).rejects.toThrow('not the code of a division');
  await expect(casesSeen("53' or true --")).rejects.toThrow('not the code of a division');
});

it('shows what the county drew for its sample to the county, and not to the townships that are looked at', async () => {
  const drawn = await Promise.all(
    ['530581', '5306', '530581001'].map(async (division) => (await rowsSeen(division))['confirmation_sample']),
  );
  expect(drawn).toEqual([2, 1, 0]);
});

it('shows a case and all that hangs on it, and neither to the next township', async () => {
  const [mine, theirs, all] = [await rowsSeen('530581001'), await rowsSeen('530581003'), await rowsSeen('53')];
  expect(Object.keys(mine).length).toBeGreaterThan(20);
  // Funds and reserve funds have a test of their own: test/funds/access.test.ts.
  const apart = ['confirmation_sample', 'saved_view', ...ofTheCounty, ...forTheCounty, ...fundTables, ...forTheSystem];
  for (const table of Object.keys(mine).filter((name) => !apart.includes(name))) {
    const rows = booked[table] ?? 1;
    expect({ table, mine: mine[table], theirs: theirs[table], all: all[table] }).toEqual({
      table,
      mine: rows,
      theirs: 0,
      all: 3 * rows,
    });
  }
  for (const table of forTheSystem) expect([table, mine[table], all[table]]).toEqual([table, 0, 0]);
});

it('shows the filters that an officer keeps to that officer, wherever they act, and to nobody else', async () => {
  const [owner, other] = [randomUUID(), randomUUID()];
  const seenBy = (staffId: string, division: string) =>
    stores.api.withScope({ staffId, division }, (tx) => tx.savedView.count());
  const now = new Date();
  const view = { list: 'cases', filters: {}, createdAt: now, updatedAt: now };
  await stores.api.withScope({ staffId: owner, division: TENGYUE }, (tx) =>
    tx.savedView.create({ data: { ...view, id: randomUUID(), staffId: owner, name: '超期' } }),
  );
  expect([await seenBy(owner, TENGYUE), await seenBy(owner, '530602'), await seenBy(other, '53')]).toEqual([1, 1, 0]);
  await expect(
    stores.api.withScope({ staffId: other, division: TENGYUE }, (tx) =>
      tx.savedView.create({ data: { ...view, id: randomUUID(), staffId: owner, name: '冒名' } }),
    ),
  ).rejects.toThrow('row-level security');
});

it.each(ofTheCounty)('shows a township every %s of its county', async (table) => {
  const seen = await Promise.all(
    ['530581001', '530581', '530602001'].map(async (place) => (await rowsSeen(place))[table]),
  );
  expect(seen).toEqual([2, 2, 1]);
});

it.each(forTheCounty)('shows %s, which holds the names of the whole county, to no township', async (table) => {
  const seen = await Promise.all(['530581001', '530581', '53'].map(async (place) => (await rowsSeen(place))[table]));
  expect(seen).toEqual([0, 2, 3]);
});

it('shows an unscoped pooled connection nothing, also after a scoped one used it', async () => {
  await casesSeen('53');
  for (const [table, seen] of Object.entries(await rowsSeen(undefined)))
    expect({ table, seen }).toEqual({ table, seen: 0 });
  const { rows } = await stores.api.pool.query('select count(*)::int n from "case"');
  expect(rows).toEqual([{ n: 0 }]);
});

it('covers every table, but those that hang on no division', async () => {
  const { rows } = await stores.owner.query<{ name: string }>(
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and not relrowsecurity order by 1",
  );
  expect(rows.map(({ name }) => name)).toEqual([
    '_prisma_migrations',
    'appointment',
    'audit_seal',
    'calendar_entry',
    'case_number',
    'idempotent_answer',
    'ledger_check',
    'one_off_plan',
    'outbox',
    'parameter_entry',
    'price_index',
    'price_linkage_start',
    'rule_document',
    'session',
    'staff',
  ]);
});

it('lets an office file a case inside its division and not outside', async () => {
  const filed = await stores.api.withScope(at('530581001'), (tx) => fileCase(tx, { division: '530581001201' }));
  expect(await casesSeen('530581001')).toContain(filed.caseId);
  const file = (division: string) => stores.api.withScope(at('530581001'), (tx) => fileCase(tx, { division }));
  await expect(file(NEXT_TOWNSHIP)).rejects.toThrow(/row-level security/);
  await expect(stores.api.withScope(undefined, (tx) => fileCase(tx, { division: TENGYUE }))).rejects.toThrow(
    /row-level security/,
  );
});

it('lets nobody write what hangs on a case out of sight, nor move a case away', async () => {
  const write = stores.api.withScope(at('530581001'), (tx) =>
    tx.caseInput.create({
      data: { id: randomUUID(), caseId: nextDoor.caseId, kind: 'visit', contentEnc: Buffer.from(''), hash: '' },
    }),
  );
  await expect(write).rejects.toThrow(/row-level security/);
  const { rowCount } = await stores.api.withScopedClient(at('530581001'), (client) =>
    client.query('update "case" set epoch = epoch + 1 where id = $1', [nextDoor.caseId]),
  );
  expect(rowCount).toBe(0);
});

describe('a guest of a case', () => {
  const share = (tx: Tx, caseId: string, division: string, validTo?: string) =>
    tx.caseScope.create({
      data: { id: randomUUID(), caseId, division, validFrom: '2022-07-01', ...(validTo && { validTo }) },
    });

  it('sees it for as long as the scope says', async () => {
    await stores.api.withScope(at('530581'), (tx) => share(tx, nextDoor.caseId, '530602001000', '2022-07-31'));
    expect(await casesSeen('530602')).not.toContain(nextDoor.caseId);
    await stores.api.withScope(at('530581'), (tx) => share(tx, nextDoor.caseId, '530602001000'));
    expect(await casesSeen('530602')).toContain(nextDoor.caseId);
    expect((await rowsSeen('530602'))['case_event']).toBe(2);
    expect(await casesSeen('530603')).not.toContain(nextDoor.caseId);
  });

  it('cannot let itself in', async () => {
    await expect(stores.api.withScope(at('530581003'), (tx) => share(tx, ours.caseId, '530581003000'))).rejects.toThrow(
      /row-level security/,
    );
  });

  it('becomes one when the case moves to another office, and stays no guest when it comes back', async () => {
    const filed = await stores.api.withScope(at('530581004'), (tx) => fileCase(tx, { division: '530581004000' }));
    const move = (division: string) =>
      stores.worker.prisma.case.update({ where: { id: filed.caseId }, data: { division } });
    const guests = async () =>
      (await stores.worker.prisma.caseScope.findMany({ where: { caseId: filed.caseId } })).map(({ guest }) => guest);
    await move('530582001000');
    expect(await guests()).toEqual([true]);
    expect(await casesSeen('530581004')).toContain(filed.caseId);
    expect(await casesSeen('530582001')).toContain(filed.caseId);
    await move('530581004000');
    expect(await guests()).toEqual([false]);
    expect(await casesSeen('530582001')).not.toContain(filed.caseId);
  });
});

describe('a person', () => {
  it('is seen by the office of a household or case, and by no other', async () => {
    const seen = (division: string) =>
      stores.api.withScope(at(division), (tx) => tx.person.count({ where: { id: ours.personId } }));
    expect([await seen('530581001'), await seen('530581'), await seen('530581002')]).toEqual([1, 1, 0]);
  });

  it('known elsewhere is told by number and place alone, and enrolled again as the same row', async () => {
    const idIndex = stores.api.cipher.blindIndex('539900197001010017');
    const filed = await stores.worker.prisma.$transaction((tx) =>
      fileCase(tx, { division: NEXT_PREFECTURE, number: '530602-2022-000001', idIndex }),
    );
    const elsewhere = (division: string) =>
      stores.api.withScope(
        at(division),
        (tx) => tx.$queryRaw<unknown[]>`select * from open_cases_elsewhere(${idIndex})`,
      );
    expect(await elsewhere('530581001')).toEqual([
      { number: '530602-2022-000001', division: NEXT_PREFECTURE, programme: 'dibao' },
    ]);
    expect(await elsewhere('530602')).toEqual([]);
    const enrolled = await stores.api.withScope(
      at('530581001'),
      (tx) =>
        tx.$queryRaw<
          { id: string }[]
        >`select id from enrol_person(${randomUUID()}::uuid, '赵甲', '1970-01-01', 'male', ${idIndex}, null::bytea, null::bytea)`,
    );
    expect(enrolled).toEqual([{ id: filed.personId }]);
  });

  it('is found by part of the name within the scope alone', async () => {
    const filed = await stores.worker.prisma.$transaction((tx) => fileCase(tx, { division: TENGYUE, name: '吴癸_丙' }));
    const found = (division: string, part: string) =>
      stores.api.withScope(
        at(division),
        (tx) => tx.$queryRaw<unknown[]>`select id from cases_by_name(${part}, 10) as id`,
      );
    expect(await found('530581001', '癸_')).toEqual([{ id: filed.caseId }]);
    expect(await found('530581001', '癸%丙')).toEqual([]);
    expect(await found('530581002', '癸_')).toEqual([]);
  });
});
