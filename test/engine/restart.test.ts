import { createActivities } from '../../activities/create-activities';
import { engine, type AppliedPatch, type StepAnswer } from '../../domain/lifecycle/engine';
import type { Command } from '../../domain/lifecycle/command';
import type { CaseState } from '../../domain/lifecycle/state';
import { createRulebook } from '../../store/rulebook';
import { newId } from '../../store/uuid';
import { devWorld, type DevWorld } from '../support/dev-world';
import { eventsOf, expectWhole } from '../support/ledger';
import { until } from '../support/until';
import { poorFamily } from '../support/walk';
import { engineState, moveLimit, neighbourVisit, startInvestigation } from './support';
import { testFiles } from '../support/test-files';

/** @clause 一(四) a worker that stops in the middle, and a run that ends in the middle, lose and repeat nothing */
const STEPS_PER_RUN = 60;

let world: DevWorld;
beforeAll(async () => {
  world = await devWorld();
});
afterAll(() => world.close());

const runOf = async (caseId: string): Promise<string> =>
  (await world.client.workflow.getHandle(engine.workflowId(caseId)).describe()).runId;

/** The update under another id: what arrives after continue-as-new, when the engine no longer knows the first. */
const sendAnew = (caseId: string, command: Command): Promise<StepAnswer> =>
  world.client.workflow
    .getHandle(engine.workflowId(caseId))
    .executeUpdate<StepAnswer, [Command]>(engine.updates.act, { args: [command], updateId: newId() });

test('a step that was written by a worker that could not tell is told by the next one', async () => {
  const first = await world.run();
  const one = await world.submit(poorFamily(1));
  await first.stop();

  let die = (): void => undefined;
  const dying = new Promise<never>((_resolve, reject) => (die = () => reject(new Error('the worker is dying'))));
  dying.catch(() => undefined);
  const activities = createActivities({
    store: world.store,
    rulebook: createRulebook(),
    files: testFiles(world.store),
  });
  const mute = {
    ...activities,
    applyStep: async (state: CaseState, command: Command): Promise<AppliedPatch> => {
      await activities.applyStep(state, command);
      return dying;
    },
  };
  const second = await world.run({ activities: mute });
  const accepting = one.act('accept', { by: 'townshipClerk' });
  await until(async () => (await eventsOf(world.store, one.id)).length === 2);
  const stopped = second.stop();
  die();
  await stopped;
  const third = await world.run();
  expect((await accepting).state).toMatchObject({ stage: 'investigating', sequence: 2 });
  await expectWhole(world.store, one.id);
  expect(await engineState(world, one.id)).toEqual(await one.state());
  await third.stop();
});

test('an instant that came while no worker ran counts from when it came, once', async () => {
  const first = await world.run();
  const one = await world.submit(poorFamily(2));
  const at = Date.now() + 2_000;
  await moveLimit(world, one, 'completenessCheck', at);
  expect((await engineState(world, one.id)).epoch).toBe(2);
  await first.stop();
  await until(() => Date.now() > at);
  expect((await eventsOf(world.store, one.id)).map(({ action }) => action)).toEqual(['submit']);

  const second = await world.run();
  await until(async () => (await eventsOf(world.store, one.id)).length === 2);
  const overdue = (await eventsOf(world.store, one.id))[1]!;
  expect([overdue.action, overdue.at.getTime()]).toEqual(['overdue', at]);
  expect((await engineState(world, one.id)).alarms.some((alarm) => alarm.at === at)).toBe(false);
  await second.stop();
});

test('over the end of a run: the last update is answered, and asked again it is still one event', async () => {
  const worker = await world.run();
  const one = await world.submit(poorFamily(3));
  await startInvestigation(one);
  const run = await runOf(one.id);
  const commands: Command[] = [];
  for (let steps = (await one.state()).sequence; steps < STEPS_PER_RUN + 2; steps += 1) {
    const command = await one.command('recordNeighbourVisit', neighbourVisit(1 + (steps % 2)));
    expect((await one.send(command)).state.sequence).toBe(steps + 1);
    commands.push(command);
  }
  await until(async () => (await runOf(one.id)) !== run);

  const before = await one.state();
  const events = await eventsOf(world.store, one.id);
  const [early, last] = [commands[3]!, commands.at(-1)!];
  for (const command of [early, last]) {
    const { patch, state } = await sendAnew(one.id, command);
    const stored = events.find(({ commandId }) => commandId === command.commandId)!;
    expect(patch).toMatchObject(stored.patch as object);
    expect(state).toEqual(before);
  }
  expect(await eventsOf(world.store, one.id)).toHaveLength(events.length);
  expect((await one.act('recordNeighbourVisit', neighbourVisit())).state.sequence).toBe(before.sequence + 1);
  await expectWhole(world.store, one.id);
  await worker.stop();
});
