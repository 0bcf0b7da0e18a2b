/** Roles are appointments; investigator, proposer and reviewer are duties within a case (see guards.ts). */
export const roles = {
  villageAssistant: { label: '村级协理员', level: 'township' },
  townshipClerk: { label: '乡镇经办人', level: 'township' },
  townshipApprover: { label: '乡镇审批人', level: 'township' },
  countyDataDesk: { label: '县级核对岗', level: 'county' },
  countyReviewer: { label: '县级审查人', level: 'county' },
  countyApprover: { label: '县级审批人', level: 'county' },
  financeMaker: { label: '财务经办', level: 'county' },
  financeChecker: { label: '财务复核', level: 'county' },
  supervisor: { label: '督导员', level: 'any' },
  hotlineOperator: { label: '热线接线员', level: 'any' },
  auditor: { label: '审计员', level: 'any' },
  administrator: { label: '管理员', level: 'any' },
  partner: { label: '合作平台', level: 'any' },
  /** Whoever reads a public notice, without an account. */
  citizen: { label: '群众', level: 'any' },
  system: { label: '系统', level: 'any' },
} as const;

export type Role = keyof typeof roles;
export type Office = 'township' | 'county';

/** The digits of the division code at each level; an office of a level is that prefix of the case's division. */
export const levelDigits = { province: 2, prefecture: 4, county: 6, township: 9, village: 12 } as const;
export type Level = keyof typeof levelDigits;

export const levelOf = (division: string): Level =>
  (Object.keys(levelDigits) as Level[]).find((level) => levelDigits[level] === division.length) ?? 'village';

/** The office (division prefix) with which work for a role lies, for a case of that division. */
export const officeOf = (role: Role, division: string): string => {
  const { level } = roles[role];
  return level === 'any' ? division : division.slice(0, levelDigits[level]);
};

/** Who acts without a form that was opened on a version of the case. */
export const withoutForm: readonly Role[] = ['system', 'citizen'];

/** Everybody in an office who can take down what a citizen says. */
export const anyone = [
  'villageAssistant',
  'townshipClerk',
  'townshipApprover',
  'countyReviewer',
  'countyApprover',
  'hotlineOperator',
] as const satisfies readonly Role[];
