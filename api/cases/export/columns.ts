import { civilDateAt } from '../../../domain/civil-date';
import { isProgramme, programmes } from '../../../domain/lifecycle/programmes';
import type { CaseListItem } from '../views/summary';

type Cell = string | number;
interface Column {
  readonly title: string;
  readonly value: (row: CaseListItem) => Cell;
}

/** The last day of a limit, which ends with that day. */
const lastDay = (dueAt: string | null): string => (dueAt === null ? '' : civilDateAt(Date.parse(dueAt) - 1));

/** The columns of the list by the names that the desk has for them; what is masked on screen stands in none. */
const groups = {
  household: [
    { title: '案件编号', value: ({ number }) => number },
    { title: '申请人', value: ({ applicantName }) => applicantName },
    { title: '家庭人数', value: ({ memberCount }) => memberCount },
  ],
  programme: [
    { title: '类型', value: ({ programme }) => (isProgramme(programme) ? programmes[programme].label : programme) },
  ],
  stage: [
    { title: '环节', value: ({ stage }) => stage.label },
    { title: '进入环节日期', value: ({ stage }) => civilDateAt(Date.parse(stage.since)) },
  ],
  time: [
    { title: '最近时限', value: ({ dueAt }) => lastDay(dueAt) },
    { title: '是否超期', value: ({ overdue }) => (overdue ? '超期' : '') },
  ],
  place: [{ title: '地区', value: ({ divisionPath }) => divisionPath }],
  assignee: [{ title: '经办', value: ({ assignee }) => assignee?.name ?? '' }],
  submitted: [{ title: '申请日期', value: ({ submittedAt }) => civilDateAt(Date.parse(submittedAt)) }],
  monthly: [{ title: '月保障金额(元)', value: ({ monthly }) => monthly }],
  marks: [
    { title: '急难', value: ({ emergency }) => (emergency ? '急难' : '') },
    { title: '县级必须入户', value: ({ forcedVisit }) => (forcedVisit ? '是' : '') },
  ],
} as const satisfies Readonly<Record<string, readonly Column[]>>;

export type ColumnName = keyof typeof groups;
export const columnNames = Object.keys(groups) as [ColumnName, ...ColumnName[]];

/** In the order of the list, whatever the order in which they were asked for. */
export const columnsOf = (asked: readonly ColumnName[]): readonly Column[] =>
  columnNames
    .filter((name) => asked.length === 0 || asked.includes(name))
    .flatMap((name): readonly Column[] => groups[name]);
