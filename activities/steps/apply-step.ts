import { civilDateAt } from '../../domain/civil-date';
import type { DeadlineVariant } from '../../domain/deadlines/kinds';
import { emergencyOn } from '../../domain/emergency/event';
import { AppError } from '../../domain/errors';
import { refusalOf, type Command } from '../../domain/lifecycle/command';
import { unmetOf } from '../../domain/lifecycle/guards';
import type { AppliedPatch } from '../../domain/lifecycle/engine';
import type { CaseState, Patch } from '../../domain/lifecycle/state';
import { readAroundStep, type AroundStep } from '../../store/cases/around-step';
import { letterToTell } from '../../store/cases/letter-to-tell';
import { factsFrom, holdCase, stateOf } from '../../store/cases/load';
import type { Store } from '../../store/client';
import { quietSteps } from '../../store/engine/quiet-steps';
import type { Rulebook } from '../../store/rulebook';
import { uuidOf } from '../../store/uuid';
import { effectOf } from '../effects';
import { alarmStep } from './alarm';
import type { Effect, Outcome, StepContext, Tx } from './context';
import { asFailure, fence } from './fence';
import { openLimits } from './open-limits';
import { sentenceOf } from './sentence';
import { LAPSED, settle, type Happening, type Settled } from './settle';
import { writeNotice, writeTasks } from './work-items';
import { writeStep } from './write';

const systemActor = (state: CaseState): Command['actor'] => ({ id: null, role: 'system', division: state.division });

/** An alarm has one id however often it is tried, also after a rebuild; `submit` has the case's own. */
const identified = (state: CaseState, command: Command): Command =>
  command.alarm
    ? {
        ...command,
        commandId: uuidOf(
          state.caseId,
          state.epoch,
          command.alarm.deadlineId,
          command.alarm.type,
          command.alarm.level,
          command.alarm.at,
        ),
      }
    : command;

export interface StepDeps {
  readonly store: Store;
  readonly rulebook: Rulebook;
}

type CaseRow = StepContext['row'];

const inputOf = ({ cipher }: Store, { input }: AroundStep, { inputId }: Command): unknown => {
  if (!inputId) return {};
  if (!input) throw new RangeError('the input of a command is not there');
  return cipher.openJson('case_input', 'content_enc', inputId, input);
};

const contextOf = async (
  { store, rulebook }: StepDeps,
  tx: Tx,
  row: CaseRow,
  around: AroundStep,
  state: CaseState,
  command: Command,
): Promise<StepContext> => {
  const at = command.action === 'submit' ? row.submittedAt.getTime() : (command.at ?? 0);
  const on = civilDateAt(at);
  const rules = await rulebook.rules(tx, around.stamps);
  const emergency = emergencyOn(rules.parameters, { on, division: row.division });
  return {
    tx,
    cipher: store.cipher,
    rulebook: rules,
    state,
    command,
    row,
    facts: factsFrom(row.authority, around.events, around.relatives),
    input: inputOf(store, around, command),
    at,
    on,
    ...(emergency && { emergency }),
  };
};

const refuseUnmet = (context: StepContext, action: string): void => {
  const { state, command, facts } = context;
  const refusal = refusalOf(state, command);
  if (refusal) throw new AppError(refusal.code, refusal.says);
  const unmet = unmetOf({ state, facts, actor: command.actor }, command.owner, action);
  if (unmet[0]) throw new AppError(unmet[0].code, unmet.map(({ says }) => says).join(';'), { reasons: unmet });
};

const happens = async (context: StepContext): Promise<Happening> => {
  const { command } = context;
  refuseUnmet(context, command.action);
  return {
    action: command.action,
    owner: command.action === 'openMatter' ? 'stage' : command.owner,
    outcome: await effectOf(context, command.action)(context),
  };
};

/** An instant has come: the table says whether the case acts, or people are told. */
const alarmHappens = async (context: StepContext, alarm: NonNullable<Command['alarm']>): Promise<Happening> => {
  const step = alarmStep(context, alarm, await letterToTell(context.tx, context.row.id, [alarm.kind]));
  if (step.does === 'lapse')
    return { action: LAPSED, owner: alarm.owner, outcome: { detail: step.sentence }, fired: alarm };
  if (step.does === 'defer') {
    const limit = await context.tx.deadline.findUniqueOrThrow({ where: { id: alarm.deadlineId } });
    const start = { kind: alarm.kind, from: limit.fromDate, ...variantOf(limit) };
    return {
      action: 'deferRecheck',
      owner: alarm.owner,
      outcome: { detail: `因${step.because},定期核查延期`, starts: [{ ...start, deferred: step }] },
      fired: alarm,
    };
  }
  if (step.does === 'tell') {
    await writeNotice(context, alarm, step.action === 'remind' ? 'reminder' : 'escalation', step.sentence);
    if (step.action !== 'remind')
      await context.tx.deadline.update({
        where: { id: alarm.deadlineId },
        data: { state: 'late', level: alarm.level },
      });
    const outcome: Outcome = { detail: step.sentence, ...(step.opens && { opens: [step.opens] }) };
    return { action: step.action, owner: alarm.owner, outcome, fired: alarm };
  }
  const unmet = unmetOf(
    { state: context.state, facts: context.facts, actor: systemActor(context.state) },
    alarm.owner,
    step.action,
  );
  if (unmet[0]) return { action: 'postponed', owner: alarm.owner, outcome: { detail: unmet[0].says }, fired: alarm };
  return {
    action: step.action,
    owner: alarm.owner,
    outcome: await effectOf(context, step.action)(context),
    fired: alarm,
  };
};

const variantOf = ({ variant }: { readonly variant: string | null }) =>
  variant ? { variant: variant as DeadlineVariant } : {};

interface Known {
  readonly sequence: number;
  readonly patch: unknown;
}

/** The patch of a step that was taken before: for a worker that died before it could tell, or for one who asks again later. */
const stored = async (tx: Tx, { sequence, patch }: Known, row: CaseRow, state: CaseState): Promise<AppliedPatch> => {
  if (sequence <= state.sequence) return { ...(patch as Patch), repeated: true };
  const passed = await quietSteps(tx, state, sequence - 1);
  if (row.epoch !== state.epoch || state.sequence + passed + 1 !== sequence) fence(row, state);
  return { ...(patch as Patch), ...(passed > 0 && { passed }) };
};

/** The case and what a step reads beside it, with the case held. */
const held = async (tx: Tx, { caseId }: CaseState, { commandId, inputId }: Command) => {
  const around = await readAroundStep(tx, { caseId, commandId, ...(inputId && { inputId }) });
  const found = await tx.case.findUnique({ where: { id: caseId } });
  if (!found) throw new AppError('caseUnknown', '没有这个案件');
  return { around, row: { ...found, members: around.members } };
};

const write = async (context: StepContext, happening: Happening): Promise<Settled> => {
  const running = await context.tx.deadline.findMany({
    where: { caseId: context.row.id, state: { in: ['running', 'late', 'unpublished'] } },
  });
  const settled = settle(context, happening, running);
  if (happening.action === 'reckon' && settled.started.length === 0)
    throw new AppError('calendarUnpublished', '期限所及年份的工作日安排仍未发布');
  const next = await writeStep(context, happening, settled, running, sentenceOf(context, happening, settled));
  await writeTasks(context, next, openLimits(running, settled));
  return settled;
};

/** One step of a case, whole or not at all. The same command id always gives the same patch. */
const step = async (deps: StepDeps, tx: Tx, told: CaseState, given: Command): Promise<AppliedPatch> => {
  const command = identified(told, given);
  await holdCase(tx, told.caseId);
  const { around, row } = await held(tx, told, command);
  if (around.known) return stored(tx, around.known, row, told);
  const passed = row.sequence > told.sequence ? await quietSteps(tx, told, row.sequence) : 0;
  const state = passed > 0 ? { ...told, sequence: told.sequence + passed } : told;
  fence(row, state);
  const context = await contextOf(deps, tx, row, around, state, command);
  const { patch } = await write(
    context,
    command.alarm ? await alarmHappens(context, command.alarm) : await happens(context),
  );
  return passed > 0 ? { ...patch, passed } : patch;
};

/**
 * A step that the database takes beside the engine (store/engine/quiet-steps.ts), in the caller's transaction and with the
 * case held: for decisions on whole populations, for which no case is woken. Answers false where it was taken before.
 * @throws RangeError where the step would move stage, matters or limits: the engine would have to know.
 */
export const takeQuietStep = async (
  deps: StepDeps,
  tx: Tx,
  given: Pick<CaseRow, 'id' | 'division' | 'snapshot'>,
  command: Command,
  effect: Effect,
): Promise<boolean> => {
  const state = stateOf(given);
  const { around, row } = await held(tx, state, command);
  if (around.known) return false;
  const context = await contextOf(deps, tx, row, around, state, command);
  refuseUnmet(context, command.action);
  const { patch } = await write(context, { action: command.action, owner: 'stage', outcome: await effect(context) });
  if (Object.keys(patch).some((part) => part !== 'bump') || patch.bump.length > 0)
    throw new RangeError(`${command.action} is no quiet step`);
  return true;
};

export const applyStep = async (deps: StepDeps, state: CaseState, command: Command): Promise<AppliedPatch> => {
  try {
    return await deps.store.prisma.$transaction((tx) => step(deps, tx, state, command), {
      maxWait: 2000,
      timeout: 8000,
    });
  } catch (error) {
    throw asFailure(error);
  }
};
