import type { Term } from '../explain';
import type { Fen } from '../money';
import { add, fraction, greater, roundTo, times, total, ZERO, type Rational, type RoundingMode } from '../rational';
import { baseAmounts, type AmountFacts, type Base } from './base-amount';
import { incrementsOf } from './increments';
import { lawsOn } from './laws';
import type { RuleBook } from './rule-book';
import { closeGroup, moneyTerm, type Terms } from './term-list';

export interface Amount {
  readonly total: Fen;
  /** Fen of each person; they sum to the total. */
  readonly shares: ReadonlyMap<string, Fen>;
  /** Classes by person, where the method has classes. */
  readonly classes: ReadonlyMap<string, string>;
}

const units: Readonly<Record<string, bigint>> = { fen: 1n, jiao: 10n, yuan: 100n, tenYuan: 1000n };

/** Terms of equal bases are told once with the number of persons. */
const baseTerms = (bases: readonly Base[], clause: string): Term[] => {
  const byLabel = new Map<string, { readonly base: Base; count: number }>();
  for (const base of bases) {
    const key = `${base.label}/${base.value.n}/${base.value.d}`;
    const group = byLabel.get(key);
    if (group) group.count += 1;
    else byLabel.set(key, { base, count: 1 });
  }
  return [...byLabel.values()].map(({ base, count }) => {
    const label = `${base.label}×${count}人`;
    return moneyTerm('amount', label, times(base.value, count), { clause, parameter: base.parameter }, true);
  });
};

/** Whole fen by person: everyone's floor, then what is left spread evenly, the first by id getting the odd fen. */
const allocate = (sum: Fen, exact: readonly (readonly [string, Rational])[]): Map<string, Fen> => {
  const floors = exact.map(([, value]) => roundTo(value, 'down'));
  const rest = sum - floors.reduce((all, fen) => all + fen, 0n);
  const count = BigInt(exact.length);
  const odd = ((rest % count) + count) % count;
  const even = (rest - odd) / count;
  return new Map(exact.map(([id], index) => [id, floors[index]! + even + (BigInt(index) < odd ? 1n : 0n)]));
};

const roundingOf = (book: RuleBook) => ({
  mode: book.choice<RoundingMode>('dibao.rounding.mode'),
  unit: units[book.choice('dibao.rounding.unit').value] ?? 1n,
  scope: book.choice<'household' | 'person'>('dibao.rounding.scope').value,
});

/** Monthly money by a method: base, minimum, increments, then rounding once. Persons come sorted by id. */
export const computeAmount = (method: string, facts: AmountFacts, terms: Terms): Amount => {
  const { book, persons, standard } = facts;
  const { amount: clause } = lawsOn(book.on);
  const minimum = book.amount('dibao.amount.minimumPerPerson');
  const bases = baseAmounts(method, facts);
  terms?.push(...baseTerms(bases, clause));
  let lifted = ZERO;
  const exact = persons.map((person, index): readonly [string, Rational] => {
    const base = bases[index]!.value;
    const share = greater(base, minimum.value);
    if (share !== base) lifted = add(lifted, add(share, { n: -base.n, d: base.d }));
    return [person.id, add(share, incrementsOf(person, share, standard, book, terms))];
  });
  if (lifted.n > 0n)
    terms?.push(moneyTerm('amount', '补足最低补助金额', lifted, { clause, parameter: minimum.source }, true));

  const { mode, unit, scope } = roundingOf(book);
  const round = (value: Rational): Fen => roundTo(value, mode.value, unit);
  const shares =
    scope === 'person'
      ? new Map(exact.map(([id, value]) => [id, round(value)]))
      : allocate(round(total(exact.map(([, value]) => value))), exact);
  const sum = [...shares.values()].reduce((all, fen) => all + fen, 0n);
  closeGroup(terms, 'amount', '取整', fraction(sum), { parameter: mode.source });
  const classes = new Map<string, string>();
  bases.forEach((base, index) => base.class && classes.set(persons[index]!.id, base.class.name));
  return { total: sum, shares, classes };
};
