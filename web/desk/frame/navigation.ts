export interface Entry {
  readonly to: string;
  readonly label: string;
  /** Shown only to who holds it. */
  readonly permission?: string;
  readonly group?: string;
}

/** What stands on the left; only what the role has. */
export const entries: readonly Entry[] = [
  { to: '/', label: '工作台', permission: 'queue.read' },
  { to: '/cases', label: '案件', permission: 'case.read' },
  { to: '/intake', label: '受理', permission: 'draft.own' },
  { to: '/visits', label: '入户', permission: 'visit.prepare' },
  { to: '/notices', label: '公示', permission: 'case.read' },
  { to: '/relatives', label: '近亲属备案', permission: 'relative.read' },
  { to: '/standards', label: '保障标准', permission: 'parameter.read' },
  { to: '/price-linkage', label: '物价联动', permission: 'priceLinkage.read' },
  { to: '/payments', label: '发放', permission: 'payment.read', group: '资金' },
  { to: '/funds', label: '资金', permission: 'funds.read', group: '资金' },
  { to: '/reserve-fund', label: '备用金', permission: 'reserveFund.read', group: '资金' },
  { to: '/disclosure', label: '公开与台账', permission: 'disclosure.read', group: '资金' },
  { to: '/dynamics', label: '动态管理', permission: 'dynamics.read', group: '资金' },
  { to: '/recovery', label: '追缴', permission: 'recovery.read', group: '资金' },
  { to: '/uplift', label: '提标', permission: 'uplift.read', group: '资金' },
  { to: '/admin/parameters', label: '标准', permission: 'parameter.read' },
  { to: '/exchange', label: '数据交换', permission: 'exchange.read', group: '管理' },
  { to: '/admin/workflows', label: '流程运行', permission: 'workflow.read', group: '管理' },
  { to: '/admin/calendar', label: '工作日历', permission: 'calendar.read', group: '管理' },
  { to: '/admin/delegation', label: '权限下放', permission: 'parameter.propose', group: '管理' },
  { to: '/admin/staff', label: '人员', permission: 'staff.read', group: '管理' },
  { to: '/admin/audit', label: '审计', permission: 'audit.read', group: '管理' },
];

export const visible = (permissions: readonly string[]): readonly Entry[] =>
  entries.filter(({ permission }) => permission === undefined || permissions.includes(permission));
