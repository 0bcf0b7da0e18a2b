import type { ParameterSource, Term } from '../explain';
import { roundTo, subtract, fraction, type Rational } from '../rational';

interface About {
  readonly clause?: string;
  readonly parameter?: ParameterSource;
  readonly member?: string | undefined;
  readonly from?: string;
  readonly evidence?: string | undefined;
}

/**
 * Where the rules write what they do; undefined where only the answer is asked for. One set of rules serves both: with
 * `to?.push(…)` a term that nobody wants is not even made.
 */
export type Terms = Term[] | undefined;

/** A term in fen; the exact fraction stands beside it where fen cannot show it. */
export const moneyTerm = (group: string, label: string, value: Rational, about: About = {}, adds = false): Term => {
  const { member, evidence, ...rest } = about;
  return {
    group,
    label,
    value: roundTo(value, 'halfUp'),
    unit: 'fen',
    ...(adds ? { adds } : {}),
    ...(value.d === 1n ? {} : { exact: `${value.n}/${value.d}` }),
    ...rest,
    ...(member === undefined ? {} : { member }),
    ...(evidence === undefined ? {} : { evidence }),
  };
};

/** Closes a group so that its adding terms sum to `total` to the fen; says so only where something is left. */
export const closeGroup = (terms: Terms, group: string, label: string, total: Rational, about: About = {}): void => {
  if (!terms) return;
  const fen = roundTo(total, 'halfUp');
  let sum = 0n;
  for (const term of terms) if (term.group === group && term.adds) sum += BigInt(term.value);
  if (fen !== sum) terms.push(moneyTerm(group, label, subtract(fraction(fen), fraction(sum)), about, true));
};
