import type { Deadline } from '../../generated/prisma/client';
import type { DeadlineKind, DeadlineVariant } from '../../domain/deadlines/kinds';
import { fieldError } from '../../domain/errors';
import { isMatterKind, matters } from '../../domain/lifecycle/matters';
import { rowOf, tableOf } from '../../domain/lifecycle/programmes';
import type { Alarm, CaseState, MatterState, Owner, Patch } from '../../domain/lifecycle/state';
import { needsVersion, targetsOf, type Row, type Table } from '../../domain/lifecycle/table';
import type { LimitStart, Outcome, StepContext } from './context';
import { startLimit, tableEnds, tableStarts, type StartedLimit } from './limits';

/** What happens in a step, before its consequences are drawn. */
export interface Happening {
  readonly action: string;
  readonly owner: Owner;
  readonly outcome: Outcome;
  readonly fired?: Alarm;
}

export interface EndedLimit {
  readonly id: string;
  readonly met: boolean;
}

export interface Settled {
  readonly patch: Patch;
  readonly started: readonly StartedLimit[];
  readonly ended: readonly EndedLimit[];
}

const matterTable = (kind: string): Table | undefined => (isMatterKind(kind) ? matters[kind].table : undefined);

const placeIn = (state: CaseState, owner: Owner, place: string): string => {
  const matter = state.matters.find(({ id }) => id === owner);
  const table = matter ? matterTable(matter.kind) : tableOf(state.programme);
  return table?.[place]?.label ?? place;
};

/** Where the owner goes: the outcome's choice if the table allows it, else the table's first target. @throws AppError invalidInput */
const targetOf = ({ state }: StepContext, { action, owner, outcome }: Happening): string => {
  const here = owner === 'stage' ? state.stage : (state.matters.find(({ id }) => id === owner)?.step ?? '');
  if (action === 'submit') return 'submitted';
  const row = rowOf(state, owner)?.actions[action];
  if (!row) return here;
  const targets = targetsOf(row, here);
  const target = outcome.to ?? targets[0]!;
  if (!targets.includes(target)) {
    const places = targets.map((place) => placeIn(state, owner, place)).join('、');
    throw fieldError(
      'to',
      `不能从“${placeIn(state, owner, here)}”去往“${placeIn(state, owner, target)}”,可以选择:${places}`,
    );
  }
  return target;
};

/** The matters as they stand after the step: the owner's new step, the opened ones, and those that a stop ends. */
const changedMatters = (
  { state }: StepContext,
  { owner, outcome }: Happening,
  target: string,
  stage: string,
): readonly Pick<MatterState, 'id' | 'kind' | 'step'>[] => {
  const own = state.matters
    .filter(({ id, step }) => id === owner && step !== target)
    .map(({ id, kind }) => ({ id, kind, step: target }));
  const opened = (outcome.opens ?? []).map(({ id, kind, step }) => ({ id, kind, step: step ?? matters[kind].first }));
  const stops = stage !== state.stage && (stage === 'stopped' || stage === 'closed');
  const ended = state.matters
    .filter(
      ({ id, kind }) =>
        id !== owner && ((stops && isMatterKind(kind) && matters[kind].endsWithStop) || outcome.ends?.includes(id)),
    )
    .map(({ id, kind }) => ({ id, kind, step: 'done' }));
  return [...own, ...opened, ...ended];
};

interface Move {
  readonly owner: Owner;
  readonly before: Row<string> | undefined;
  readonly after: Row<string> | undefined;
  readonly entered: boolean;
  readonly action: string;
  readonly starts: readonly LimitStart[];
}

/** Every place that the step touches, with the rows before and after. */
const movesOf = (
  context: StepContext,
  happening: Happening,
  target: string,
  stage: string,
  changed: Patch['matters'] & object,
): readonly Move[] => {
  const { state } = context;
  const { action, owner, outcome } = happening;
  const stageRow = tableOf(state.programme)[stage];
  const forStage = (outcome.starts ?? []).filter(
    ({ kind, forMatter }) => !forMatter && stageRow && kind in stageRow.limits,
  );
  const forOwner = (outcome.starts ?? []).filter((start) => !forStage.includes(start));
  const stageMove: Move = {
    owner: 'stage',
    before: rowOf(state, 'stage'),
    after: stageRow,
    entered: stage !== state.stage || (owner === 'stage' && target !== state.stage),
    action: owner === 'stage' ? action : '',
    starts: forStage,
  };
  const matterMoves = changed.map((matter): Move => {
    const opened = outcome.opens?.find(({ id }) => id === matter.id);
    const table = matterTable(matter.kind);
    return {
      owner: matter.id,
      before: rowOf(state, matter.id),
      after: table?.[matter.step],
      entered: true,
      action: matter.id === owner ? action : '',
      starts: opened?.starts ?? (matter.id === owner ? forOwner : []),
    };
  });
  return [stageMove, ...matterMoves];
};

/** Limits that waited for a calendar get their dates; nothing else changes. */
const reckoned = (context: StepContext, running: readonly Deadline[]): readonly StartedLimit[] =>
  running
    .filter(({ state }) => state === 'unpublished')
    .map(({ id, owner, kind, variant, fromDate }) => {
      const start = {
        kind: kind as DeadlineKind,
        from: fromDate,
        ...(variant && { variant: variant as DeadlineVariant }),
      };
      return startLimit(context, owner, rowOf(context.state, owner)?.limits[start.kind], start, id);
    })
    .filter(({ limit }) => limit !== undefined);

/** Once nothing is open any more, what an open matter had put off happens now: a case whose remedies are over is closed. */
const putOff = (
  { state, at }: StepContext,
  stage: Row<string> | undefined,
  open: readonly unknown[],
  running: readonly Deadline[],
): readonly Alarm[] =>
  open.length > 0 || state.matters.length === 0
    ? []
    : running
        .filter(
          ({ id, owner, kind, dueAt }) =>
            owner === 'stage' &&
            stage?.limits[kind as DeadlineKind]?.whenDue &&
            dueAt &&
            dueAt.getTime() <= at &&
            !state.alarms.some(({ deadlineId }) => deadlineId === id),
        )
        .map(({ id, owner, kind }) => ({
          deadlineId: id,
          owner,
          kind: kind as DeadlineKind,
          at,
          type: 'due' as const,
          level: 0,
        }));

/** A right of the household has run out: its limit is over. */
export const LAPSED = 'lapseRight';

/** Draws all consequences of a step from the tables: places, versions, limits, alarms. */
export const settle = (context: StepContext, happening: Happening, running: readonly Deadline[]): Settled => {
  const { state } = context;
  const { action, owner, outcome, fired } = happening;
  if (action === 'reckon') {
    const limits = reckoned(context, running);
    return { started: limits, ended: [], patch: { bump: [], alarms: limits.flatMap(({ alarms }) => alarms) } };
  }
  const target = targetOf(context, happening);
  const stage = owner === 'stage' ? target : (outcome.stage ?? state.stage);
  const changed = changedMatters(context, happening, target, stage);
  const started: StartedLimit[] = [];
  const ended: EndedLimit[] = [];
  for (const move of movesOf(context, happening, target, stage, changed)) {
    const own = running.filter((deadline) => deadline.owner === move.owner);
    const over = new Set<string>(tableEnds(move.before, move.after, move.action));
    const kept = new Set(own.filter(({ kind }) => !over.has(kind)).map(({ kind }) => kind as DeadlineKind));
    const byTable = move.after
      ? tableStarts(move.after, move.action, move.entered, kept).map((kind): LimitStart => ({ kind }))
      : [];
    const starts = [...byTable.filter(({ kind }) => !move.starts.some((start) => start.kind === kind)), ...move.starts];
    const restarted = new Set<string>(starts.map(({ kind }) => kind));
    ended.push(
      ...own
        .filter(({ kind }) => over.has(kind) || restarted.has(kind))
        .map(({ id, kind }) => ({ id, met: move.before?.limits[kind as DeadlineKind]?.until === move.action })),
    );
    started.push(...starts.map((start) => startLimit(context, move.owner, move.after?.limits[start.kind], start)));
  }
  if (fired && action === LAPSED && running.some(({ id }) => id === fired.deadlineId))
    ended.push({ id: fired.deadlineId, met: false });
  const moved = stage !== state.stage;
  const done = new Set(changed.filter(({ step }) => step === 'done').map(({ id }) => id));
  const open = [...state.matters.filter(({ id }) => !done.has(id)), ...(outcome.opens ?? [])];
  const alarms = [
    ...started.flatMap((start) => start.alarms),
    ...(moved ? [] : putOff(context, rowOf(state, 'stage'), open, running)),
  ];
  const acts = action === 'submit' || (needsVersion(action) && rowOf(state, owner)?.actions[action] !== undefined);
  const bump = [
    ...(moved || (owner === 'stage' && acts) ? ['stage'] : []),
    ...changed.filter(({ id }) => state.matters.some((matter) => matter.id === id)).map(({ id }) => id),
  ];
  return {
    started,
    ended,
    patch: {
      bump: acts && owner !== 'stage' && !bump.includes(owner) ? [...bump, owner] : bump,
      ...(moved && { stage }),
      ...(changed.length > 0 && { matters: changed }),
      ...(ended.length > 0 && { endDeadlines: ended.map(({ id }) => id) }),
      ...(fired && { fired: { deadlineId: fired.deadlineId, at: fired.at, type: fired.type, level: fired.level } }),
      ...(alarms.length > 0 && { alarms }),
      ...(outcome.lifts && { lifted: [owner] }),
      ...(action === 'handOverClock' && { clock: 'engine' as const }),
      ...(typeof outcome.caseChanges?.division === 'string' && { division: outcome.caseChanges.division }),
    },
  };
};
