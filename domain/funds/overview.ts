import type { Fen } from '../money';
import { splitNeed } from './shares';
import { sourceNames, type Source } from './sources';

/** Fen as text, as the database sums them. */
export interface SumRow {
  readonly place: string;
  readonly programme: string;
  readonly source: string;
  readonly allocated: string;
  readonly given: string;
  readonly released: string;
  readonly arrived: string;
  readonly drawn: string;
  readonly committed: string;
  readonly returned: string;
  readonly overdrawn: string;
}

const columns = ['allocated', 'given', 'released', 'arrived', 'drawn', 'committed', 'returned', 'overdrawn'] as const;
type Column = (typeof columns)[number];

export interface FundTotals extends Readonly<Record<Column, Fen>> {
  /** Paid and given out, without what is on its way or came back. */
  readonly spent: Fen;
  /** Arrived and not drawn; negative when more went out than came. */
  readonly available: Fen;
}

export const totalsOf = (rows: readonly SumRow[]): FundTotals => {
  const sum = (column: Column): Fen => rows.reduce((total, row) => total + BigInt(row[column]), 0n);
  const totals = Object.fromEntries(columns.map((column) => [column, sum(column)])) as Record<Column, Fen>;
  return {
    ...totals,
    spent: totals.drawn - totals.committed - totals.returned,
    available: totals.arrived + totals.returned - totals.drawn,
  };
};

export const bySource = (rows: readonly SumRow[]): readonly (FundTotals & { readonly source: Source })[] =>
  sourceNames.map((source) => ({ source, ...totalsOf(rows.filter((row) => row.source === source)) }));

interface Need {
  readonly county: string;
  readonly programme: string;
  readonly fen: Fen;
}

/**
 * What each level owes of what the counties have spent and will need in the year, by the shares in force in each county; a
 * county and programme at a time, so that the parts are the whole.
 */
export const sharesDue = (
  needs: readonly Need[],
  sharesIn: (county: string) => readonly (readonly [Source, string])[],
): ReadonlyMap<Source, Fen> => {
  const due = new Map<Source, Fen>(sourceNames.map((source) => [source, 0n]));
  for (const { county, fen } of needs)
    for (const share of splitNeed(fen, sharesIn(county))) due.set(share.source, due.get(share.source)! + share.fen);
  return due;
};
