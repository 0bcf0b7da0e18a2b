import type { Assessment, Beneficiary } from '../dibao/assessment';
import type { Answer } from '../dibao/decide';
import { firstMonth } from '../dibao/entitlement';
import type { AssessmentInput, Member } from '../dibao/input';
import { currentCode } from '../divisions';
import { sourceOf, type Term } from '../explain';
import { sayYuan } from '../money';
import { fenOf, integerOf } from '../parameters/read';
import type { Parameters, Resolved } from '../parameters/resolve';
import { fraction, ZERO } from '../rational';

const CLAUSES = {
  eligibility: '《特困人员认定办法》(民发〔2021〕43号)',
  amount: '《社会救助暂行办法》第十五条;云南省民政厅2022年6月28日通知三(二)',
  recheck: '两办《关于改革完善社会救助制度的意见》七',
} as const;

interface Standard {
  readonly resolved: Resolved;
  readonly monthly: bigint;
  readonly division: string;
}

const standardOf = ({ division: given, date }: AssessmentInput, parameters: Parameters): Standard => {
  const division = currentCode(given, date);
  const resolved = parameters.get('tekun.standard.basic', { on: date, division });
  return { resolved, monthly: fenOf(resolved), division };
};

const livingOf = ({ members, date }: AssessmentInput): readonly Member[] =>
  members.filter(({ diedOn }) => diedOn === undefined || diedOn > date);

const beneficiariesOf = (input: AssessmentInput, { monthly }: Standard): readonly Beneficiary[] =>
  livingOf(input).map(({ id }) => ({ member: id, monthly }));

const answerOf = (input: AssessmentInput, standard: Standard): Answer => {
  const beneficiaries = beneficiariesOf(input, standard);
  return {
    eligibility: beneficiaries.length > 0 ? 'wholeHousehold' : 'notEligible',
    beneficiaries,
    monthly: standard.monthly * BigInt(beneficiaries.length),
  };
};

const termsOf = ({ resolved, monthly }: Standard, beneficiaries: readonly Beneficiary[]): readonly Term[] =>
  beneficiaries.map(({ member }) => ({
    group: 'amount',
    label: '特困人员基本生活标准(每人每月)',
    value: monthly,
    unit: 'fen',
    adds: true,
    clause: CLAUSES.amount,
    parameter: sourceOf(resolved),
    member,
  }));

/** The basic living of each person in 特困供养; care money goes to the institution or the caregiver and is no part of it. */
export const answerTekun = (input: AssessmentInput, parameters: Parameters): Answer =>
  answerOf(input, standardOf(input, parameters));

// @clause 三(二) a person in 特困供养 gets the basic living standard of the day and place
/**
 * The same with its reasons. Who is 特困 was found elsewhere: income and property are not looked at again here.
 * @throws AppError parameterUnknown where the standard of the day is not known
 */
export const assessTekun = (input: AssessmentInput, parameters: Parameters): Assessment => {
  const standard = standardOf(input, parameters);
  const { resolved, monthly, division } = standard;
  const { eligibility, beneficiaries, monthly: sum } = answerOf(input, standard);
  const found = beneficiaries.length > 0;
  const standing = found ? 'wholeHousehold' : 'notEligible';
  const says = found
    ? `特困人员${beneficiaries.length}人,每人每月按基本生活标准${sayYuan(monthly)}`
    : '没有在世的特困人员,供养终止';
  return {
    date: input.date,
    division,
    area: input.area,
    eligibility,
    household: standing,
    basis: { ground: 'tekun', clause: CLAUSES.eligibility, text: says },
    reasons: [says, '特困资格以认定为准,这里只核定金额,不核算收入和财产'],
    members: input.members.map(({ id }) => {
      const counted = beneficiaries.some(({ member }) => member === id);
      return { member: id, counted, why: counted ? '特困人员' : '已去世', clause: CLAUSES.eligibility };
    }),
    persons: beneficiaries.length,
    householdIncome: ZERO,
    perCapitaIncome: ZERO,
    standard: { monthly: fraction(monthly), source: sourceOf(resolved) },
    method: undefined,
    monthly: sum,
    beneficiaries,
    property: [],
    recheck: {
      category: 'yearly',
      months: integerOf(parameters.get('dibao.recheck.months', { on: input.date, division, category: 'yearly' })),
      clause: CLAUSES.recheck,
      why: '特困人员每年核查一次',
    },
    entitledFrom: found ? firstMonth(input.date) : undefined,
    terms: termsOf(standard, beneficiaries),
    warnings: [],
  };
};
