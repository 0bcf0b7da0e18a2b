import type { TestStore } from './store';

/** Written by every request, whatever becomes of it. */
const perRequest = ['audit_event', 'audit_log', 'session'];

/** How many rows each table has, and where every case stands: equal before and after what must leave no trace. */
export const countRows = async (sql: TestStore['sql']): Promise<Readonly<Record<string, unknown>>> => {
  const counted = await sql(`
    select table_name as name, (xpath('//count/text()',
      query_to_xml(format('select count(*) from %I', table_name), false, true, '')))[1]::text::int as count
    from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`);
  const cases = await sql(`select id::text as name, snapshot::text || stage as state from "case"`);
  return Object.fromEntries([
    ...counted.rows.filter(({ name }) => !perRequest.includes(String(name))).map(({ name, count }) => [name, count]),
    ...cases.rows.map(({ name, state }) => [name, state]),
  ]) as Readonly<Record<string, unknown>>;
};
