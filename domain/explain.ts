import type { CivilDate } from './civil-date';
import { yuanFromFen, type Fen } from './money';
import type { Resolved } from './parameters/resolve';

/** Where a value comes from: the dated parameter, or an override of the caller. `assumed` = a marked default the office should settle. */
export interface ParameterSource {
  readonly id: string;
  readonly title: string;
  readonly category?: string;
  readonly from?: CivilDate;
  readonly division?: string;
  readonly reference: string;
  readonly confidence?: Resolved['confidence'];
  readonly assumed?: boolean;
  readonly overridden?: boolean;
}

/** One line of an explanation. Terms of a group that carry `adds` sum to the group's result. Shared by all programmes. */
export interface Term {
  /** Which sum it belongs to, e.g. `income`, `amount`. */
  readonly group: string;
  /** Chinese, for officers, letters and citizens. */
  readonly label: string;
  /** Fen for `unit: 'fen'`, else a count, a ratio or a word. */
  readonly value: Fen | number | string | boolean;
  readonly unit: 'fen' | 'persons' | 'ratio' | 'months' | 'text';
  /** True where the value is a summand of the group, false or absent where it informs. */
  readonly adds?: boolean;
  /** The exact value where fen cannot show it, e.g. "1300/3" (fen). */
  readonly exact?: string;
  readonly clause?: string;
  readonly parameter?: ParameterSource;
  readonly member?: string;
  /** JSON path of the input it rests on, e.g. `incomes[0]`. */
  readonly from?: string;
  /** Id of the document or survey that proves it. */
  readonly evidence?: string;
}

export const sourceOf = (resolved: Resolved): ParameterSource => ({
  id: resolved.id,
  title: resolved.title,
  ...(resolved.category === undefined ? {} : { category: resolved.category }),
  from: resolved.from,
  division: resolved.division,
  reference: resolved.reference,
  confidence: resolved.confidence,
  ...(resolved.assumed ? { assumed: true } : {}),
});

/** JSON-safe: fen become yuan strings and the unit says so. */
export const termToJson = (term: Term): Record<string, unknown> =>
  term.unit === 'fen' && typeof term.value === 'bigint'
    ? { ...term, value: yuanFromFen(term.value), unit: 'yuan' }
    : { ...term };

/** The sum of the adding fen terms of a group. */
export const sumOf = (terms: readonly Term[], group: string): Fen =>
  terms.reduce((sum, term) => (term.group === group && term.adds ? sum + BigInt(term.value) : sum), 0n);
