import { isFinished } from '../../domain/lifecycle/state';
import type { TestCase } from '../support/case-world';
import { devWorld, type DevWorld } from '../support/dev-world';
import { expectWhole } from '../support/ledger';
import { seeded } from '../support/people';
import { publicised, tell } from './story';
import { engineState } from './support';
import { dice, stroll, type Dice } from './walker';

/** @clause 一(四) thirty lives by chance: after every step, events, snapshot, engine and queues agree */
const WALKS = 30;
const STEPS = 14;
const ABREAST = 4;
const HOUR = 3_600_000;
let world: DevWorld;
beforeAll(async () => {
  world = await devWorld();
  await world.run();
});
afterAll(() => world.close());

const paymentsAgree = async (caseId: string): Promise<void> => {
  const rows = await world.store.prisma.entitlement.findMany({
    where: { caseId, supersededBy: null },
    include: { components: true },
    orderBy: { fromMonth: 'asc' },
  });
  for (const [index, { toMonth, monthlyFen, components }] of rows.entries()) {
    const next = rows[index + 1];
    if (next) expect((toMonth ?? '9999-12') < next.fromMonth).toBe(true);
    expect(components.reduce((sum, { fen }) => sum + fen, 0n)).toBe(monthlyFen);
  }
};

const queuesAgree = async (one: TestCase): Promise<void> => {
  const { prisma } = world.store;
  const tasks = await prisma.workItem.findMany({ where: { caseId: one.id, kind: 'task', doneAt: null } });
  expect(new Set(tasks.map(({ owner }) => owner)).size).toBe(tasks.length);
  const limits = await prisma.deadline.findMany({
    where: { caseId: one.id, state: { in: ['running', 'late'] } },
    orderBy: { dueAt: 'asc' },
  });
  const { nextDueAt } = await prisma.case.findUniqueOrThrow({ where: { id: one.id } });
  // What runs out for the household is no office's to be in time for.
  const offices = limits.filter(({ kind }) => !['reconsideration', 'suit'].includes(kind));
  expect(nextDueAt).toEqual(offices[0]?.dueAt ?? null);
  const state = await one.state();
  const owners = new Set(['stage', ...state.matters.map(({ id }) => id)]);
  expect(limits.every(({ owner }) => owners.has(owner))).toBe(true);
  const known = new Set(limits.map(({ id }) => id));
  expect(state.alarms.filter(({ deadlineId }) => !known.has(deadlineId))).toEqual([]);
  const armed = new Set(state.alarms.filter(({ type }) => type === 'due').map(({ deadlineId }) => deadlineId));
  expect(limits.filter(({ id, state: runs }) => runs === 'running' && !armed.has(id)).map(({ kind }) => kind)).toEqual(
    [],
  );
};

const agrees = async (one: TestCase): Promise<void> => {
  const state = await expectWhole(world.store, one.id);
  if (!isFinished(state)) expect(await engineState(world, one.id)).toEqual(state);
  await paymentsAgree(one.id);
  await queuesAgree(one);
};

/** A third begins with the application, a third under review, a third in benefit. */
const begin = async (seed: number): Promise<{ readonly one: TestCase; readonly at: number }> => {
  const story = await tell(world, { on: '2022-04-11', seed });
  if (seed % 3 > 0) {
    await publicised(story);
    await story.pass('2022-04-25');
  }
  if (seed % 3 > 1) {
    await story.recommend();
    await story.confirm();
  }
  return { one: story.one, at: new Date('2022-04-25T10:00:00+08:00').getTime() };
};

const walk = async (seed: number, { below, pick }: Dice): Promise<number> => {
  const { one, at: start } = await begin(seed);
  let at = start;
  let step = 0;
  for (; step < STEPS && !isFinished(await one.state()); step += 1) {
    at += HOUR * (below(6) === 0 ? 24 * (1 + below(20)) : 1 + below(5));
    await stroll(world, one, { below, pick }, at);
    await agrees(one);
  }
  return step;
};

test(`of ${WALKS} random lives none leaves anything apart`, async () => {
  const seeds = Array.from({ length: WALKS }, (_, index) => index);
  const steps: number[] = [];
  await Promise.all(
    Array.from({ length: ABREAST }, async () => {
      for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift())
        steps.push(
          await walk(seed, dice(seeded(seed))).catch((error: unknown) =>
            Promise.reject(new Error(`seed ${seed}`, { cause: error })),
          ),
        );
    }),
  );
  expect(steps).toHaveLength(WALKS);
  const actions = await world.store.prisma.caseEvent.groupBy({ by: ['action'] });
  expect(actions.length).toBeGreaterThan(30);
});
