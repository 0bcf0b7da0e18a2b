import type { LineState } from '../payments/lines';
import type { Result } from './format';

/** What became of a row of a return file. */
export const outcomes = {
  applied: '已入账',
  repeated: '与已有结果相同或更早',
  unknown: '本批没有这一笔',
  differs: '金额与清单不符,未入账',
  late: '与已有结果相反,已列为待核查',
} as const;

export type Outcome = keyof typeof outcomes;

/**
 * What an answer does to a line that stands in a file. A line that is paid never fails by itself: an older file may come
 * after a newer one, and failing it would pay it again.
 */
const table = {
  sent: { paid: 'applied', failed: 'applied', uncertain: 'applied' },
  uncertain: { paid: 'applied', failed: 'applied', uncertain: 'repeated' },
  paid: { paid: 'repeated', failed: 'late', uncertain: 'repeated' },
  failed: { paid: 'late', failed: 'repeated', uncertain: 'repeated' },
  reissued: { paid: 'late', failed: 'repeated', uncertain: 'repeated' },
} as const satisfies Partial<Readonly<Record<LineState, Readonly<Record<Result, Outcome>>>>>;

/** The table as rows, for the database to join with. */
export const outcomeRows = Object.entries(table).flatMap(([state, results]) =>
  Object.entries(results).map(([result, outcome]) => ({ state, result, outcome })),
);
