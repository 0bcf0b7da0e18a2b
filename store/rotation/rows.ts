import type { Pool, PoolClient } from 'pg';
import type { FieldCipher } from '../crypto';

type Row = Readonly<Record<string, Buffer | string | null>>;

const NONE = '00000000-0000-0000-0000-000000000000';

/** Rows after an id with something that another key than the current one closed; locked, so that nobody changes them meanwhile. */
const nextBatch = async (
  client: PoolClient,
  table: string,
  columns: readonly string[],
  head: Buffer,
  after: string,
  most: number,
): Promise<readonly Row[]> => {
  const other = columns
    .map((column) => `(${column} is not null and substr(${column}, 1, ${head.length}) <> $2)`)
    .join(' or ');
  const { rows } = await client.query<Row>(
    `select id::text, ${columns.join(', ')} from ${table} where id > $1 and (${other}) order by id limit $3 for update`,
    [after, head, most],
  );
  return rows;
};

const resealed = (
  cipher: FieldCipher,
  table: string,
  columns: readonly string[],
  row: Row,
): readonly (Buffer | null)[] =>
  columns.map((column) => {
    const value = row[column];
    if (!Buffer.isBuffer(value)) return null;
    return cipher.reseal({ table, column, row: String(row['id']) }, value) ?? value;
  });

const write = async (
  client: PoolClient,
  table: string,
  columns: readonly string[],
  ids: readonly string[],
  values: readonly (readonly (Buffer | null)[])[],
): Promise<void> => {
  const sets = columns.map((column) => `${column} = v.${column}`).join(', ');
  const arrays = columns.map((_, index) => `$${index + 2}::bytea[]`).join(', ');
  await client.query(
    `update ${table} t set ${sets} from unnest($1::uuid[], ${arrays}) as v (id, ${columns.join(', ')}) where t.id = v.id`,
    [ids, ...columns.map((_, index) => values.map((row) => row[index]))],
  );
};

const inTransaction = async <Result>(pool: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> => {
  const client = await pool.connect();
  try {
    await client.query('begin');
    // Insert-only tables let their owner re-encrypt, and nothing else.
    await client.query("set local app.key_rotation = 'on'");
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
};

/**
 * Encrypts the columns of a table again with the current key, a batch per transaction; interrupted, the next run goes on
 * where it stopped, since what is done no longer matches. Answers how many rows.
 */
export const rotateTable = async (
  pool: Pool,
  cipher: FieldCipher,
  [table, columns]: readonly [string, readonly string[]],
  batch: number,
  say: (done: number) => void,
): Promise<number> => {
  const head = cipher.head();
  let [total, after] = [0, NONE];
  for (;;) {
    const ids = await inTransaction(pool, async (client) => {
      const rows = await nextBatch(client, table, columns, head, after, batch);
      const found = rows.map((row) => String(row['id']));
      if (rows.length > 0)
        await write(
          client,
          table,
          columns,
          found,
          rows.map((row) => resealed(cipher, table, columns, row)),
        );
      return found;
    });
    total += ids.length;
    after = ids.at(-1) ?? after;
    if (ids.length > 0) say(total);
    if (ids.length < batch) return total;
  }
};
