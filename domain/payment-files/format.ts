import type { Encoding } from './encoding';
import type { LineField } from './line';

/** What the answer to a line says. `uncertain`: neither paid nor failed as yet; nothing may be paid again meanwhile. */
export type Result = 'paid' | 'failed' | 'uncertain';

export interface Column<Field extends string> {
  readonly title: string;
  readonly field: Field;
  /** Bytes, in files of fixed width. */
  readonly width?: number;
  /** Where the text stands in a wider column, and what fills the rest; left and blanks unless said. */
  readonly align?: 'left' | 'right';
  readonly fill?: string;
  /** A number to spreadsheet programs; everything else is text, so that no card number loses digits. */
  readonly numeric?: true;
}

export type TotalsField = 'label' | 'count' | 'yuan' | 'fen' | 'blank';

/** One more row that says how many lines and how much. */
export interface Totals {
  readonly place: 'first' | 'last';
  readonly label: string;
  readonly columns: readonly Omit<Column<TotalsField>, 'title'>[];
}

export type ReturnField = 'reference' | 'yuan' | 'fen' | 'code' | 'reason' | 'paidOn';

export interface ResultCode {
  readonly result: Result;
  /** What it means, in words for the office. */
  readonly says: string;
}

export interface ReturnLayout {
  readonly columns: readonly Column<ReturnField | 'blank'>[];
  readonly totals?: Totals;
  /** A code that is not listed counts as uncertain. */
  readonly codes: Readonly<Record<string, ResultCode>>;
}

/** A layout of what is handed over and of what comes back. Another bank's layout is another table. */
export interface FileFormat {
  readonly label: string;
  readonly medium: 'xlsx' | 'csv' | 'fixed';
  readonly extension: 'xlsx' | 'csv' | 'txt';
  readonly encoding: Encoding;
  readonly header: boolean;
  readonly columns: readonly Column<LineField>[];
  readonly totals?: Totals;
  /** Lines of one file; a longer list is split. Bounds what is held in memory. */
  readonly maxLines: number;
  readonly returns: ReturnLayout;
  /** Not published: taken from comparable layouts until the office has the bank's own. */
  readonly assumed: boolean;
}

/** Keeps the names of the fields exact. */
export const format = <const Format extends FileFormat>(table: Format): FileFormat => table;
