import type { Term } from '../explain';
import { fenFromYuan } from '../money';
import type { Parameters } from '../parameters/resolve';
import { isBelow, roundTo } from '../rational';
import type { Assessment } from './assessment';
import { checkInput } from './check-input';
import { decide, type Answer } from './decide';
import { firstMonth } from './entitlement';
import { gradualExitBy, type GradualExit } from './gradual-exit';
import type { AssessmentInput, GradualExitFacts } from './input';
import { lawsOn } from './laws';
import { basisOf, meansReasons, type Means } from './means';
import { readOverrides } from './overrides';
import { recheckOf } from './recheck';
import { createRuleBook, type RuleBook } from './rule-book';
import { warningsOf } from './sentences';
import { wholeFamilyOnly } from './single-person';

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

const assessBy = (input: AssessmentInput, book: RuleBook): Assessment => {
  const terms: Term[] = [];
  const { beneficiaries, people, persons, standard, means, single, ...decided } = decide(input, book, terms);
  const isWhole = means.standing === 'wholeHousehold';
  const benefiting = people.filter((person) => beneficiaries.some((one) => one.member === person.id));
  const applying = people.some((person) => person.member.appliesAlone);
  const refusedPart = isWhole ? wholeFamilyOnly(applying) : undefined;
  return {
    date: input.date,
    division: input.division,
    area: input.area,
    eligibility: decided.eligibility,
    household: means.standing,
    basis: basisOf(means, single, persons.length, lawsOn(input.date)),
    reasons: [...meansReasons(means, persons.length), ...(refusedPart ? [refusedPart] : []), ...single.reasons],
    members: decided.counting.map(({ person, ...finding }) => ({ member: person.id, ...finding })),
    persons: persons.length,
    householdIncome: decided.income,
    perCapitaIncome: decided.perCapita,
    standard: { monthly: standard.value, source: standard.source },
    method: beneficiaries.length > 0 ? decided.method : undefined,
    monthly: decided.monthly,
    beneficiaries,
    property: means.property,
    ...(input.gradualExit ? { gradualExit: exitOf(input, input.gradualExit, means, book) } : {}),
    recheck: recheckOf(input, isWhole || beneficiaries.length === 0 ? persons : benefiting, book),
    entitledFrom: beneficiaries.length > 0 ? firstMonth(input.date) : undefined,
    terms,
    warnings: warningsOf(input, people, standard.source, terms, book),
  };
};

type Rules<Result> = (input: AssessmentInput, book: RuleBook) => Result;

/** The class that an office found is the one override of whole populations: their rule books are kept too. */
const classAlone = ({ overrides, area }: AssessmentInput): string | undefined => {
  const names = Object.keys(overrides ?? {});
  return names.length === 1 && typeof overrides?.['class'] === 'string' ? `/${area}/${overrides['class']}` : undefined;
};

/** Checks each input and resolves the parameters of each day and place once. */
const by = <Result>(parameters: Parameters, rules: Rules<Result>): ((input: AssessmentInput) => Result) => {
  const books = new Map<string, RuleBook>();
  return (raw) => {
    const byClass = classAlone(raw);
    const key = `${raw.date}/${raw.division}${byClass ?? ''}`;
    const known = books.get(key);
    const input = checkInput(raw, known?.division);
    const { date, division, area, overrides = {} } = input;
    const ruledBy = (): RuleBook => createRuleBook(parameters, date, division, readOverrides(overrides, area));
    if (byClass === undefined && Object.keys(overrides).length > 0) return rules(input, ruledBy());
    const book = known ?? (byClass === undefined ? createRuleBook(parameters, date, division) : ruledBy());
    if (!known) books.set(key, book);
    return rules(input, book);
  };
};

export type Assessor = (input: AssessmentInput) => Assessment;

/** An assessor that resolves the parameters of each day and place once; for many households. */
export const createAssessor = (parameters: Parameters): Assessor => by(parameters, assessBy);

export type Answerer = (input: AssessmentInput) => Answer;

/** The same rules without a word of explanation: who gets how much. For whole populations. */
export const createAnswerer = (parameters: Parameters): Answerer =>
  by(parameters, (input, book) => decide(input, book, undefined));

// @clause 二(一) whole household, single person, marginal household, amount
/**
 * Eligibility, monthly amount and every term for one household on one day.
 * @throws AppError invalidInput with the JSON path of each wrong field; parameterUnknown where a value was not published.
 */
export const assess = (input: AssessmentInput, parameters: Parameters): Assessment => createAssessor(parameters)(input);
