import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { fileCase } from '../store/support/rows';
import { openStores, type OpenedStores } from '../store/support/store';

/** @clause 三(一) an account that several households use is found, however and whenever they came to it */
let stores: OpenedStores;
beforeAll(async () => {
  stores = await openStores();
});
afterAll(() => stores.close());

const number = (name: string): Buffer => Buffer.from(name.padEnd(32, '0'));

/** Accounts by these numbers, each of a household of its own, in one statement. */
const enter = async (
  client: Pick<PoolClient, 'query'>,
  state: string,
  ...numbers: readonly string[]
): Promise<string[]> => {
  const filed = [];
  for (const _ of numbers)
    filed.push(await stores.worker.prisma.$transaction((tx) => fileCase(tx, { division: '530581001000' })));
  const ids = numbers.map(() => randomUUID());
  await client.query(
    `insert into card_account (id, case_id, holder_person_id, holder_name, bank, number_enc, number_index, number_tail, number_valid, state, created_at)
     select id, case_id, null, '赵甲', 'ruralCredit', '\\x00', number, '0000', true, $4, now()
     from unnest($1::uuid[], $2::uuid[], $3::bytea[]) as t (id, case_id, number)`,
    [ids, filed.map(({ caseId }) => caseId), numbers.map(number), state],
  );
  return ids;
};

const used = async (): Promise<Readonly<Record<string, number>>> => {
  const { rows } = await stores.owner.query<{ number: Buffer; households: number }>(
    'select number_index as number, households from account_use where households > 0',
  );
  return Object.fromEntries(rows.map((row) => [row.number.toString().replace(/0+$/, ''), row.households]));
};

it('follows what is approved, ended, changed and removed', async () => {
  await enter(stores.owner, 'approved', 'a', 'a', 'b');
  const [waits] = await enter(stores.owner, 'proposed', 'b');
  expect(await used()).toEqual({ a: 2, b: 1 });
  await stores.owner.query(`update card_account set state = 'approved' where id = $1`, [waits]);
  expect(await used()).toEqual({ a: 2, b: 2 });
  await stores.owner.query(`update card_account set number_index = $1 where number_index = $2`, [
    number('c'),
    number('b'),
  ]);
  expect(await used()).toEqual({ a: 2, c: 2 });
  await stores.owner.query(`update card_account set state = 'ended' where number_index = $1`, [number('a')]);
  await stores.owner.query(`delete from card_account where id = $1`, [waits]);
  expect(await used()).toEqual({ c: 1 });
});

it('counts two that are approved at once', async () => {
  const approve = (): Promise<unknown> =>
    stores.worker.withScopedClient(undefined, async (client) => {
      await enter(client, 'approved', 'd');
      await client.query('select pg_sleep(0.2)');
    });
  await Promise.all([approve(), approve()]);
  expect(await used()).toMatchObject({ d: 2 });
});
