import type { CaseState, Owner } from './state';
import { roles, type Role } from './roles';

/** Who in the county does the work of a township role, where nobody eligible is left in the township (lifecycle.md, assign). */
const standIns: Partial<Record<Role, Role>> = {
  villageAssistant: 'countyReviewer',
  townshipClerk: 'countyReviewer',
  townshipApprover: 'countyApprover',
};

export const isLifted = (state: Pick<CaseState, 'lifted'>, owner: Owner): boolean =>
  state.lifted?.includes(owner) ?? false;

export const standInOf = (role: Role): Role => standIns[role] ?? role;

export const isTownshipRole = (role: Role): boolean => roles[role].level === 'township';

/** The roles that may act on an owner's present step. */
export const rolesOf = (state: CaseState, owner: Owner, by: readonly Role[]): readonly Role[] =>
  isLifted(state, owner) ? [...new Set([...by, ...by.map(standInOf)])] : by;
