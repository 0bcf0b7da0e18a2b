import type { MatterKind } from '../lifecycle/matters';

interface KindRow {
  readonly label: string;
  /** What it may change. */
  readonly todo: string;
  /** The matter that fits, where one is opened. */
  readonly matter?: MatterKind;
}

// @clause 一(二) what changes by the calendar is looked at every month, before it changes
/** Why somebody stands in the list of the coming month. */
export const dynamicsKinds = {
  turns16: { label: '年满16周岁', todo: '核实是否在校、是否就业', matter: 'change' },
  turns18: { label: '年满18周岁', todo: '核实是否在校,调整增发和赡养抚养情况', matter: 'change' },
  turns60: { label: '年满60周岁', todo: '核实养老金,调整增发', matter: 'change' },
  leavesSchool: { label: '毕业离校', todo: '核实去向和收入', matter: 'change' },
  expires: { label: '证明或协议到期', todo: '核对并补交新的证明或协议', matter: 'change' },
  exitEnds: { label: '渐退期满', todo: '期满自动停保,提前告知家庭' },
  recheckDue: { label: '复核到期', todo: '安排入户和信息核对', matter: 'recheck' },
} as const satisfies Readonly<Record<string, KindRow>>;

export type DynamicsKind = keyof typeof dynamicsKinds;
export const kindNames = Object.keys(dynamicsKinds) as readonly DynamicsKind[];

export const matterOf = (kind: DynamicsKind): MatterKind | undefined => {
  const row: KindRow = dynamicsKinds[kind];
  return row.matter;
};

/** The ages that are looked at, with the kind of each. */
export const agesLookedAt: readonly (readonly [age: number, kind: DynamicsKind])[] = [
  [16, 'turns16'],
  [18, 'turns18'],
  [60, 'turns60'],
];

export const decisions = { noChange: '无变化', matter: '转办事项', note: '备注' } as const;
export type DynamicsDecision = keyof typeof decisions;

export const listStates = {
  open: { label: '待核对', todo: '逐项核对并决定,全部决定后提交' },
  submitted: { label: '待签字', todo: '由另一人核对并签字' },
  signed: { label: '已签字' },
} as const;
export type ListState = keyof typeof listStates;

/** To whom an overdue list has been reported. */
export const levels = ['', '已报乡镇负责人', '已报县级', '已报州市'] as const;
