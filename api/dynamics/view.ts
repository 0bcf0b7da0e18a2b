import { z } from 'zod';
import type { DynamicsList } from '../../generated/prisma/client';
import {
  decisions,
  dynamicsKinds,
  levels,
  listStates,
  type DynamicsDecision,
  type DynamicsKind,
  type ListState,
} from '../../domain/dynamics/kinds';
import { nameOf } from '../../domain/divisions';
import { exampleCaseId } from '../cases/application/example-case';

export const ListSummary = z
  .object({
    id: z.uuid(),
    township: z.string(),
    townshipName: z.string(),
    month: z.string(),
    openedOn: z.string(),
    dueOn: z.string(),
    overdue: z.boolean(),
    level: z.int().meta({ description: '逾期已报到哪一级:1乡镇负责人,2县级,3州市' }),
    levelLabel: z.string(),
    state: z.enum(['open', 'submitted', 'signed']),
    stateLabel: z.string(),
    todo: z.string().nullable(),
    version: z.int(),
    items: z.int(),
    undecided: z.int(),
  })
  .meta({ id: 'DynamicsListSummary', description: '一个乡镇一个月的动态管理清单' });

export const ItemView = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  number: z.string(),
  applicantName: z.string(),
  personName: z.string().nullable(),
  kind: z.string(),
  kindLabel: z.string(),
  todo: z.string(),
  onDate: z.string(),
  matterKind: z.string().nullable().meta({ description: '可以转办的事项' }),
  decision: z.enum(['noChange', 'matter', 'note']).nullable(),
  decisionLabel: z.string().nullable(),
  note: z.string().nullable(),
});

export const ListView = ListSummary.extend({
  list: z.array(ItemView),
  mySign: z.string().nullable().meta({ description: '现在不能签字的原因;可以签字时为空' }),
}).meta({ id: 'DynamicsList' });

export const summaryView = (
  row: DynamicsList,
  counts: { readonly items: number; readonly undecided: number },
  today: string,
): z.input<typeof ListSummary> => {
  const state = row.state as ListState;
  const shown: { readonly label: string; readonly todo?: string } = listStates[state];
  return {
    id: row.id,
    township: row.township,
    townshipName: nameOf(row.township),
    month: row.month,
    openedOn: row.openedOn,
    dueOn: row.dueOn,
    overdue: state !== 'signed' && row.dueOn < today,
    level: row.level,
    levelLabel: levels[row.level] ?? '',
    state,
    stateLabel: shown.label,
    todo: shown.todo ?? null,
    version: row.version,
    ...counts,
  };
};

export const kindLabel = (kind: string): string => dynamicsKinds[kind as DynamicsKind].label;
export const decisionLabel = (decision: string): string => decisions[decision as DynamicsDecision];

export const exampleList = {
  id: '3d0c7a8e-1f52-4a6e-8b7c-5e2f9a1b0c41',
  township: '530581001',
  townshipName: '腾越街道',
  month: '2022-09',
  openedOn: '2022-09-01',
  dueOn: '2022-09-20',
  overdue: false,
  level: 0,
  levelLabel: '',
  state: 'open' as const,
  stateLabel: '待核对',
  todo: '逐项核对并决定,全部决定后提交',
  version: 0,
  items: 1,
  undecided: 1,
};

export const exampleView: z.input<typeof ListView> = {
  ...exampleList,
  list: [
    {
      id: '3d0c7a8e-1f52-4a6e-8b7c-5e2f9a1b0c42',
      caseId: exampleCaseId,
      number: '530581-2022-000123',
      applicantName: '甲示例',
      personName: '丙示例',
      kind: 'turns18',
      kindLabel: '年满18周岁',
      todo: '核实是否在校,调整增发和赡养抚养情况',
      onDate: '2022-10-12',
      matterKind: 'change',
      decision: null,
      decisionLabel: null,
      note: null,
    },
  ],
  mySign: '还有1项没有决定',
};
