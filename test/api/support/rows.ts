import type { TestStore } from './store';

/** Written by every request, whatever becomes of it. */
const perRequest = ['audit_event', 'audit_log', 'session'];

const tables = (sql: TestStore['sql']) =>
  sql(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );

/** How many rows each table has, and where every case stands: equal before and after what must leave no trace. */
export const countRows = async (sql: TestStore['sql']): Promise<Readonly<Record<string, unknown>>> => {
  const counts = (await tables(sql)).rows
    .map(({ name }) => String(name))
    .filter((name) => !perRequest.includes(name))
    .map((name) => `select '${name}' as name, count(*)::text as state from "${name}"`);
  const { rows } = await sql([...counts, `select id::text, snapshot::text || stage from "case"`].join(' union all '));
  return Object.fromEntries(rows.map(({ name, state }) => [name, state])) as Readonly<Record<string, unknown>>;
};
