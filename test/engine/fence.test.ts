import { Client } from 'pg';
import { createActivities } from '../../activities/create-activities';
import { engine, engineFailures } from '../../domain/lifecycle/engine';
import type { CaseState } from '../../domain/lifecycle/state';
import { sendCommand } from '../../store/engine/send-command';
import { createRulebook } from '../../store/rulebook';
import { newId } from '../../store/uuid';
import type { TestCase } from '../support/case-world';
import { devWorld, type DevWorld } from '../support/dev-world';
import { eventsOf, expectWhole } from '../support/ledger';
import { until } from '../support/until';
import { poorFamily } from '../support/walk';
import { engineState, moveLimit, neighbourVisit, refusalOf, repair, startInvestigation } from './support';
import { testFiles } from '../support/test-files';

/** @clause 一(四) engine and database apart: nothing is written until the case is rebuilt from the database */
let world: DevWorld;
beforeAll(async () => {
  world = await devWorld();
  await world.run();
});
afterAll(() => world.close());

/** As the owner with the triggers off: what a restore from a backup does. */
const asOwner = async (caseId: string, ...statements: readonly string[]): Promise<void> => {
  const client = new Client({ connectionString: world.database.ownerUrl });
  await client.connect();
  await client.query('set session_replication_role = replica');
  for (const statement of statements) await client.query(statement, [caseId]);
  await client.end();
};

const activities = () =>
  createActivities({ store: world.store, rulebook: createRulebook(), files: testFiles(world.store) });

/** A step past the workflow, as from a run that it knows nothing of. */
const directly = async (one: TestCase, state: CaseState) =>
  activities().applyStep(state, {
    ...(await one.command('recordNeighbourVisit', neighbourVisit())),
    at: Date.now(),
  });

const investigated = async (seed: number): Promise<TestCase> => {
  const one = await world.submit(poorFamily(seed));
  await startInvestigation(one);
  return one;
};

const written = (one: TestCase): Promise<readonly number[]> => {
  const where = { where: { caseId: one.id } };
  const { caseEvent, workItem, letter, deadline } = world.store.prisma;
  return Promise.all([caseEvent.count(where), workItem.count(where), letter.count(where), deadline.count(where)]);
};

const apart: readonly { readonly how: string; readonly drift: (one: TestCase) => Promise<void> }[] = [
  { how: 'behind the database', drift: async (one) => void (await directly(one, await one.state())) },
  {
    how: 'ahead of a restored database',
    drift: async (one) => {
      const before = await one.state();
      await one.act('recordNeighbourVisit', neighbourVisit());
      await asOwner(
        one.id,
        'delete from case_event where case_id = $1 and sequence = (select sequence from "case" where id = $1)',
        'update "case" set sequence = sequence - 1 where id = $1',
      );
      await world.store.prisma.case.update({ where: { id: one.id }, data: { snapshot: before as object } });
    },
  },
  {
    how: 'of an epoch that is over',
    drift: (one) =>
      asOwner(
        one.id,
        `update "case" set epoch = epoch + 1, snapshot = jsonb_set(snapshot, '{epoch}', to_jsonb(epoch + 1)) where id = $1`,
      ),
  },
];

describe('a workflow', () => {
  test.each(apart)(
    '$how is fenced and writes nothing; rebuilt, it goes on',
    async ({ drift }) => {
      const one = await investigated(1);
      await drift(one);
      const before = await written(one);
      expect(await refusalOf(one.act('recordNeighbourVisit', neighbourVisit()))).toBe(engineFailures.fenced);
      expect(await written(one)).toEqual(before);

      const { epoch, sequence } = await repair(world, one.id);
      const { state } = await one.act('recordNeighbourVisit', neighbourVisit());
      expect([state.epoch, state.sequence]).toEqual([epoch, sequence + 1]);
      expect(await expectWhole(world.store, one.id)).toEqual(await engineState(world, one.id));
    },
    60_000,
  );

  test('that was replaced cannot write any more, however late it comes', async () => {
    const one = await investigated(2);
    const old = await one.state();
    await repair(world, one.id);
    const before = await written(one);
    await expect(directly(one, old)).rejects.toMatchObject({ type: engineFailures.fenced });
    const alarm = old.alarms[0]!;
    const actor = { id: null, role: 'system', division: old.division } as const;
    const rung = { commandId: newId(), action: 'alarm', owner: alarm.owner, actor, inputHash: '', alarm, at: alarm.at };
    await expect(activities().applyStep(old, rung)).rejects.toMatchObject({ type: engineFailures.fenced });
    expect(await written(one)).toEqual(before);
  });

  test('that an operator ended is rebuilt, and its limits go on', async () => {
    const one = await investigated(3);
    await world.client.workflow.getHandle(engine.workflowId(one.id)).terminate('by mistake');
    const command = await one.command('recordNeighbourVisit', neighbourVisit());
    expect(await sendCommand(world.client, one.id, command, 5_000)).toEqual({ state: 'gone' });

    const at = Date.now() + 1_000;
    await moveLimit(world, one, 'investigationStart', at);
    expect(await sendCommand(world.client, one.id, command, 5_000)).toMatchObject({ state: 'done' });
  });

  test('whose timer meets the fence ends for everybody to see; rebuilt, the limit falls due', async () => {
    const one = await investigated(4);
    const at = Date.now() + 1_500;
    await moveLimit(world, one, 'decision', at);
    await directly(one, await one.state());
    const handle = world.client.workflow.getHandle(engine.workflowId(one.id));
    await until(async () => (await handle.describe()).status.name === 'FAILED');
    expect((await eventsOf(world.store, one.id)).some(({ action }) => action === 'overdue')).toBe(false);

    await repair(world, one.id);
    await until(async () => (await eventsOf(world.store, one.id)).some(({ action }) => action === 'overdue'));
    const overdue = (await eventsOf(world.store, one.id)).find(({ action }) => action === 'overdue')!;
    expect(overdue.at.getTime()).toBe(at);
    expect(await engineState(world, one.id)).toEqual(await one.state());
  });
});
