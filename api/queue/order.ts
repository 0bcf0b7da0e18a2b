import { programmes } from '../../domain/lifecycle/programmes';
import { placeOf, type Conditions, type Place } from '../paging';
import { DUE } from './filters';
import type { QueueRow } from './view';

interface Key {
  readonly sql: (conditions: Conditions) => string;
  readonly type: 'timestamptz' | 'uuid' | 'int';
  readonly of: (row: QueueRow) => string | number | null;
  readonly value?: (place: string | number | null) => unknown;
}

/** Stages in the order of the law; one that no table has comes last. */
const stages = [...new Set(Object.values(programmes).flatMap(({ table }) => Object.keys(table)))];
const rank = (stage: string): number => stages.indexOf(stage) + 1 || stages.length + 1;
const instant = (ms: string | number | null): unknown => (ms === null ? 'infinity' : new Date(Number(ms)));

/** What has no limit comes after everything that has one. */
const due: Key = {
  sql: () => DUE,
  type: 'timestamptz',
  of: ({ dueAt }) => dueAt?.getTime() ?? null,
  value: instant,
};
const id: Key = { sql: () => 'w.id', type: 'uuid', of: (row) => row.id };
const since: Key = {
  sql: () => 'w.created_at',
  type: 'timestamptz',
  of: ({ createdAt }) => createdAt.getTime(),
  value: instant,
};
const stage: Key = {
  sql: (conditions) =>
    `coalesce(array_position(${conditions.value(stages)}::text[], c.stage), ${stages.length + 1})::int`,
  type: 'int',
  of: (row) => rank(row.stage),
};

const orders = { urgency: [due, id], time: [since, id], stage: [stage, due, id] } as const satisfies Readonly<
  Record<string, readonly Key[]>
>;

export type Order = keyof typeof orders;
export const orderNames = Object.keys(orders) as [Order, ...Order[]];

/** The order of a page, and where it begins after a cursor. */
export const ordered = (conditions: Conditions, order: Order, cursor: string | undefined): string => {
  const keys: readonly Key[] = orders[order];
  const sql = keys.map((key) => key.sql(conditions));
  if (cursor !== undefined) {
    const place = placeOf(cursor, keys.length);
    const after = keys.map(({ type, value }, at) => {
      const part = place[at] ?? null;
      return `${conditions.value(value ? value(part) : part)}::${type}`;
    });
    conditions.plain(`(${sql.join(', ')}) > (${after.join(', ')})`);
  }
  return sql.join(', ');
};

export const placeIn = (order: Order, row: QueueRow): Place => orders[order].map((key: Key) => key.of(row));
