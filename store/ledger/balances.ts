import { accountsOf, dimensions, equations, type Dimension, type Equation } from '../../domain/ledger/equations';
import type { Sql } from '../sql';
import { independent } from './independent';

/** One account that two ways of counting do not agree on. */
export interface Mismatch {
  readonly check: string;
  readonly dimension: string;
  /** Id or code within the dimension. */
  readonly key: string;
  readonly account: string;
  /** Fen or a count, as text: what the ledger or the record says, and what was counted. */
  readonly told: string;
  readonly counted: string;
}

/** Of each kind of check; the first are enough to find the cause. */
export const MOST = 50;

const COLUMNS = 'account, fen, case_id, run_id, township, county, programme, month, source';
const columnOf: Readonly<Record<Dimension, string>> = {
  case: 'case_id',
  run: 'run_id',
  township: 'township',
  county: 'county',
  programme: 'programme',
  month: 'month',
  source: 'source',
};

/** By which each equation is checked. The source is known from the moment that a line is sent, and is asked apart. */
const sidesOf: Readonly<Record<Equation, readonly Dimension[]>> = {
  entitled: ['case', 'run', 'township', 'county', 'programme', 'month'],
  overpaid: ['case', 'township', 'county', 'programme'],
};
const WITH_SOURCE = ['sent', 'uncertain', 'failed', 'paid', 'offset'];

const present = async (client: Sql): Promise<ReadonlySet<string>> => {
  const { rows } = await client.query<{ name: string }>(
    `select name from unnest($1::text[]) name where to_regclass(name) is not null`,
    [independent.map(({ table }) => table)],
  );
  return new Set(rows.map(({ name }) => name));
};

/** Ledger and independent count side by side, where they differ; one pass over each, however many dimensions. */
const compare = (equation: Equation, tables: ReadonlySet<string>, by: readonly Dimension[], only: string): string => {
  const { whole } = equations[equation];
  const counted = independent
    .filter((one) => one.equation === equation && tables.has(one.table))
    .map(({ sql }) => `(${sql})`)
    .join(' union all ');
  const key = by
    .map((name) => `when grouping(${columnOf[name]}) = 0 then coalesce(${columnOf[name]}::text, '')`)
    .join(' ');
  const name = by.map((one) => `when grouping(${columnOf[one]}) = 0 then '${one}'`).join(' ');
  return `
    with counted (${COLUMNS}) as (${counted}),
    sides as (
      select debit as account, fen as told, 0::bigint as counted, case_id, run_id, township, county, programme, month, source from ledger_transfer
      union all select credit, -fen, 0, case_id, run_id, township, county, programme, month, source from ledger_transfer
      union all select account, 0, fen, case_id, run_id, township, county, programme, month, source from counted
      union all select '${whole}', 0, -fen, case_id, run_id, township, county, programme, month, source from counted
    )
    select '${equation}' as check, case ${name} end as dimension, case ${key} end as key, account,
      sum(told)::text as told, sum(counted)::text as counted
    from sides where account = any ($1::text[]) ${only}
    group by grouping sets (${by.map((one) => `(account, ${columnOf[one]})`).join(', ')})
    having sum(told) <> sum(counted) order by 2, 3, 4 limit ${MOST}`;
};

/** Every account of every equation, by every dimension, against what the tables themselves add up to. */
export const balanceMismatches = async (client: Sql): Promise<readonly Mismatch[]> => {
  const tables = await present(client);
  const found: Mismatch[] = [];
  for (const equation of Object.keys(equations) as Equation[]) {
    const sql = compare(equation, tables, sidesOf[equation], '');
    found.push(...(await client.query<{ [key in keyof Mismatch]: string }>(sql, [accountsOf(equation)])).rows);
  }
  const sourced = compare('entitled', tables, ['source'], '');
  found.push(...(await client.query<{ [key in keyof Mismatch]: string }>(sourced, [WITH_SOURCE])).rows);
  return found;
};

export const sayDimension = (dimension: string): string =>
  Object.hasOwn(dimensions, dimension) ? dimensions[dimension as Dimension] : dimension;
