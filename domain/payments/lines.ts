/**
 * A payment line is a household's money for one month. Where it can go from each state; the database holds the same table
 * (`line_may_go`) and books every change in the ledger.
 */
export const lineStates = {
  pending: { label: '待发放', next: ['held', 'sent', 'cancelled'] },
  held: { label: '暂缓', next: ['pending', 'cancelled'] },
  sent: { label: '已送发放', next: ['paid', 'failed', 'uncertain'] },
  uncertain: { label: '结果不明', next: ['paid', 'failed'] },
  paid: { label: '已到账', next: ['failed'] },
  failed: { label: '发放失败', next: ['paid', 'reissued'] },
  reissued: { label: '已改为重发', next: ['paid'] },
  cancelled: { label: '已取消', next: [] },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly next: readonly string[] }>>;

export type LineState = keyof typeof lineStates;

/** Where a line waits for somebody; few of a list do, and the database finds them by its column `stuck`. */
export const stuckStates: ReadonlySet<LineState> = new Set(['held', 'failed', 'uncertain']);

/** What a line is paid for; `difference` makes good what a month already drawn was too little. */
export const lineKinds = {
  regular: '按月发放',
  difference: '补差',
  priceLinkage: '物价补贴',
  oneOff: '一次性补贴',
} as const;

export type LineKind = keyof typeof lineKinds;
