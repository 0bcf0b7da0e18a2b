/** Units a limit can be counted in; a kind with several has the later end. */
export type LimitUnit = 'workingDays' | 'days' | 'months' | 'hours';

interface KindRow {
  readonly label: string;
  /** The event that is not counted itself: 自…之日起. */
  readonly starts: string;
  /** Categories of the length; the first is meant where none is given. */
  readonly variants?: readonly string[];
  /** The parameters that hold length and clause. */
  readonly limits: Partial<Record<LimitUnit, string>>;
  /** Ends with the last day of its month, as benefits do. */
  readonly wholeMonths?: true;
  /** The household's own: when it ends, a right ends, and no office is late. */
  readonly right?: true;
  /** The caller gives the months, within these bounds of the day. */
  readonly givenWithin?: { readonly min: string; readonly max: string };
}

const table = <const Rows extends Record<string, KindRow>>(rows: Rows): Rows => rows;

/** Every limit of a case (lifecycle tables name them); lengths, units, clauses and reminders are parameters. */
export const deadlineKinds = table({
  completenessCheck: {
    label: '材料审查',
    starts: '收到申请',
    limits: { workingDays: 'deadline.completenessCheck.workingDays' },
  },
  supplement: { label: '补正材料', starts: '一次性告知', limits: { days: 'deadline.supplement.days' } },
  investigationStart: {
    label: '开始入户调查',
    starts: '受理',
    limits: { workingDays: 'deadline.investigationStart.workingDays' },
  },
  dataCheckStart: {
    label: '启动信息核对',
    starts: '提请核对',
    limits: { workingDays: 'deadline.dataCheckStart.workingDays' },
  },
  posting: { label: '张榜', starts: '同意初审意见', limits: { workingDays: 'deadline.posting.workingDays' } },
  publicNotice: {
    label: '公示',
    starts: '张榜',
    limits: { days: 'deadline.publicNotice.days', workingDays: 'deadline.publicNotice.workingDays' },
  },
  countyReview: { label: '区县审查', starts: '收到材料', limits: { workingDays: 'deadline.countyReview.workingDays' } },
  decision: {
    label: '审核确认',
    starts: '受理',
    variants: ['county', 'delegated', 'extended'],
    limits: { workingDays: 'deadline.decision.workingDays' },
  },
  refusalLetter: {
    label: '决定书面告知',
    starts: '作出决定',
    limits: { workingDays: 'deadline.refusalLetter.workingDays' },
  },
  recheck: {
    label: '定期核查',
    starts: '上次核定',
    variants: ['yearly', 'halfYearly'],
    limits: { months: 'dibao.recheck.months' },
  },
  suspensionReview: { label: '暂停后复查', starts: '暂停', limits: { months: 'deadline.suspensionReview.months' } },
  gradualExit: {
    label: '渐退',
    starts: '渐退开始',
    limits: {},
    wholeMonths: true,
    givenWithin: { min: 'dibao.gradualExit.minMonths', max: 'dibao.gradualExit.maxMonths' },
  },
  deathProcessing: { label: '成员死亡办理', starts: '死亡', limits: { months: 'deadline.deathProcessing.months' } },
  changeProcessing: {
    label: '变更办理',
    starts: '收到报告',
    limits: { workingDays: 'deadline.changeProcessing.workingDays' },
  },
  takeOver: {
    label: '迁移生效',
    starts: '迁入地接收',
    limits: { months: 'deadline.takeOver.months' },
    wholeMonths: true,
  },
  defence: {
    label: '答复答辩',
    starts: '收到申请书或起诉状副本',
    variants: ['reconsideration', 'suit'],
    limits: { days: 'deadline.defence.days' },
  },
  emergencyHandOver: { label: '急难转办', starts: '登记', limits: { hours: 'deadline.emergencyHandOver.hours' } },
  sampleCheck: { label: '县级抽查', starts: '抽取', limits: { workingDays: 'deadline.sampleCheck.workingDays' } },
  transfer: { label: '迁移办理', starts: '提出迁移', limits: { workingDays: 'deadline.transfer.workingDays' } },
  complaint: {
    label: '诉求办理',
    starts: '登记',
    variants: ['enquiry', 'help', 'service', 'fraud', 'misconduct', 'petition', 'appeal'],
    limits: { workingDays: 'deadline.complaint.workingDays', days: 'deadline.complaint.days' },
  },
  reconsideration: {
    label: '申请行政复议',
    starts: '知道决定',
    limits: { days: 'deadline.reconsideration.days' },
    right: true,
  },
  suit: {
    label: '提起行政诉讼',
    starts: '知道决定',
    variants: ['direct', 'afterReconsideration'],
    limits: { months: 'deadline.suit.months', days: 'deadline.suit.days' },
    right: true,
  },
});

export type DeadlineKind = keyof typeof deadlineKinds;

type VariantsOf<Row> = Row extends { readonly variants: readonly (infer Variant)[] } ? Variant : never;
export type DeadlineVariant = VariantsOf<(typeof deadlineKinds)[DeadlineKind]>;

export const isDeadlineKind = (text: string): text is DeadlineKind => Object.hasOwn(deadlineKinds, text);

/** The row of a kind, with what only some kinds have. */
export const kindRow = (kind: DeadlineKind): KindRow => deadlineKinds[kind];

/** The kinds whose end is nobody's lateness. */
export const rightKinds: readonly DeadlineKind[] = (Object.keys(deadlineKinds) as DeadlineKind[]).filter(
  (kind) => kindRow(kind).right,
);

/** Of the limit for telling a decision: the letter that is to be delivered, by its own title. */
export const labelOfLimit = (kind: DeadlineKind, letterTitle?: string): string =>
  kind === 'refusalLetter' && letterTitle !== undefined ? `送达${letterTitle}` : deadlineKinds[kind].label;

export const unitLabels: Readonly<Record<LimitUnit, string>> = {
  workingDays: '个工作日',
  days: '日',
  months: '个月',
  hours: '小时',
};
