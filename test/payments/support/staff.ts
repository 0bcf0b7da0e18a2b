import type { RunActor } from '../../../domain/payments/act';
import type { Role } from '../../../domain/lifecycle/roles';

/** The five who take a run from the list to the release, and one of each township. Ids follow from role and place. */
export const staffOf = (role: Role, division: string, n = 1): RunActor => ({
  staffId: `00000000-0000-4000-8000-${String(Object.keys(order).indexOf(role) * 10 + n).padStart(3, '0')}${division.padEnd(9, '0')}`,
  role,
  division,
});

const order: Readonly<Partial<Record<Role, true>>> = {
  townshipClerk: true,
  townshipApprover: true,
  countyReviewer: true,
  countyApprover: true,
  financeMaker: true,
  financeChecker: true,
};
