import { rolesOf } from './lift';
import { isMatterKind, matters, type MatterRow } from './matters';
import { actionOf, isProgramme, placeOf, programmes, rowOf } from './programmes';
import { roles, withoutForm, type Role } from './roles';
import { needsVersion } from './table';
import type { Alarm, CaseState, Owner } from './state';

/** Who acts: ids and codes alone, never a name. */
export interface Actor {
  readonly id: string | null;
  readonly role: Role;
  readonly division: string;
}

/** What the engine is told. `at` is fixed by the workflow on the engine's clock and by the driver on the manual clock. */
export interface Command {
  readonly commandId: string;
  readonly action: string;
  readonly owner: Owner;
  readonly actor: Actor;
  readonly inputHash: string;
  readonly inputId?: string;
  readonly expectedVersion?: number;
  readonly at?: number;
  /** With action 'openMatter': the new matter. */
  readonly matter?: { readonly id: string; readonly kind: string };
  /** With action 'alarm': which instant has come. */
  readonly alarm?: Alarm;
}

export interface Refusal {
  readonly code: 'caseClosed' | 'actionNotAllowed' | 'roleNotAllowed' | 'stale' | 'matterNotAllowed' | 'notYetStarted';
  readonly says: string;
}

/** The version a form of this owner was opened on. */
export const versionOf = (state: CaseState, owner: Owner): number | undefined =>
  owner === 'stage' ? state.stageVersion : state.matters.find(({ id }) => id === owner)?.version;

export const openMatterRefusal = (state: CaseState, kind: string, role: Role): Refusal | undefined => {
  if (!isMatterKind(kind)) return { code: 'matterNotAllowed', says: `没有“${kind}”这种事项` };
  const row: MatterRow = matters[kind];
  const place = placeOf(state, 'stage');
  if (row.programmes && !row.programmes.includes(state.programme)) {
    const label = isProgramme(state.programme) ? programmes[state.programme].label : state.programme;
    return { code: 'matterNotAllowed', says: `${label}案件没有“${row.label}”事项` };
  }
  if (!row.stages.includes(state.stage))
    return { code: 'matterNotAllowed', says: `案件在“${place}”环节,不能${row.says}` };
  if (!row.by.includes(role))
    return { code: 'roleNotAllowed', says: `${row.says}须由${row.by.map((by) => roles[by].label).join('或')}办理` };
  if (row.unique === 'case' && state.matters.some((matter) => matter.kind === kind))
    return { code: 'matterNotAllowed', says: `本案已有未办结的${row.label}` };
  return undefined;
};

/** Beside the tables: an instant has come, the clock goes over to the engine, limits are reckoned with a new calendar. */
const systemActions: ReadonlySet<string> = new Set(['alarm', 'handOverClock', 'reckon']);

/**
 * Why a command cannot be taken now, from the engine's state alone; pure and synchronous, so the workflow's validator,
 * its locked handler, the step's transaction and the desk all ask the same question.
 */
export const refusalOf = (
  state: CaseState,
  command: Pick<Command, 'action' | 'owner' | 'actor' | 'expectedVersion' | 'matter'>,
): Refusal | undefined => {
  const { action, owner, actor } = command;
  if (systemActions.has(action))
    return actor.role === 'system' ? undefined : { code: 'roleNotAllowed', says: '此操作由系统自动进行' };
  if (action === 'submit') return state.sequence === 0 ? undefined : { code: 'actionNotAllowed', says: '申请已提交' };
  if (state.sequence === 0) return { code: 'notYetStarted', says: '案件正在登记,请稍候几秒再试' };
  if (action === 'openMatter') return openMatterRefusal(state, command.matter?.kind ?? '', actor.role);
  if (!rowOf(state, owner))
    return { code: 'actionNotAllowed', says: owner === 'stage' ? '案件环节不明' : '该事项已办结或不存在' };
  const row = actionOf(state, owner, action);
  const place = placeOf(state, owner);
  if (!row)
    return {
      code: state.stage === 'closed' && owner === 'stage' ? 'caseClosed' : 'actionNotAllowed',
      says: `案件在“${place}”环节,不能进行此操作`,
    };
  const by = rolesOf(state, owner, row.by);
  if (!by.includes(actor.role))
    return { code: 'roleNotAllowed', says: `“${row.says}”须由${by.map((by) => roles[by].label).join('或')}办理` };
  if (needsVersion(action) && !withoutForm.includes(actor.role) && command.expectedVersion !== versionOf(state, owner))
    return { code: 'stale', says: `案件已有新的变化,现在“${place}”环节,请核对后重新提交` };
  return undefined;
};
