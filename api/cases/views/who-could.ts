import type { z } from 'zod';
import { actionsNow, type ActionNow } from '../../../domain/lifecycle/actions-now';
import type { CaseFacts } from '../../../domain/lifecycle/facts';
import { isLifted, standInOf } from '../../../domain/lifecycle/lift';
import { rowOf } from '../../../domain/lifecycle/programmes';
import { levelDigits, roles, type Role } from '../../../domain/lifecycle/roles';
import type { CaseState, Owner } from '../../../domain/lifecycle/state';
import type { Tx } from '../../deps';
import { inForce } from '../../session/sessions';
import type { CaseAnswer, Officer } from './schema';

type OfficerAnswer = z.input<typeof Officer>;

/** Somebody of the case's own offices, with what this person could do in the case now. */
export interface Candidate extends OfficerAnswer {
  readonly role: Role;
  readonly possible: readonly ActionNow[];
}

/** Enough names to ask somebody; an office has few more. */
const MOST = 5;
const officeRoles = (Object.keys(roles) as Role[]).filter((role) => roles[role].level !== 'any');

/** The people of the township and the county to which the case belongs; near relatives are none of them. */
export const candidatesOf = async (
  tx: Tx,
  row: { readonly division: string; readonly relatives: readonly { readonly staffId: string | null }[] },
  state: CaseState,
  facts: CaseFacts,
  now: Date,
): Promise<readonly Candidate[]> => {
  const { village, township, county } = levelDigits;
  const offices = [village, township, county].map((digits) => row.division.slice(0, digits));
  const appointments = await tx.appointment.findMany({
    where: { ...inForce(now), role: { in: officeRoles }, division: { in: offices }, staff: { active: true } },
    select: { role: true, division: true, staff: { select: { id: true, name: true } } },
    orderBy: [{ role: 'asc' }, { staffId: 'asc' }],
  });
  const related = new Set(row.relatives.map(({ staffId }) => staffId));
  return appointments
    .filter(({ staff }) => !related.has(staff.id))
    .map(({ role: name, division, staff: { id, name: called } }) => {
      const role = name as Role;
      const possible = actionsNow(state, facts, { id, role, division }).filter((action) => action.possible);
      return { id, name: called, role, roleLabel: roles[role].label, possible };
    });
};

const shown = (candidates: readonly Candidate[]): OfficerAnswer[] =>
  candidates.slice(0, MOST).map(({ id, name, roleLabel }) => ({ id, name, roleLabel }));

/** Who could do what this person cannot. */
export const othersFor = (
  { owner, action, possible }: ActionNow,
  candidates: readonly Candidate[],
  self: string | null,
): OfficerAnswer[] =>
  possible
    ? []
    : shown(
        candidates.filter(
          ({ id, possible: theirs }) =>
            id !== self && theirs.some((one) => one.owner === owner && one.action === action),
        ),
      );

const leadsOn = (action: ActionNow, owner: Owner, here: string): boolean =>
  action.owner === owner && !action.targets.includes(here);

/** Whose turn it is: those of the post who could bring the case on; where nobody can yet, all of the post. */
export const holderOf = (state: CaseState, owner: Owner, candidates: readonly Candidate[]): CaseAnswer['holder'] => {
  const row = rowOf(state, owner);
  if (!row?.heldBy) return null;
  const role = isLifted(state, owner) ? standInOf(row.heldBy) : row.heldBy;
  const here = owner === 'stage' ? state.stage : (state.matters.find(({ id }) => id === owner)?.step ?? '');
  const ofPost = candidates.filter((one) => one.role === role);
  const able = ofPost.filter(({ possible }) => possible.some((action) => leadsOn(action, owner, here)));
  return {
    roleLabel: roles[role].label,
    todo: row.todo ?? null,
    people: shown(able.length > 0 ? able : ofPost),
  };
};
