import { add, greater, lesser, multiply, negate, ZERO, type Rational } from '../rational';
import { expenseKinds, rigidKinds, type RigidKind } from './kinds';
import { rigidClauseOn } from './laws';
import type { RuleBook, Ruled } from './rule-book';
import { moneyTerm, type Terms } from './term-list';

/** What one member (or '' for the household) has of each rigid expenditure, in fen a month. */
export interface RigidFacts {
  readonly member: string;
  readonly earnings: Rational;
  /** Earnings less tax, contributions and support paid: the bound of the employment cost. */
  readonly netEarnings: Rational;
  readonly subsidies: Rational;
  readonly disabled: boolean;
  readonly stated: { readonly [kind in RigidKind]: Rational };
}

const isPositive = (value: Rational): boolean => value.n > 0n;

/** The cost before caps: stated cost, the rate on earnings, or the two disability subsidies. */
const costOf = (kind: RigidKind, facts: RigidFacts, book: RuleBook): Rational => {
  const stated = facts.stated[kind];
  const ratio = book.ratio('dibao.deduction.ratio', kind).value;
  if (kind === 'employment') return isPositive(stated) ? stated : multiply(facts.earnings, ratio);
  if (kind !== 'disability') return multiply(stated, ratio);
  const basis = book.choice<'subsidies' | 'expenses' | 'higher'>('dibao.deduction.disabilityBasis').value;
  const expenses = multiply(stated, ratio);
  if (basis === 'subsidies') return facts.subsidies;
  return basis === 'expenses' ? expenses : greater(expenses, facts.subsidies);
};

const appliesTo = (kind: RigidKind, facts: RigidFacts): boolean => {
  if (kind === 'employment') return isPositive(facts.earnings);
  if (kind === 'disability')
    return facts.disabled || isPositive(facts.subsidies) || isPositive(facts.stated.disability);
  return isPositive(facts.stated[kind]);
};

/** What is taken off for one kind, at least zero. */
const deduct = (kind: RigidKind, facts: RigidFacts, book: RuleBook, standard: Rational, terms: Terms): Rational => {
  if (!appliesTo(kind, facts) || !book.flag('dibao.deduction.enabled', kind).value) return ZERO;
  const fixed = book.findAmount('dibao.deduction.fixed', kind);
  const multiple = book.findRatio('dibao.deduction.capOfStandard', kind);
  const cap = book.findAmount('dibao.deduction.cap', kind);
  let parameter = fixed?.source;
  let value = fixed?.value ?? costOf(kind, facts, book);
  let note = '';
  const limit = (to: Rational, by: Ruled<unknown>): void => {
    if (lesser(value, to) === value) return;
    value = to;
    parameter = by.source;
    note = '(达到上限)';
  };
  if (multiple) limit(multiply(standard, multiple.value), multiple);
  if (cap) limit(cap.value, cap);
  if (kind === 'employment') value = lesser(value, facts.netEarnings);
  if (!isPositive(value)) return ZERO;
  if (!terms) return value;
  parameter ??=
    kind === 'disability'
      ? book.choice('dibao.deduction.disabilityBasis').source
      : book.ratio('dibao.deduction.ratio', kind).source;
  const label = `扣减${expenseKinds[kind].label}${note}`;
  const about = { clause: rigidClauseOn(book.on), parameter, member: facts.member || undefined };
  terms.push(moneyTerm('income', label, negate(value), about, true));
  return value;
};

// @clause 二(一) rigid expenses: illness, disability, education, employment cost
/** The sum, not above zero, of the deductions of one member; each is a negative term of the group `income`. */
export const rigidDeductions = (facts: RigidFacts, book: RuleBook, standard: Rational, terms: Terms): Rational => {
  let sum = ZERO;
  for (const kind of rigidKinds) sum = add(sum, deduct(kind, facts, book, standard, terms));
  return negate(sum);
};
