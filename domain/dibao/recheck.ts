import type { Assessment } from './assessment';
import type { AssessmentInput, Income } from './input';
import type { IncomeKind } from './kinds';
import { clauses } from './laws';
import type { Person } from './people';
import type { RuleBook } from './rule-book';

export interface RecheckCategory {
  readonly category: 'yearly' | 'halfYearly';
  readonly months: number;
  readonly clause: string;
  readonly why: string;
}

const regular: ReadonlySet<IncomeKind> = new Set(['pension', 'basicPension', 'unemploymentBenefit', 'survivorBenefit']);

const isFixed = (income: Income): boolean => income.fixed ?? regular.has(income.kind);

/** Half-yearly where the income is not fixed and somebody can work; else yearly (审核确认办法第三十一条). */
export const recheckCategory = (
  facts: { readonly incomeFixed: boolean; readonly canWork: boolean },
  book: RuleBook,
): RecheckCategory => {
  const category = !facts.incomeFixed && facts.canWork ? 'halfYearly' : 'yearly';
  const why =
    category === 'halfYearly' ? '收入来源不固定、有劳动能力,每半年核查一次' : '短期内经济状况变化不大,每年核查一次';
  return { category, months: book.count('dibao.recheck.months', category).value, clause: clauses.recheck, why };
};

/** From the facts: an able person without any fixed income of their own makes the household's income not fixed. */
export const recheckOf = (
  input: AssessmentInput,
  persons: readonly Person[],
  book: RuleBook,
): Assessment['recheck'] => {
  const able = persons.filter((person) => person.labour !== 'none');
  const fixed = able.every((person) => {
    const own = (input.incomes ?? []).filter((income) => income.member === person.id);
    return own.length > 0 && own.every(isFixed);
  });
  return recheckCategory({ incomeFixed: fixed, canWork: able.length > 0 }, book);
};
