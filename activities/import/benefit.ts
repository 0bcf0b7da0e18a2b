import type { Assessment } from '../../domain/dibao/assessment';
import { addMonthsToMonth, monthOf, type CivilMonth } from '../../domain/civil-date';
import { AppError } from '../../domain/errors';
import { programmes } from '../../domain/lifecycle/programmes';
import { fenFromYuan, sayYuan, type Fen } from '../../domain/money';
import type { Assessor } from '../../domain/assess';
import type { AssessmentInput } from '../../domain/dibao/input';
import type { Share } from '../entitlements';
import type { Household } from './household';

/** What the household gets from which month, and what the rules say of it. */
export interface Entitled {
  readonly fromMonth: CivilMonth;
  readonly monthlyFen: Fen;
  readonly shares: readonly Share[];
  readonly warnings: readonly string[];
  readonly assessed?: { readonly input: AssessmentInput; readonly result: Assessment };
}

export type Judged = Entitled | { readonly refused: string };

/** Evenly, the first by id getting the odd fen. */
const evenly = (fen: Fen, personIds: readonly string[]): readonly Share[] => {
  const ids = [...personIds].sort();
  const each = fen / BigInt(ids.length);
  const odd = fen % BigInt(ids.length);
  return ids.map((personId, index) => ({ personId, fen: each + (BigInt(index) < odd ? 1n : 0n) }));
};

const ruled = (assess: Assessor, input: AssessmentInput): { readonly result?: Assessment; readonly why?: string } => {
  try {
    return { result: assess(input) };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'parameterUnknown') throw error;
    return { why: error.message };
  }
};

const isEntitled = ({ eligibility }: Assessment): boolean =>
  eligibility === 'wholeHousehold' || eligibility === 'singlePerson';
const sharesOf = ({ beneficiaries }: Assessment): readonly Share[] =>
  beneficiaries.map(({ member, monthly }) => ({ personId: member, fen: monthly }));

const warningsOf = (
  label: string,
  given: Fen,
  result: Assessment | undefined,
  why: string | undefined,
): readonly string[] => {
  if (!result) return [`无法按规则核对:${why ?? ''};按所填金额${sayYuan(given)}导入`];
  if (!isEntitled(result))
    return [`按规则核算不符合${label}条件(${result.basis.text});按所填金额${sayYuan(given)}导入,请尽快复核`];
  if (result.monthly === given) return [];
  return [
    `所填每月${sayYuan(given)}${given < result.monthly ? '低于' : '高于'}按当时标准核算的${sayYuan(result.monthly)};按所填金额导入,请复核`,
  ];
};

/** The amount of the file goes before the rules, with a warning where they differ; without one the rules decide. */
export const judge = (
  household: Household,
  input: AssessmentInput,
  beneficiaryIds: readonly string[],
  assess: Assessor,
): Judged => {
  const { monthly, fromMonth, ruralClass } = household.benefit;
  const { label } = programmes[household.application.programme];
  const asked = ruralClass ? { ...input, overrides: { class: ruralClass } } : input;
  const { result, why } = ruled(assess, asked);
  const assessed = result && { assessed: { input: asked, result } };
  if (monthly === undefined) {
    if (!result) return { refused: `没有填写月保障金额,也无法按规则核算:${why ?? ''}` };
    if (!isEntitled(result)) return { refused: `不符合${label}条件:${result.reasons.join(';')}` };
    return {
      fromMonth: fromMonth ?? result.entitledFrom ?? addMonthsToMonth(monthOf(input.date), 1),
      monthlyFen: result.monthly,
      shares: sharesOf(result),
      warnings: [],
      ...assessed,
    };
  }
  const given = fenFromYuan(monthly);
  if (given === 0n) return { refused: '月保障金额为0;不在享的户请不要导入' };
  const shares =
    result && isEntitled(result) && result.monthly === given ? sharesOf(result) : evenly(given, beneficiaryIds);
  return {
    fromMonth: fromMonth ?? monthOf(input.date),
    monthlyFen: given,
    shares,
    warnings: warningsOf(label, given, result, why),
    ...assessed,
  };
};
