import type { DeadlineKind } from '../deadlines/kinds';

/** 'stage' or the id of a matter. */
export type Owner = string;

/** One instant at which the case does something by itself. Times are epoch milliseconds. */
export interface Alarm {
  readonly deadlineId: string;
  readonly owner: Owner;
  readonly kind: DeadlineKind;
  readonly at: number;
  readonly type: 'remind' | 'due' | 'escalate';
  /** Escalation ladder: 0 assignee, 1 township head, 2 county, 3 prefecture; of a reminder: which one, from 0. */
  readonly level: number;
}

export interface MatterState {
  readonly id: string;
  readonly kind: string;
  readonly step: string;
  readonly version: number;
}

/** All that the engine keeps of a case: ids, stage, versions, instants. Start input, continue-as-new input and snapshot. */
export interface CaseState {
  readonly schemaVersion: 1;
  readonly caseId: string;
  readonly programme: string;
  readonly division: string;
  readonly epoch: number;
  readonly sequence: number;
  readonly stage: string;
  readonly stageVersion: number;
  readonly matters: readonly MatterState[];
  /** Sorted by instant. */
  readonly alarms: readonly Alarm[];
  readonly clock: 'engine' | 'manual';
  /** Whose present step the county does, because nobody eligible is left in the township. */
  readonly lifted?: readonly Owner[];
}

/** What one step changes; stored with its event, so that folding the events gives the snapshot. */
export interface Patch {
  readonly stage?: string;
  readonly division?: string;
  readonly clock?: CaseState['clock'];
  /** Whose version goes up: 'stage' or a matter. */
  readonly bump: readonly Owner[];
  readonly matters?: readonly Pick<MatterState, 'id' | 'kind' | 'step'>[];
  readonly endDeadlines?: readonly string[];
  readonly fired?: Pick<Alarm, 'deadlineId' | 'at' | 'type' | 'level'>;
  readonly alarms?: readonly Alarm[];
  readonly lifted?: readonly Owner[];
  /** Never stored: how many quiet steps (store/engine/quiet-steps.ts) the database took since the engine's last one. */
  readonly passed?: number;
}

export const initialState = (
  caseId: string,
  programme: string,
  division: string,
  clock: CaseState['clock'],
): CaseState => ({
  schemaVersion: 1,
  caseId,
  programme,
  division,
  epoch: 1,
  sequence: 0,
  stage: 'draft',
  stageVersion: 0,
  matters: [],
  alarms: [],
  clock,
});

const isFired = (alarm: Alarm, fired: Patch['fired']): boolean =>
  fired !== undefined &&
  alarm.deadlineId === fired.deadlineId &&
  alarm.at === fired.at &&
  alarm.type === fired.type &&
  alarm.level === fired.level;

/** A step stays lifted until its owner leaves it. */
const liftedAfter = (state: CaseState, patch: Patch): readonly Owner[] => {
  const left = new Set<Owner>(patch.matters?.map(({ id }) => id));
  if (patch.stage && patch.stage !== state.stage) left.add('stage');
  return [...(state.lifted ?? []).filter((owner) => !left.has(owner)), ...(patch.lifted ?? [])];
};

/** Matters at 'done' leave the state; the database keeps them. */
export const applyPatch = (state: CaseState, patch: Patch): CaseState => {
  const changed = new Map(patch.matters?.map((matter) => [matter.id, matter]));
  const kept = state.matters.map((matter) => ({
    ...matter,
    ...changed.get(matter.id),
    version: matter.version + (patch.bump.includes(matter.id) ? 1 : 0),
  }));
  const opened = [...changed.values()]
    .filter(({ id }) => !state.matters.some((matter) => matter.id === id))
    .map((matter) => ({ ...matter, version: 1 }));
  const matters = [...kept, ...opened].filter(({ step }) => step !== 'done');
  const ended = new Set(patch.endDeadlines);
  const alarms = [
    ...state.alarms.filter((alarm) => !ended.has(alarm.deadlineId) && !isFired(alarm, patch.fired)),
    ...(patch.alarms ?? []),
  ];
  const { lifted: _lifted, ...base } = state;
  const lifted = liftedAfter(state, patch);
  return {
    ...base,
    stage: patch.stage ?? state.stage,
    division: patch.division ?? state.division,
    clock: patch.clock ?? state.clock,
    sequence: state.sequence + 1 + (patch.passed ?? 0),
    stageVersion: state.stageVersion + (patch.bump.includes('stage') ? 1 : 0),
    matters,
    alarms: alarms.sort((a, b) => a.at - b.at || a.deadlineId.localeCompare(b.deadlineId) || a.level - b.level),
    ...(lifted.length > 0 && { lifted }),
  };
};

export const isFinished = (state: CaseState): boolean => state.stage === 'closed' && state.matters.length === 0;
