import type { CaseFacts } from './facts';
import { unmetOf } from './guards';
import { isTownshipRole } from './lift';
import { rowOf } from './programmes';
import type { Role } from './roles';
import type { CaseState, Owner } from './state';

/** Refusals that lie in the person, not in the file: nobody can make up for them. */
const personal: ReadonlySet<string> = new Set([
  'relativeLockedOut',
  'proposerCannotDecide',
  'investigatorCannotDecide',
  'endorserCannotReview',
  'reviewerCannotConfirm',
  'assessorCannotDecide',
  'verifierCannotDecide',
]);

/** The township role that does the owner's present step; undefined where the step is the county's own. */
export const townshipHolder = (state: CaseState, facts: CaseFacts, owner: Owner): Role | undefined => {
  const delegated = owner === 'stage' && state.stage === 'confirming' && facts.authority === 'township';
  const role = delegated ? 'townshipApprover' : rowOf(state, owner)?.heldBy;
  return role && isTownshipRole(role) ? role : undefined;
};

/** Those of the township's people who could do all of the present step: no relatives, nobody who would decide on the own work. */
export const eligibleFor = (
  state: CaseState,
  facts: CaseFacts,
  owner: Owner,
  role: Role,
  staffIds: readonly string[],
): readonly string[] => {
  const actions = Object.entries(rowOf(state, owner)?.actions ?? {}).filter(([, { by }]) => by.includes(role));
  return staffIds.filter((id) =>
    actions.every(([action]) =>
      unmetOf({ state, facts, actor: { id, role, division: state.division } }, owner, action).every(
        ({ code }) => !personal.has(code),
      ),
    ),
  );
};
