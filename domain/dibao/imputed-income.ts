import type { ParameterSource } from '../explain';
import { multiply, subtract, type Rational } from '../rational';
import type { Person } from './people';
import type { RuleBook } from './rule-book';

interface Imputed {
  readonly label: string;
  readonly value: Rational;
  readonly about: { readonly member: string; readonly parameter: ParameterSource };
}

/**
 * 劳动力系数: what someone able to work could earn beyond what they do. Off by default;
 * those who truly cannot find work are left out (2022-10-20 一(一)).
 */
export const imputedIncome = (
  persons: readonly Person[],
  earned: (id: string) => Rational,
  book: RuleBook,
): readonly Imputed[] => {
  if (!book.flag('dibao.imputed.enabled').value) return [];
  const base = book.amount('dibao.imputed.base');
  const result: Imputed[] = [];
  for (const { id, labour, member } of persons) {
    if (labour === 'none' || member.cannotFindWork || member.employment === 'retired') continue;
    const coefficient = book.ratio('dibao.imputed.coefficient', labour);
    const value = subtract(multiply(base.value, coefficient.value), earned(id));
    if (value.n > 0n)
      result.push({ label: '按劳动力系数核算的收入', value, about: { member: id, parameter: coefficient.source } });
  }
  return result;
};
