import type { Fen } from '../money';
import { over, ZERO, type Rational } from '../rational';
import { computeAmount, type Amount } from './amount';
import type { Beneficiary, Eligibility } from './assessment';
import { measureIncome } from './income';
import type { AssessmentInput } from './input';
import { lawsOn } from './laws';
import { weigh, type Means } from './means';
import { countMembers, type Counting } from './members';
import { knowPerson, type Person } from './people';
import type { RuleBook, Ruled } from './rule-book';
import { examineSinglePersons, type SingleResult } from './single-person';
import { moneyTerm, type Terms } from './term-list';

/** What somebody is entitled to, and nothing of why. */
export interface Answer {
  readonly eligibility: Eligibility;
  readonly beneficiaries: readonly Beneficiary[];
  /** Fen a month: the sum of the beneficiaries. */
  readonly monthly: Fen;
}

/** An answer with what it was made of. */
export interface Decision extends Answer {
  readonly people: readonly Person[];
  readonly counting: readonly Counting[];
  /** Those who count, by id. */
  readonly persons: readonly Person[];
  readonly standard: Ruled<Rational>;
  readonly income: Rational;
  readonly perCapita: Rational;
  readonly means: Means;
  readonly method: string;
  readonly single: SingleResult;
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
const nothing: SingleResult = { beneficiaries: [], terms: [], reasons: [] };

const beneficiariesOf = (amount: Amount, people: readonly Person[]): Beneficiary[] =>
  people.flatMap(({ id }) => {
    const monthly = amount.shares.get(id);
    const name = amount.classes.get(id);
    return monthly === undefined ? [] : [{ member: id, monthly, ...(name === undefined ? {} : { class: name }) }];
  });

/** Per head against the two limits, as terms. */
const tellMeans = (terms: Terms, decision: Pick<Decision, 'persons' | 'income' | 'means'>, book: RuleBook): void => {
  const laws = lawsOn(book.on);
  const { perCapita, standard, marginalLimit } = decision.means;
  terms?.push(
    {
      group: 'perCapita',
      label: '共同生活的家庭成员',
      value: decision.persons.length,
      unit: 'persons',
      clause: laws.members,
    },
    moneyTerm('perCapita', '家庭月收入', decision.income, { clause: laws.income }),
    moneyTerm('perCapita', '家庭月人均收入', perCapita, { clause: laws.income }),
    moneyTerm('perCapita', standard.source.title, standard.value, {
      clause: laws.eligibility,
      parameter: standard.source,
    }),
    moneyTerm('perCapita', '低保边缘家庭收入上限', marginalLimit.value, {
      clause: laws.single,
      parameter: marginalLimit.source,
    }),
  );
};

/** The rules themselves, for a checked input. With `terms` each step is written there; without, only the answer is made. */
export const decide = (input: AssessmentInput, book: RuleBook, terms: Terms): Decision => {
  const explain = terms !== undefined;
  const people = input.members.map((member) => knowPerson(member, book));
  const counting = countMembers(people, book);
  // By id, so that the order of the list never decides who gets an odd fen.
  const persons = counting
    .filter((one) => one.counted)
    .map((one) => one.person)
    .sort(byId);
  const standard = book.amount(`dibao.standard.${input.area}`);
  const income = measureIncome(input, { persons, whole: true, exemptSupport: false }, book, standard.value, terms);
  const perCapita = persons.length === 0 ? ZERO : over(income, persons.length);
  const means = weigh(input, new Set(persons.map((person) => person.id)), perCapita, standard, book, explain);
  tellMeans(terms, { persons, income, means }, book);

  const isWhole = means.standing === 'wholeHousehold';
  const method = book.choice<string>(isWhole ? 'dibao.method' : 'dibao.singlePerson.method', input.area).value;
  const facts = {
    persons,
    area: input.area,
    income: perCapita,
    householdIncome: perCapita,
    standard: standard.value,
    standardSource: standard.source,
    book,
  };
  const isMarginal = means.standing === 'marginalHousehold';
  const single = isWhole
    ? nothing
    : examineSinglePersons({ input, book, standard, counting, isMarginal, perCapitaIncome: perCapita, explain });
  const beneficiaries = isWhole ? beneficiariesOf(computeAmount(method, facts, terms), people) : single.beneficiaries;
  terms?.push(...single.terms);
  return {
    eligibility: !isWhole && beneficiaries.length > 0 ? 'singlePerson' : means.standing,
    beneficiaries,
    monthly: beneficiaries.reduce((sum, one) => sum + one.monthly, 0n),
    people,
    counting,
    persons,
    standard,
    income,
    perCapita,
    means,
    method,
    single,
  };
};
