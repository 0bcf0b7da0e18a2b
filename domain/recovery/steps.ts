import type { Role } from '../lifecycle/roles';

interface StateRow {
  readonly label: string;
  readonly heldBy?: Role;
  readonly todo?: string;
}

/** Where a recovery stands. The bank is asked for what has not been drawn before the household is. */
export const recoveryStates = {
  found: { label: '待核实', heldBy: 'countyReviewer', todo: '核对多发的月份和原因,分清工作差错与骗取' },
  askingBank: { label: '请银行退回', heldBy: 'financeMaker', todo: '请银行退回尚未支取的资金并登记结果' },
  agreeing: { label: '协商还款', heldBy: 'townshipClerk', todo: '与家庭签订还款协议,约定分期' },
  agreed: { label: '协议待复核', heldBy: 'countyApprover', todo: '复核还款协议' },
  repaying: { label: '还款中', heldBy: 'financeMaker', todo: '登记还款' },
  settled: { label: '已结清' },
  dismissed: { label: '已撤销' },
} as const satisfies Readonly<Record<string, StateRow>>;

export type RecoveryState = keyof typeof recoveryStates;
export const closedStates: readonly string[] = ['settled', 'dismissed'];

export const causes = {
  death: '死亡后继续发放',
  stopped: '停保决定追溯到已发放的月份',
  reduced: '减发决定追溯到已发放的月份',
  paidLate: '补发与重发重复到账',
  paidTwice: '原款与重发的一笔都已到账',
  paidMore: '银行多付',
} as const;
export type RecoveryCause = keyof typeof causes;

/** Whose fault it was: an error of the office is no fraud, and is told so to the household. */
export const faults = { office: '工作差错', household: '家庭未及时报告', fraud: '骗取' } as const;
export type RecoveryFault = keyof typeof faults;

export interface RecoveryActionRow {
  readonly from: readonly RecoveryState[];
  readonly to: RecoveryState | 'stays';
  readonly by: readonly Role[];
  readonly says: string;
}

const open = ['found', 'askingBank', 'agreeing', 'agreed', 'repaying'] as const;

// @clause 三(三) money paid beyond what is due comes back: the bank first, then by agreement, never by taking
/**
 * What people do in a recovery. Whatever leaves nothing outstanding settles it. What the household agreed to have withheld is
 * withheld by the payment list itself; nobody enters it. An agreement that is being kept stays in force until a new one is
 * approved in its place.
 */
export const recoveryActions = {
  verify: { from: ['found'], to: 'askingBank', by: ['countyReviewer'], says: '核实多发' },
  recordBankAnswer: { from: ['askingBank'], to: 'agreeing', by: ['financeMaker'], says: '登记银行退回结果' },
  proposePlan: { from: ['agreeing'], to: 'agreed', by: ['townshipClerk'], says: '提交还款协议' },
  approvePlan: { from: ['agreed'], to: 'repaying', by: ['countyApprover'], says: '同意还款协议' },
  rejectPlan: { from: ['agreed'], to: 'agreeing', by: ['countyApprover'], says: '退回还款协议' },
  proposeNewPlan: { from: ['repaying'], to: 'stays', by: ['townshipClerk'], says: '提交新的还款协议' },
  approveNewPlan: { from: ['repaying'], to: 'stays', by: ['countyApprover'], says: '同意新的还款协议' },
  rejectNewPlan: { from: ['repaying'], to: 'stays', by: ['countyApprover'], says: '退回新的还款协议' },
  keepPlan: { from: ['repaying'], to: 'stays', by: ['townshipClerk'], says: '沿用原还款协议' },
  recordRepayment: {
    from: ['askingBank', 'agreeing', 'agreed', 'repaying'],
    to: 'stays',
    by: ['financeMaker'],
    says: '登记还款',
  },
  revokeConsent: { from: ['agreed', 'repaying'], to: 'stays', by: ['townshipClerk'], says: '登记撤回同意抵扣' },
  proposeWriteOff: { from: open, to: 'stays', by: ['countyReviewer'], says: '提出核销或撤销' },
  approveWriteOff: { from: open, to: 'stays', by: ['countyApprover', 'supervisor'], says: '同意核销或撤销' },
  rejectWriteOff: { from: open, to: 'stays', by: ['countyApprover', 'supervisor'], says: '不同意核销或撤销' },
} as const satisfies Readonly<Record<string, RecoveryActionRow>>;

export type RecoveryAction = keyof typeof recoveryActions;
export const actionNames = Object.keys(recoveryActions) as [RecoveryAction, ...RecoveryAction[]];

/** Why the action cannot be taken in this state by this role, in words that say what would allow it. */
export const actionRefusal = (action: RecoveryAction, state: RecoveryState, role: string): string | undefined => {
  const row: RecoveryActionRow = recoveryActions[action];
  if (!row.from.includes(state))
    return `追缴在“${recoveryStates[state].label}”环节,不能${row.says};请查看现在要办的步骤`;
  return (row.by as readonly string[]).includes(role) ? undefined : `${row.says}不由您的岗位办理`;
};

export const entryKinds = {
  bankReturn: '银行退回',
  repayment: '还款',
  deduction: '抵扣',
  deductionUndone: '抵扣冲回',
  writeOff: '核销',
  withdrawal: '撤销(不属多发)',
} as const;
export type EntryKind = keyof typeof entryKinds;
