import { officeOf, roles, type Role } from '../lifecycle/roles';
import { runActions, runStates, sayRunEvent, type RunAction, type RunActionRow, type RunState } from './run';

/** What people have done with a run since its list was last drawn. */
export interface RunAct {
  readonly action: string;
  readonly actorId: string;
}

export interface RunFacts {
  /** Six digits. */
  readonly county: string;
  readonly state: RunState;
  readonly version: number;
  readonly acts: readonly RunAct[];
  readonly townships: readonly { readonly township: string; readonly confirmed: boolean }[];
}

export interface RunActor {
  readonly staffId: string;
  readonly role: Role;
  readonly division: string;
}

export interface RunInput {
  readonly expectedVersion: number;
  /** Nine digits: whose list is confirmed, or sent back alone. */
  readonly township?: string;
  readonly note?: string;
  readonly returnTo?: RunState;
}

export interface RunRefusal {
  readonly code: 'versionStale' | 'actionNotAllowed' | 'forbidden' | 'invalidInput';
  readonly says: string;
  readonly field?: string;
}

const actionRow = (action: RunAction): RunActionRow => runActions[action];

/** Whose turn it is at a station, where it is somebody's. */
export const holderOf = (state: RunState): Role | undefined => {
  const row: { readonly label: string; readonly heldBy?: Role } = runStates[state];
  return row.heldBy;
};

const RELEASED = runStates.sending.order;

/** The stations that the run can be sent back to, latest first; a station that was skipped is not one of them. */
export const returnTargets = ({ state, acts }: Pick<RunFacts, 'state' | 'acts'>): readonly RunState[] =>
  (Object.keys(runStates) as RunState[])
    .filter((target) => runStates[target].order < runStates[state].order && runStates[state].order < RELEASED)
    .filter((target) => target !== 'preparing' || acts.some(({ action }) => action === 'prepare'))
    .reverse();

/** The township whose list the actor confirms: the one named, else the actor's own. */
export const townshipOf = ({ division }: RunActor, { township }: Pick<RunInput, 'township'>): string | undefined =>
  township ?? (division.length >= 9 ? division.slice(0, 9) : undefined);

const sayRoles = (list: readonly Role[]): string => list.map((role) => roles[role].label).join('、');

/** Sends back: whoever holds the station, and the county's maker while the townships confirm. */
const mayReturn = (state: RunState, role: Role): boolean =>
  role === holderOf(state) || (state === 'confirming' && role === 'countyReviewer');

const wrongRole = ({ state }: RunFacts, action: RunAction, { role }: RunActor): RunRefusal | undefined => {
  const { by, says } = actionRow(action);
  if (!by.includes(role)) return { code: 'forbidden', says: `“${says}”由${sayRoles(by)}办理` };
  if (action !== 'returnTo' || mayReturn(state, role)) return undefined;
  const holder = holderOf(state);
  return { code: 'forbidden', says: `现在由${holder ? roles[holder].label : '系统'}退回` };
};

const wrongPlace = (facts: RunFacts, action: RunAction, actor: RunActor, input: RunInput): RunRefusal | undefined => {
  const place = action === 'confirm' ? townshipOf(actor, input) : undefined;
  const own = place ?? (actor.role === 'townshipApprover' ? actor.division : facts.county);
  const within =
    actor.role === 'townshipApprover'
      ? own.startsWith(officeOf(actor.role, actor.division)) && own.startsWith(facts.county)
      : own.startsWith(actor.division);
  return within ? undefined : { code: 'forbidden', says: '这一批不在您当前任职的辖区内;请切换任职或由该地办理' };
};

const wrongStation = ({ state }: RunFacts, action: RunAction): RunRefusal | undefined => {
  const { from, says } = actionRow(action);
  if (from.includes(state)) return undefined;
  const why =
    runStates[state].order >= RELEASED && state !== 'cancelled'
      ? '支付已经批准,本批不能再改'
      : `本批现在“${runStates[state].label}”环节,不能${says}`;
  return { code: 'actionNotAllowed', says: why };
};

/** Nobody checks what they did themselves since the list was drawn. */
const sameHand = ({ acts }: RunFacts, action: RunAction, { staffId }: RunActor): RunRefusal | undefined => {
  const { apartFrom = [], says } = actionRow(action);
  const own = acts.find((act) => act.actorId === staffId && apartFrom.includes(act.action));
  if (!own) return undefined;
  return { code: 'forbidden', says: `您已办理本批的“${sayRunEvent(own.action)}”,“${says}”须由另一人办理` };
};

const wrongTownship = (
  facts: RunFacts,
  action: RunAction,
  actor: RunActor,
  input: RunInput,
): RunRefusal | undefined => {
  if (action !== 'confirm') return undefined;
  const township = townshipOf(actor, input);
  const row = facts.townships.find((one) => one.township === township);
  if (!row) return { code: 'invalidInput', field: 'township', says: '本批没有这个乡镇的清册,请核对乡镇' };
  return row.confirmed ? { code: 'actionNotAllowed', says: '本乡镇清册已经确认,等待其他乡镇' } : undefined;
};

const missingReason = (facts: RunFacts, action: RunAction, input: RunInput): RunRefusal | undefined => {
  const { needs, says } = actionRow(action);
  if (!needs) return undefined;
  if ((input.note ?? '').trim() === '') return { code: 'invalidInput', field: 'note', says: `请写明${says}的理由` };
  if (needs === 'returning' && !(input.returnTo && returnTargets(facts).includes(input.returnTo)))
    return { code: 'invalidInput', field: 'returnTo', says: '请选择退回到哪一个已经过的环节' };
  if (input.township && !facts.townships.some(({ township }) => township === input.township))
    return { code: 'invalidInput', field: 'township', says: '本批没有这个乡镇的清册,请核对乡镇' };
  return undefined;
};

/** Why a person may not do this with the run now, whatever they fill in; undefined where they may. */
export const runRefusal = (
  facts: RunFacts,
  action: RunAction,
  actor: RunActor,
  input: RunInput,
): RunRefusal | undefined =>
  wrongRole(facts, action, actor) ??
  wrongPlace(facts, action, actor, input) ??
  wrongStation(facts, action) ??
  wrongTownship(facts, action, actor, input) ??
  sameHand(facts, action, actor);

/** The same for what was filled in: a form opened before the run moved on is stale. */
export const runProblem = (
  facts: RunFacts,
  action: RunAction,
  actor: RunActor,
  input: RunInput,
): RunRefusal | undefined => {
  const refusal = runRefusal(facts, action, actor, input);
  if (refusal?.code === 'forbidden') return refusal;
  if (input.expectedVersion !== facts.version)
    return {
      code: 'versionStale',
      says: `本批已有新的变化,现在“${runStates[facts.state].label}”环节,请核对后重新办理`,
    };
  return refusal ?? missingReason(facts, action, input);
};

/** Where the run stands afterwards. */
export const runTarget = ({ state }: Pick<RunFacts, 'state'>, action: RunAction, { returnTo }: RunInput): RunState => {
  const { to } = actionRow(action);
  if (to === 'stays') return state;
  return to === 'earlier' ? (returnTo ?? state) : to;
};
