import { addMonthsToMonth, lastDayOf, monthOf, type CivilDate, type CivilMonth } from '../civil-date';
import type { ParameterSource } from '../explain';
import type { Fen } from '../money';
import type { Parameters } from '../parameters/resolve';
import { compare, fraction, fromDecimal, multiply, roundTo, type Rational } from '../rational';
import { createRuleBook, type Overrides, type RuleBook } from './rule-book';

export type GradualExitReason = 'employment' | 'business';

export interface GradualExitRequest {
  readonly reason: GradualExitReason;
  readonly months: number;
  /** Which bounds apply goes by this day. */
  readonly grantedOn: CivilDate;
  readonly division: string;
  readonly earlierExits: number;
  /** Fen a month, after the job or business began. */
  readonly perCapitaIncome: Fen;
  /** Fen of the last full month before the exit. */
  readonly lastBenefit: Fen;
  /** Fen a month; needed only where the area sets an income ceiling. */
  readonly standard?: Fen;
  readonly registeredPoor?: boolean;
}

export type GradualExit =
  | {
      readonly granted: true;
      /** Fen of each month, the first month after the month of grant first. */
      readonly amounts: readonly Fen[];
      readonly firstMonth: CivilMonth;
      readonly lastMonth: CivilMonth;
      /** Last day of the exit, fixed when granted. */
      readonly endsOn: CivilDate;
      readonly clause: string;
      readonly bounds: GradualExitBounds;
    }
  | { readonly granted: false; readonly reason: string; readonly clause: string };

export interface GradualExitBounds {
  readonly min: number;
  readonly max: number;
  readonly source: ParameterSource;
}

interface Step {
  readonly fromMonth: number;
  readonly ratio: string;
}

const boundsIn = (book: RuleBook): GradualExitBounds => {
  const max = book.count('dibao.gradualExit.maxMonths');
  return { min: book.count('dibao.gradualExit.minMonths').value, max: max.value, source: max.source };
};

/** @throws AppError parameterUnknown before 2020, when no gradual exit was known. */
export const gradualExitBounds = (
  parameters: Parameters,
  grantedOn: CivilDate,
  division: string,
  overrides?: Overrides,
): GradualExitBounds => boundsIn(createRuleBook(parameters, grantedOn, division, overrides));

/** Each month by the steps, else the whole share of the last benefit; never more than it. */
const amountsOf = ({ months, lastBenefit }: GradualExitRequest, book: RuleBook): Fen[] => {
  const share = book.ratio('dibao.gradualExit.share').value;
  const steps = book.table<readonly Step[]>('dibao.gradualExit.steps').value;
  const ratioIn = (month: number): Rational => {
    const reached = steps.filter((step) => step.fromMonth <= month).sort((a, b) => b.fromMonth - a.fromMonth)[0];
    return reached ? fromDecimal(reached.ratio) : share;
  };
  return Array.from({ length: months }, (_, index) =>
    roundTo(multiply(fraction(lastBenefit), ratioIn(index + 1)), 'halfUp'),
  );
};

type Refusal = (request: GradualExitRequest, book: RuleBook, bounds: GradualExitBounds) => string | undefined;

const refusals: readonly Refusal[] = [
  ({ reason }) =>
    ['employment', 'business'].includes(reason) ? undefined : '渐退只适用于就业或创业使收入超过低保标准的家庭',
  ({ months }, _book, { min, max }) =>
    Number.isInteger(months) && months >= min && months <= max ? undefined : `渐退期应为${min}至${max}个月`,
  ({ registeredPoor }, book) =>
    book.flag('dibao.gradualExit.registeredPoorOnly').value && registeredPoor !== true
      ? '当时的渐退期只适用于建档立卡户'
      : undefined,
  ({ lastBenefit }) => (lastBenefit > 0n ? undefined : '没有正在发放的低保金,不能渐退'),
  ({ earlierExits }, book) => {
    const limit = book.findCount('dibao.gradualExit.repeatLimit');
    return limit && earlierExits >= limit.value ? `渐退最多${limit.value}次,已享受${earlierExits}次` : undefined;
  },
  ({ perCapitaIncome, standard }, book) => {
    const ceiling = book.findRatio('dibao.gradualExit.incomeCeiling');
    if (!ceiling) return undefined;
    if (standard === undefined) return '本地设有渐退收入上限,请提供低保标准';
    return compare(fraction(perCapitaIncome), multiply(fraction(standard), ceiling.value)) > 0
      ? '家庭人均收入超过渐退收入上限'
      : undefined;
  },
];

/** By the parameters of the book's day, which must be the day of the grant. */
export const gradualExitBy = (request: GradualExitRequest, book: RuleBook): GradualExit => {
  const bounds = boundsIn(book);
  const clause = bounds.source.reference;
  for (const refuse of refusals) {
    const reason = refuse(request, book, bounds);
    if (reason !== undefined) return { granted: false, reason, clause };
  }
  const firstMonth = addMonthsToMonth(monthOf(request.grantedOn), 1);
  const lastMonth = addMonthsToMonth(firstMonth, request.months - 1);
  return {
    granted: true,
    amounts: amountsOf(request, book),
    firstMonth,
    lastMonth,
    endsOn: lastDayOf(lastMonth),
    clause,
    bounds,
  };
};

// @clause 二(一) gradual exit within the bounds of the day
/** Grants a gradual exit (救助渐退) or says why not. The bounds are those of the day it is granted. */
export const gradualExit = (request: GradualExitRequest, parameters: Parameters, overrides?: Overrides): GradualExit =>
  gradualExitBy(request, createRuleBook(parameters, request.grantedOn, request.division, overrides));
