import type { Role } from '../lifecycle/roles';

export interface GuardRow {
  /** Why the line may not be paid yet. */
  readonly label: string;
  /** Whose desk it goes to. */
  readonly role: Role;
  readonly todo: string;
  /** Whether somebody may decide to pay all the same; otherwise the line waits until the ground has gone. */
  readonly decidable: boolean;
  readonly clause: string;
}

/** What is looked at when a list is drawn, by the hour while it waits, and right before its money goes. */
export const guards = {
  death: {
    label: '领取人已故',
    role: 'townshipClerk',
    todo: '核实死亡信息并办理减员或停发',
    decidable: true,
    clause: '三(三)',
  },
  deathReported: {
    label: '死亡报告待核实',
    role: 'townshipClerk',
    todo: '核实死亡报告',
    decidable: true,
    clause: '三(三)',
  },
  paidTwice: {
    label: '同一人在互斥的待遇或两地重复领取',
    role: 'countyReviewer',
    todo: '核对重复领取并停发其一',
    decidable: true,
    clause: '三(三)',
  },
  accountMissing: {
    label: '没有发放账户',
    role: 'townshipClerk',
    todo: '登记发放账户',
    decidable: false,
    clause: '三(一)',
  },
  accountInvalid: {
    label: '卡号校验不通过',
    role: 'townshipClerk',
    todo: '核对卡号并更正账户',
    decidable: false,
    clause: '三(一)',
  },
  unwritable: {
    label: '户名有发放文件写不了的字',
    role: 'townshipClerk',
    todo: '按银行登记的户名更正账户,或请县级改用支持该字的文件格式',
    decidable: false,
    clause: '三(一)',
  },
  holderNotMember: {
    label: '账户不在家庭成员名下且没有书面协议',
    role: 'townshipClerk',
    todo: '补交代领协议或更换账户',
    decidable: false,
    clause: '三(三)',
  },
  sharedAccount: {
    label: '多户共用一个账户',
    role: 'countyReviewer',
    todo: '核实共用账户的原因',
    decidable: true,
    clause: '三(三)',
  },
  openFinding: {
    label: '有未了结的核查事项',
    role: 'countyReviewer',
    todo: '了结核查事项或决定照发',
    decidable: true,
    clause: '三(三)',
  },
  recheckOverdue: {
    label: '复核逾期超过宽限',
    role: 'townshipClerk',
    todo: '完成复核',
    decidable: true,
    clause: '一(二)',
  },
  entitlementChanged: {
    label: '待遇已变更或终止',
    role: 'countyReviewer',
    todo: '取消本行,由下一批按新待遇造册',
    decidable: false,
    clause: '三(一)',
  },
  fundShort: { label: '资金不足', role: 'financeMaker', todo: '落实资金', decidable: false, clause: '三(一)' },
} as const satisfies Readonly<Record<string, GuardRow>>;

export type GuardReason = keyof typeof guards;
