import type { ParameterSource } from '../explain';
import { fenFromYuan } from '../money';
import {
  compare,
  fraction,
  fromDecimal,
  isBelow,
  multiply,
  notNegative,
  subtract,
  ZERO,
  type Rational,
} from '../rational';
import { classesOf, type ClassFinding } from './class';
import type { Area } from './input';
import type { Tier } from './override-tables';
import type { Person } from './people';
import type { RuleBook } from './rule-book';

/** What a method may look at. `income` is what is set against the standard: per head of the household, or of the person alone. */
export interface AmountFacts {
  readonly persons: readonly Person[];
  readonly area: Area;
  readonly income: Rational;
  readonly householdIncome: Rational;
  readonly standard: Rational;
  readonly standardSource: ParameterSource;
  readonly book: RuleBook;
}

export interface Base {
  readonly value: Rational;
  readonly label: string;
  readonly parameter: ParameterSource;
  readonly class?: ClassFinding;
}

type Method = (facts: AmountFacts) => (person: Person) => Base;

const same =
  (make: (facts: AmountFacts) => Base): Method =>
  (facts) => {
    const base = make(facts);
    return () => base;
  };

const tierRatio = (tier: Tier, standard: Rational): Rational =>
  tier.amount === undefined ? multiply(standard, fromDecimal(tier.ratio ?? '0')) : fraction(fenFromYuan(tier.amount));

const tierFits = (tier: Tier, { income, standard }: AmountFacts): boolean =>
  (tier.incomeBelow === undefined || isBelow(income, fraction(fenFromYuan(tier.incomeBelow)))) &&
  (tier.ratioBelow === undefined || isBelow(income, multiply(standard, fromDecimal(tier.ratioBelow)))) &&
  (tier.gapAtLeast === undefined || compare(subtract(standard, income), fraction(fenFromYuan(tier.gapAtLeast))) >= 0);

const difference = (label: string, of: (facts: AmountFacts) => Rational): Method =>
  same((facts) => ({
    value: notNegative(subtract(facts.standard, of(facts))),
    label,
    parameter: facts.standardSource,
  }));

/** Each method gives the base of one person a month, before the minimum, increments and rounding. */
const methods: Readonly<Record<string, Method>> = {
  difference: difference('(低保标准-家庭人均收入)', ({ income }) => income),
  ownDifference: difference('低保标准-本人收入', ({ income }) => income),
  perCapitaDifference: difference('低保标准-家庭人均收入', ({ householdIncome }) => householdIncome),
  full: same(({ standard, standardSource }) => ({
    value: standard,
    label: '低保标准全额',
    parameter: standardSource,
  })),
  ratio: same(({ standard, book }) => {
    const ratio = book.ratio('dibao.singlePerson.ratio');
    return { value: multiply(standard, ratio.value), label: '低保标准按比例', parameter: ratio.source };
  }),
  fixed: same(({ book }) => {
    const fixed = book.amount('dibao.singlePerson.fixed');
    return { value: fixed.value, label: '固定补助金额', parameter: fixed.source };
  }),
  tier: same((facts) => {
    const tiers = facts.book.table<readonly Tier[]>('dibao.tiers');
    const tier = tiers.value.find((row) => tierFits(row, facts));
    const name = tier?.name === undefined ? '' : `:${tier.name}`;
    return {
      value: tier ? tierRatio(tier, facts.standard) : ZERO,
      label: `分档补助${name}`,
      parameter: tiers.source,
    };
  }),
  class: ({ persons, book }) => {
    const classes = classesOf(persons, book);
    return (person) => {
      const found = classes.get(person.id)!;
      const amount = book.amount('dibao.class.amount', found.name);
      return {
        value: amount.value,
        label: `${found.name}类补助(${found.why})`,
        parameter: amount.source,
        class: found,
      };
    };
  },
};

/** @throws AppError parameterUnknown where the method's own figures were not published. */
export const baseAmounts = (method: string, facts: AmountFacts): readonly Base[] => {
  const base = methods[method]!(facts);
  return facts.persons.map(base);
};
