import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  defineUpdate,
  setHandler,
  sleep,
  uuid4,
  workflowInfo,
} from '@temporalio/workflow';
import { refusalOf, type Command } from '../domain/lifecycle/command';
import { engine, engineFailures, type StepAnswer } from '../domain/lifecycle/engine';
import { applyPatch, isFinished, type Alarm, type CaseState } from '../domain/lifecycle/state';
import { upgradeState } from '../domain/lifecycle/upgrade';
import { createLock } from './lock';
import { publishStage } from './search-attributes';
import { applyStep } from './steps';

export const actUpdate = defineUpdate<StepAnswer, [Command]>(engine.updates.act);
export const wakeUpdate = defineUpdate<CaseState, [{ readonly at: number }]>(engine.updates.wake);
export const settledUpdate = defineUpdate<CaseState>(engine.updates.settled);
export const stateQuery = defineQuery<CaseState>(engine.queries.state);

const YEAR_MS = 365 * 86_400_000;
const STEPS_PER_RUN = 60;
const ALARM_RETRY = '10 minutes';
/** The long phases of a case: each starts with a short history. */
const phases = new Set(['benefiting', 'leaving', 'suspended', 'refused', 'stopped']);

const refuseIfNot = (state: CaseState, command: Command): void => {
  const refusal = refusalOf(state, command);
  if (refusal) throw ApplicationFailure.create({ type: refusal.code, message: refusal.says, nonRetryable: true });
};

const system = (state: CaseState): Command['actor'] => ({ id: null, role: 'system', division: state.division });

/**
 * One case from submission to closing. Officers act through the `act` update; the case itself acts at the earliest of its
 * alarms. Every step is one transaction in the database, and the patch it returns is all that changes here.
 */
export async function caseWorkflow(start: CaseState): Promise<void> {
  let state = upgradeState(start);
  let changes = 0;
  let steps = 0;
  let phaseChanged = false;
  const startedAt = Date.now();
  const locked = createLock();

  const step = async (command: Command): Promise<StepAnswer> => {
    const patch = await applyStep(state, { ...command, at: command.at ?? Date.now() });
    if (patch.repeated) return { patch, state };
    const before = state;
    state = applyPatch(state, patch);
    changes += 1;
    steps += 1;
    phaseChanged ||= before.stage !== state.stage && phases.has(state.stage);
    publishStage(before, state);
    return { patch, state };
  };
  const alarmStep = (alarm: Alarm): Promise<StepAnswer> =>
    step({
      commandId: uuid4(),
      action: 'alarm',
      owner: alarm.owner,
      actor: system(state),
      inputHash: '',
      alarm,
      at: alarm.at,
    });
  const dueBy = (instant: number): Alarm | undefined =>
    state.alarms[0] && state.alarms[0].at <= instant ? state.alarms[0] : undefined;
  /** False where the step failed for a reason of its own: the case lives on, and tries again or is acted on. */
  const ring = async (alarm: Alarm): Promise<boolean> => {
    try {
      await alarmStep(alarm);
      return true;
    } catch (error) {
      if (!(error instanceof ApplicationFailure) || error.type === engineFailures.fenced) throw error;
      return false;
    }
  };
  /** What fell due before now comes first, so that nobody acts on a stage that has already ended by law. */
  const catchUp = async (instant: number): Promise<void> => {
    for (let alarm = dueBy(instant); alarm; alarm = dueBy(instant)) await alarmStep(alarm);
  };
  const now = (command: Command): number => (state.clock === 'manual' ? (command.at ?? Date.now()) : Date.now());

  setHandler(stateQuery, () => state);
  setHandler(settledUpdate, async () => {
    await condition(() => state.sequence > 0);
    return state;
  });
  setHandler(
    actUpdate,
    (command) =>
      locked(async () => {
        const at = now(command);
        await catchUp(at);
        refuseIfNot(state, command);
        return step({ ...command, at });
      }),
    { validator: (command) => refuseIfNot(state, command) },
  );
  setHandler(wakeUpdate, ({ at }) =>
    locked(async () => {
      if (state.clock === 'manual') await catchUp(at);
      return state;
    }),
  );

  if (state.sequence === 0) {
    await locked(() =>
      step({ commandId: state.caseId, action: 'submit', owner: 'stage', actor: system(state), inputHash: '' }),
    );
  }

  const rollOver = (): boolean =>
    steps >= STEPS_PER_RUN ||
    phaseChanged ||
    workflowInfo().continueAsNewSuggested ||
    (steps > 0 && Date.now() - startedAt >= YEAR_MS);
  while (!isFinished(state) && !rollOver()) {
    const seen = changes;
    const next = state.clock === 'engine' ? state.alarms[0] : undefined;
    if (!next) {
      await condition(() => changes !== seen);
    } else if (next.at > Date.now()) {
      await condition(() => changes !== seen, next.at - Date.now());
    } else {
      const rung = await locked(async () => changes !== seen || ring(next));
      if (!rung) await condition(() => changes !== seen, ALARM_RETRY);
    }
  }
  await condition(allHandlersFinished);
  await sleep(1); // replies leave in a task of their own, clear of continue-as-new
  await condition(allHandlersFinished);
  if (!isFinished(state)) await continueAsNew<typeof caseWorkflow>(state);
}
