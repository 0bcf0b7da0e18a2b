import { deadlineKinds } from '../../../domain/deadlines/kinds';
import { assetKinds, expenseKinds, incomeKinds } from '../../../domain/dibao/kinds';

const labels = (rows: Readonly<Record<string, { readonly label: string }>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(rows).map(([name, { label }]) => [name, label]));

/** The words for the categories of parameters: kinds of income, expense, property and limit, and a few of their own. */
export const categoryWords: Readonly<Record<string, string>> = {
  ...labels(deadlineKinds),
  ...labels(assetKinds),
  ...labels(expenseKinds),
  ...labels(incomeKinds),
  A: 'A类',
  B: 'B类',
  C: 'C类',
  afterReconsideration: '复议后',
  all: '全部',
  appeal: '不服决定',
  county: '县级确认',
  delegated: '委托乡镇确认',
  dibao: '低保',
  direct: '直接起诉',
  enquiry: '咨询',
  extended: '延长后',
  fraud: '举报骗保',
  full: '有劳动能力',
  halfYearly: '每半年',
  help: '求助',
  marginal: '低保边缘家庭',
  misconduct: '干部作风',
  partial: '部分劳动能力',
  petition: '信访',
  rural: '农村',
  service: '服务投诉',
  urban: '城市',
  yearly: '每年',
};
