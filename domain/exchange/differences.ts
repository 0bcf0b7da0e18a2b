/** How the two systems can differ about a person or a standard. */
export const differences = {
  onlyHere: { label: '只在本系统' },
  onlyThere: { label: '只在对方系统' },
  programme: { label: '救助类型不同' },
  class: { label: '类别不同' },
  amount: { label: '金额不同' },
  dates: { label: '起始日期不同' },
} as const;
export type Difference = keyof typeof differences;
export const differenceNames = Object.keys(differences) as [Difference, ...Difference[]];

/** What an office decides about a difference. */
export const settlements = {
  correctThere: { label: '本系统正确,由对方更正', todo: '再次报送或回填' },
  correctHere: { label: '对方正确,本系统更正', todo: '在案件中更正后再报送' },
  noMatter: { label: '不影响待遇,不处理', todo: '' },
} as const;
export type Settlement = keyof typeof settlements;
export const settlementNames = Object.keys(settlements) as [Settlement, ...Settlement[]];

/** `gone`: a later list no longer shows it; `replaced`: a later list shows it anew. */
export const differenceStates = {
  open: { label: '待处理' },
  settled: { label: '已处理' },
  gone: { label: '已一致' },
  replaced: { label: '已有新的比对' },
} as const;
export type DifferenceState = keyof typeof differenceStates;

/** What is compared, field by field; an empty field of the other side is not compared: its file has no such column. */
export type Compared = Readonly<Partial<Record<'programme' | 'class' | 'amount' | 'dates', string>>>;

const order = ['programme', 'class', 'amount', 'dates'] as const;

// @clause 三(二) what the two systems hold is held against each other, field by field
/** The fields in which the two sides differ; one side missing is a difference of its own. */
export const differencesOf = (ours: Compared | undefined, theirs: Compared | undefined): readonly Difference[] => {
  if (!ours) return theirs ? ['onlyThere'] : [];
  if (!theirs) return ['onlyHere'];
  return order.filter((field) => theirs[field] !== undefined && (ours[field] ?? '') !== theirs[field]);
};
