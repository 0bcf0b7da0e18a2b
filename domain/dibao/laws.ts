import type { CivilDate } from '../civil-date';

/** Clauses as cited in explanations. */
export interface Laws {
  readonly members: string;
  readonly single: string;
  readonly income: string;
  readonly property: string;
  readonly amount: string;
  readonly eligibility: string;
}

const since2021: Laws = {
  members: '《最低生活保障审核确认办法》第七条',
  single: '《最低生活保障审核确认办法》第八条',
  income: '《最低生活保障审核确认办法》第十三条',
  property: '《最低生活保障审核确认办法》第十四条',
  amount: '《最低生活保障审核确认办法》第二十三条;《社会救助暂行办法》第十二条',
  eligibility: '《社会救助暂行办法》第九条',
};
const before2021: Laws = {
  members: '《最低生活保障审核审批办法(试行)》第五条',
  single: '云南省完善城乡最低生活保障制度的意见(2019年农村、2021年城市)',
  income: '《最低生活保障审核审批办法(试行)》',
  property: '《最低生活保障审核审批办法(试行)》',
  amount: '《社会救助暂行办法》第十二条;《最低生活保障审核审批办法(试行)》第二十七条',
  eligibility: '《社会救助暂行办法》第九条',
};

/** The law in force on a day: the 2021 measures repealed those of 2012 on 2021-07-01. */
export const lawsOn = (date: CivilDate): Laws => (date >= '2021-07-01' ? since2021 : before2021);

/** Rigid expenditure: the notice names all four kinds; before it the income clause allows deductions by local rule. */
export const rigidClauseOn = (date: CivilDate): string =>
  date >= '2022-06-28' ? '云南省民政厅2022年6月28日通知二(一)' : lawsOn(date).income;

export const clauses = {
  followUp: '《关于进一步做好最低生活保障等社会救助兜底保障工作的通知》(2022年10月20日)一(一)',
  increments: '《社会救助暂行办法》第十二条;《最低生活保障审核确认办法》第二十七条',
  entitlement: '《最低生活保障审核确认办法》第二十一条',
  wholeFamily: '《最低生活保障审核确认办法》第二十八条',
  recheck: '《最低生活保障审核确认办法》第三十一条',
  workRefusal: '《最低生活保障审核确认办法》第三十四条;《社会救助暂行办法》第四十五条',
} as const;
