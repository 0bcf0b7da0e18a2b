import type { QueryResultRow } from 'pg';
import type { Tx } from './with-scope';

/** Where set-based SQL is asked: a plain connection, or the transaction of an operation. */
export interface Sql {
  query<Row extends QueryResultRow>(text: string, values?: unknown[]): Promise<{ readonly rows: Row[] }>;
}

/** The transaction of an operation, asked in plain SQL. Big integers come as `bigint`. */
export const sqlOf = (tx: Tx): Sql => ({
  query: async <Row extends QueryResultRow>(text: string, values: unknown[] = []) => ({
    rows: await tx.$queryRawUnsafe<Row[]>(text, ...values),
  }),
});
