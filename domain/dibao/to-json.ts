import { termToJson } from '../explain';
import { yuanFromFen } from '../money';
import { roundTo, type Rational } from '../rational';
import type { Assessment } from './assessment';
import type { GradualExit } from './gradual-exit';

const yuan = (value: Rational): string => yuanFromFen(roundTo(value, 'halfUp'));

const exitToJson = (exit: GradualExit): Record<string, unknown> => {
  if (!exit.granted) return { ...exit };
  const { amounts, bounds, ...rest } = exit;
  return { ...rest, amounts: amounts.map(yuanFromFen), minMonths: bounds.min, maxMonths: bounds.max };
};

/** The assessment for the wire: fen become yuan strings with two decimals, exact fractions are rounded half up to be shown. */
export const assessmentToJson = (assessment: Assessment): Record<string, unknown> => ({
  ...assessment,
  householdIncome: yuan(assessment.householdIncome),
  perCapitaIncome: yuan(assessment.perCapitaIncome),
  standard: { monthly: yuan(assessment.standard.monthly), source: assessment.standard.source },
  method: assessment.method ?? null,
  entitledFrom: assessment.entitledFrom ?? null,
  monthly: yuanFromFen(assessment.monthly),
  beneficiaries: assessment.beneficiaries.map(({ ownIncome, ...one }) => ({
    ...one,
    monthly: yuanFromFen(one.monthly),
    ...(ownIncome ? { ownIncome: yuan(ownIncome) } : {}),
  })),
  ...(assessment.gradualExit ? { gradualExit: exitToJson(assessment.gradualExit) } : {}),
  terms: assessment.terms.map(termToJson),
});
