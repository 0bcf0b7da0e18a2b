import type { PoolClient } from 'pg';
import type { Prisma } from '../../generated/prisma/client';

/** Plain SQL with `$1` …, on whatever connection the caller's transaction has. */
export type Ask = <Row>(sql: string, values: readonly unknown[]) => Promise<readonly Row[]>;

export const askClient =
  (client: PoolClient): Ask =>
  async <Row>(sql: string, values: readonly unknown[]) =>
    (await client.query(sql, [...values])).rows as Row[];

export const askTx =
  (tx: Prisma.TransactionClient): Ask =>
  <Row>(sql: string, values: readonly unknown[]) =>
    tx.$queryRawUnsafe<Row[]>(sql, ...values);
