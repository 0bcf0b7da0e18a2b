import type { Role } from '../lifecycle/roles';

/** What a run pays. `monthly` is opened by the calendar, the others by people. */
export const runKinds = {
  monthly: '按月发放',
  supplementary: '补充发放',
  priceLinkage: '物价补贴',
  oneOff: '一次性补贴',
} as const;

export type RunKind = keyof typeof runKinds;

interface RunStateRow {
  readonly label: string;
  /** What is to be done, for whoever holds it. */
  readonly todo?: string;
  readonly heldBy?: Role;
  /** A run can go back to an earlier state until it is released. */
  readonly order: number;
}

/** The stations of a run, in order. Those without `heldBy` are the system's, or wait for the bank. */
export const runStates = {
  drawing: { label: '造册', order: 0 },
  confirming: { label: '乡镇确认', heldBy: 'townshipApprover', todo: '核对本乡镇发放清册并确认', order: 1 },
  making: { label: '县级经办', heldBy: 'countyReviewer', todo: '汇总清册,处理暂缓,提交复核', order: 2 },
  checking: { label: '县级复核', heldBy: 'countyApprover', todo: '复核清册和金额', order: 3 },
  preparing: { label: '财务经办', heldBy: 'financeMaker', todo: '核对资金,提交支付', order: 4 },
  releasing: { label: '财务支付', heldBy: 'financeChecker', todo: '批准支付', order: 5 },
  sending: { label: '生成发放文件', order: 6 },
  paying: { label: '等待回盘', heldBy: 'financeMaker', todo: '导出发放文件,导入回盘文件', order: 7 },
  settled: { label: '已对账', order: 8 },
  cancelled: { label: '已取消', order: 9 },
} as const satisfies Readonly<Record<string, RunStateRow>>;

export type RunState = keyof typeof runStates;

export interface RunActionRow {
  readonly from: readonly RunState[];
  readonly to: RunState | 'stays' | 'earlier';
  readonly by: readonly Role[];
  readonly says: string;
  /** Nobody does two steps that check each other: these earlier actions of the same round must be another person's. */
  readonly apartFrom?: readonly string[];
  readonly needs?: 'reason' | 'returning';
}

/** What people do with a run. `confirm` leads on when the last township has confirmed. */
export const runActions = {
  confirm: { from: ['confirming'], to: 'stays', by: ['townshipApprover'], says: '确认本乡镇清册' },
  submit: { from: ['making'], to: 'checking', by: ['countyReviewer'], says: '提交复核', apartFrom: ['confirm'] },
  check: {
    from: ['checking'],
    to: 'preparing',
    by: ['countyApprover'],
    says: '复核通过',
    apartFrom: ['confirm', 'submit', 'clearHold', 'cancelLine'],
  },
  prepare: {
    from: ['preparing'],
    to: 'releasing',
    by: ['financeMaker'],
    says: '提交支付',
    apartFrom: ['submit', 'check'],
  },
  release: {
    from: ['releasing'],
    to: 'sending',
    by: ['financeChecker'],
    says: '批准支付',
    apartFrom: ['submit', 'check', 'prepare'],
  },
  returnTo: {
    from: ['confirming', 'making', 'checking', 'preparing', 'releasing'],
    to: 'earlier',
    by: ['townshipApprover', 'countyReviewer', 'countyApprover', 'financeMaker', 'financeChecker'],
    says: '退回',
    needs: 'returning',
  },
  cancel: {
    from: ['drawing', 'confirming', 'making', 'checking', 'preparing', 'releasing'],
    to: 'cancelled',
    by: ['countyApprover'],
    says: '取消本批',
    needs: 'reason',
  },
} as const satisfies Readonly<Record<string, RunActionRow>>;

export type RunAction = keyof typeof runActions;

/** What a run's history tells besides people's actions. */
export const runEvents = {
  draw: '造册完成',
  allConfirmed: '各乡镇均已确认',
  belowThreshold: '金额未达财务经办限额,直接进入支付',
  send: '生成发放文件,送出发放',
  import: '导入回盘文件',
  answerByHand: '登记银行结果,经复核入账',
  reissue: '发放失败改为重发',
  reissueCorrected: '账户已更正的成批改为重发',
  settle: '全部有结果,已对账',
  late: '超过发放日仍未到账',
  clearHold: '决定照发',
  cancelLine: '决定本批不发',
} as const;

/** What an event of a run is called; of an event of another part its own name. */
export const sayRunEvent = (action: string): string => {
  const says: Readonly<Record<string, string>> = runEvents;
  return Object.hasOwn(runActions, action) ? runActions[action as RunAction].says : (says[action] ?? action);
};
