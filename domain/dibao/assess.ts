import type { Term } from '../explain';
import { fenFromYuan } from '../money';
import type { Parameters } from '../parameters/resolve';
import { isBelow, over, roundTo, ZERO } from '../rational';
import { computeAmount, type Amount } from './amount';
import type { Assessment, Beneficiary } from './assessment';
import { checkInput } from './check-input';
import { firstMonth } from './entitlement';
import { measureIncome } from './income';
import { gradualExitBy, type GradualExit } from './gradual-exit';
import type { AssessmentInput, GradualExitFacts } from './input';
import { lawsOn } from './laws';
import { basisOf, meansReasons, weigh, type Means } from './means';
import { countMembers } from './members';
import { readOverrides } from './overrides';
import { knowPerson, type Person } from './people';
import { recheckOf } from './recheck';
import { createRuleBook, type RuleBook } from './rule-book';
import { warningsOf } from './sentences';
import { examineSinglePersons, wholeFamilyOnly, type SingleResult } from './single-person';
import { moneyTerm } from './term-list';

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
const nothing: SingleResult = { beneficiaries: [], terms: [], reasons: [] };

const exitOf = (input: AssessmentInput, facts: GradualExitFacts, means: Means, book: RuleBook): GradualExit => {
  const exit = gradualExitBy(
    {
      ...facts,
      earlierExits: facts.earlierExits ?? 0,
      grantedOn: input.date,
      division: input.division,
      perCapitaIncome: roundTo(means.perCapita, 'up'),
      standard: roundTo(means.standard.value, 'down'),
      lastBenefit: fenFromYuan(facts.lastBenefit),
    },
    book,
  );
  return isBelow(means.perCapita, means.standard.value)
    ? { granted: false, reason: '家庭人均收入未超过低保标准,不适用渐退', clause: exit.clause }
    : exit;
};

const beneficiariesOf = (amount: Amount, people: readonly Person[]): Beneficiary[] =>
  people.flatMap(({ id }) => {
    const monthly = amount.shares.get(id);
    const name = amount.classes.get(id);
    return monthly === undefined ? [] : [{ member: id, monthly, ...(name === undefined ? {} : { class: name }) }];
  });

const assessBy = (input: AssessmentInput, book: RuleBook): Assessment => {
  const laws = lawsOn(input.date);
  const people = input.members.map((member) => knowPerson(member, book));
  const counting = countMembers(people, book);
  // By id, so that the order of the list never decides who gets an odd fen.
  const persons = counting
    .filter((one) => one.counted)
    .map((one) => one.person)
    .sort(byId);
  const standard = book.amount(`dibao.standard.${input.area}`);
  const income = measureIncome(input, { persons, whole: true, exemptSupport: false }, book, standard.value);
  const perCapita = persons.length === 0 ? ZERO : over(income.total, persons.length);
  const means = weigh(input, new Set(persons.map((person) => person.id)), perCapita, standard, book);

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
  const amount = isWhole ? computeAmount(method, facts) : undefined;
  const isMarginal = means.standing === 'marginalHousehold';
  const single = isWhole
    ? nothing
    : examineSinglePersons({ input, book, standard, counting, isMarginal, perCapitaIncome: perCapita });
  const beneficiaries = amount ? beneficiariesOf(amount, people) : single.beneficiaries;
  const benefiting = people.filter((person) => beneficiaries.some((one) => one.member === person.id));
  const applying = people.some((person) => person.member.appliesAlone);
  const refusedPart = isWhole ? wholeFamilyOnly(applying) : undefined;

  const terms: Term[] = [
    ...income.terms,
    { group: 'perCapita', label: '共同生活的家庭成员', value: persons.length, unit: 'persons', clause: laws.members },
    moneyTerm('perCapita', '家庭月收入', income.total, { clause: laws.income }),
    moneyTerm('perCapita', '家庭月人均收入', perCapita, { clause: laws.income }),
    moneyTerm('perCapita', standard.source.title, standard.value, {
      clause: laws.eligibility,
      parameter: standard.source,
    }),
    moneyTerm('perCapita', '低保边缘家庭收入上限', means.marginalLimit.value, {
      clause: laws.single,
      parameter: means.marginalLimit.source,
    }),
    ...(amount?.terms ?? single.terms),
  ];
  return {
    date: input.date,
    division: input.division,
    area: input.area,
    eligibility: !isWhole && beneficiaries.length > 0 ? 'singlePerson' : means.standing,
    household: means.standing,
    basis: basisOf(means, single, persons.length, laws),
    reasons: [...meansReasons(means, persons.length), ...(refusedPart ? [refusedPart] : []), ...single.reasons],
    members: counting.map(({ person, ...finding }) => ({ member: person.id, ...finding })),
    persons: persons.length,
    householdIncome: income.total,
    perCapitaIncome: perCapita,
    standard: { monthly: standard.value, source: standard.source },
    method: beneficiaries.length > 0 ? method : undefined,
    monthly: beneficiaries.reduce((sum, one) => sum + one.monthly, 0n),
    beneficiaries,
    property: means.property,
    ...(input.gradualExit ? { gradualExit: exitOf(input, input.gradualExit, means, book) } : {}),
    recheck: recheckOf(input, isWhole || beneficiaries.length === 0 ? persons : benefiting, book),
    entitledFrom: beneficiaries.length > 0 ? firstMonth(input.date) : undefined,
    terms,
    warnings: warningsOf(input, people, standard.source, terms, book),
  };
};

export type Assessor = (input: AssessmentInput) => Assessment;

/** An assessor that resolves the parameters of each day and place once; for many households. */
export const createAssessor = (parameters: Parameters): Assessor => {
  const books = new Map<string, RuleBook>();
  return (raw) => {
    const input = checkInput(raw);
    if (input.overrides && Object.keys(input.overrides).length > 0) {
      const overrides = readOverrides(input.overrides, input.area);
      return assessBy(input, createRuleBook(parameters, input.date, input.division, overrides));
    }
    const key = `${input.date}/${input.division}`;
    const known = books.get(key) ?? createRuleBook(parameters, input.date, input.division);
    books.set(key, known);
    return assessBy(input, known);
  };
};

// @clause 二(一) whole household, single person, marginal household, amount
/**
 * Eligibility, monthly amount and every term for one household on one day.
 * @throws AppError invalidInput with the JSON path of each wrong field; parameterUnknown where a value was not published.
 */
export const assess = (input: AssessmentInput, parameters: Parameters): Assessment => createAssessor(parameters)(input);
