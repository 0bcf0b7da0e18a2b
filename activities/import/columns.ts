import type { ExpenseKind, IncomeKind } from '../../domain/dibao/kinds';
import { day, divisionCode, idNumber, money, month, oneOf, text, type Reader } from './cells';
import {
  areas,
  classes,
  disabilities,
  employments,
  grades,
  labours,
  programmeWords,
  relations,
  studies,
  yesNo,
} from './words';

interface Column<Value> {
  readonly title: string;
  readonly read: Reader<Value>;
  readonly needed?: true;
}

const column = <Value>(title: string, read: Reader<Value>): Column<Value> => ({ title, read });
const needed = <Value>(title: string, read: Reader<Value>): Column<Value> & { readonly needed: true } => ({
  title,
  read,
  needed: true,
});

/** Said once for a household, on any of its lines. */
export const householdColumns = {
  number: needed('户编号', text),
  programme: column('救助类型', oneOf(programmeWords)),
  division: needed('行政区划代码', divisionCode),
  area: needed('城乡', oneOf(areas)),
  address: column('住址', text),
  phone: column('联系电话', text),
  fromMonth: column('享受起始月', month),
  monthly: column('月保障金额', money),
  ruralClass: column('类别', oneOf(classes)),
  checkedOn: column('最近核查日期', day),
} as const;

/** Of the person on the line. */
export const memberColumns = {
  name: needed('姓名', text),
  idNumber: needed('身份证号', idNumber),
  relation: needed('与申请人关系', oneOf(relations)),
  applicant: column('申请人', oneOf(yesNo)),
  beneficiary: column('保障对象', oneOf(yesNo)),
  disability: column('残疾类别', oneOf(disabilities)),
  grade: column('残疾等级', oneOf(grades)),
  certificate: column('残疾证号', idNumber),
  illness: column('重病', oneOf(yesNo)),
  study: column('在读', oneOf(studies)),
  labour: column('劳动能力', oneOf(labours)),
  employment: column('就业', oneOf(employments)),
} as const;

interface Sum<Kind> {
  readonly title: string;
  readonly kind: Kind;
  readonly per: 'month' | 'year';
}

export const incomeColumns: readonly Sum<IncomeKind>[] = [
  { title: '工资性收入(月)', kind: 'wage', per: 'month' },
  { title: '经营净收入(月)', kind: 'business', per: 'month' },
  { title: '务农收入(年)', kind: 'farming', per: 'year' },
  { title: '财产净收入(年)', kind: 'property', per: 'year' },
  { title: '养老金(月)', kind: 'pension', per: 'month' },
  { title: '基础养老金(月)', kind: 'basicPension', per: 'month' },
  { title: '赡养费收入(月)', kind: 'supportReceived', per: 'month' },
  { title: '其他收入(月)', kind: 'other', per: 'month' },
];

export const expenseColumns: readonly Sum<ExpenseKind>[] = [
  { title: '因病支出(年)', kind: 'illness', per: 'year' },
  { title: '因残支出(年)', kind: 'disability', per: 'year' },
  { title: '因学支出(年)', kind: 'education', per: 'year' },
  { title: '就业成本(月)', kind: 'employment', per: 'month' },
];

type Values<Columns> = {
  readonly [key in keyof Columns]: Columns[key] extends { readonly read: Reader<infer Value> }
    ? Value | undefined
    : never;
};
export type HouseholdCells = Values<typeof householdColumns>;
export type MemberCells = Values<typeof memberColumns>;

const all = [...Object.values(householdColumns), ...Object.values(memberColumns), ...incomeColumns, ...expenseColumns];
export const knownTitles: readonly string[] = all.map(({ title }) => title);
export const neededTitles: readonly string[] = [...Object.values(householdColumns), ...Object.values(memberColumns)]
  .filter((one) => 'needed' in one)
  .map(({ title }) => title);
