import type { TermView } from '../../../shared/api/types';

/** The parts of a receipt in the order in which the rules reason. */
const labels: Readonly<Record<string, string>> = {
  members: '计算人口',
  income: '家庭收入',
  deduction: '刚性支出扣减',
  deductions: '刚性支出扣减',
  property: '家庭财产',
  perCapita: '人均收入与标准',
  standard: '标准',
  eligibility: '认定',
  single: '单人户',
  amount: '保障金额',
  result: '结果',
};

export const labelOfGroup = (group: string): string => labels[group] ?? '其他';

export interface Group {
  readonly group: string;
  readonly label: string;
  readonly terms: readonly TermView[];
}

export const groupTerms = (terms: readonly TermView[]): readonly Group[] =>
  [...new Set(terms.map(({ group }) => group))].map((group) => ({
    group,
    label: labelOfGroup(group),
    terms: terms.filter((term) => term.group === group),
  }));
