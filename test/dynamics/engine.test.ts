import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { deliverCommands } from '../../activities/deliver';
import { ensureDailySchedule } from '../../activities/schedule';
import { addMonthsToMonth, civilDateAt, endOfDay, monthOf, startOfDay } from '../../domain/civil-date';
import { engine } from '../../domain/lifecycle/engine';
import { initialState, type CaseState } from '../../domain/lifecycle/state';
import { stateOf } from '../../store/cases/load';
import { createStore, type Store } from '../../store/client';
import { startApi, type Api } from '../api/support/api';
import { caseIdOf, populate } from '../payments/support/population';
import { addCalendarYears } from '../support/calendar-years';
import { devEngine, type DevEngine } from '../support/dev-engine';
import { testKeyRing } from '../support/key-ring';
import { until } from '../support/until';

/** @clause 一(二) from the schedule of the morning to the matter in the case, through the engine */
const TOWNSHIP = '530581001';

let api: Api;
let worker: Store;
let owner: Client;
let dev: DevEngine;
let caseId: string;
beforeAll(async () => {
  api = await startApi({ startAt: Date.now() });
  worker = createStore({ url: api.workerUrl, keyRing: testKeyRing() });
  owner = new Client({ connectionString: api.ownerUrl });
  await owner.connect();
  await addCalendarYears(worker, randomUUID(), randomUUID());
  await populate(owner, { townships: [TOWNSHIP], count: 1, fromMonth: '2026-08' });
  caseId = await caseIdOf(owner, TOWNSHIP, 1);
  const { division } = await worker.prisma.case.findUniqueOrThrow({ where: { id: caseId } });
  // In benefit by a first event, as whoever was imported.
  const snapshot = { ...initialState(caseId, 'dibao', division, 'engine'), stage: 'benefiting', sequence: 1 };
  await worker.prisma.case.update({ where: { id: caseId }, data: { snapshot: snapshot as object, sequence: 1 } });
  dev = await devEngine();
  await dev.work(worker);
});
afterAll(async () => {
  await dev.close();
  await Promise.all([worker.close(), owner.end()]);
  await api.stop();
});

/** The product's schedule, as two workers that start at once make it. */
const scheduled = async () => {
  await Promise.all([ensureDailySchedule(dev.client), ensureDailySchedule(dev.client)]);
  return dev.client.schedule.getHandle('daily');
};

it('the start-up makes one schedule, ten minutes past midnight in China, which skips and catches up', async () => {
  const { action, policies, spec, info } = await (await scheduled()).describe();
  expect(action).toMatchObject({
    type: 'startWorkflow',
    workflowType: 'dailyWorkflow',
    taskQueue: engine.taskQueue,
  });
  expect(policies).toMatchObject({ overlap: 'SKIP', catchupWindow: 86_400_000, pauseOnFailure: false });
  expect(spec.timezone).toBe('Asia/Shanghai');
  const [next] = info.nextActionTimes;
  expect((next!.getTime() - startOfDay(civilDateAt(next!.getTime()))) / 60_000).toBe(10);
});

it('the schedule calls the tick, whose list a township decides, and the case takes its matter up', async () => {
  const due = `${addMonthsToMonth(monthOf(civilDateAt(Date.now())), 1)}-20`;
  const text = { unit: 'months', clause: '', explanation: '' };
  await worker.prisma.deadline.create({
    data: {
      ...{ id: randomUUID(), caseId, owner: 'stage', kind: 'recheck', fromDate: '2026-01-01', ...text },
      dueAt: new Date(endOfDay(due)),
    },
  });
  await (await scheduled()).trigger();
  const { dynamicsList, dynamicsItem } = worker.prisma;
  await until(async () => (await dynamicsList.count({ where: { township: TOWNSHIP } })) > 0);
  const [list] = await dynamicsList.findMany({ orderBy: { month: 'desc' }, take: 1 });
  expect(list!.openedOn).toBe(civilDateAt(Date.now()));
  const item = await dynamicsItem.findFirstOrThrow({ where: { listId: list!.id } });
  expect(item).toMatchObject({ caseId, kind: 'recheckDue', onDate: due });
  const decided = await api.call('decideDynamicsItem', {
    token: await api.as('townshipClerk', TOWNSHIP),
    params: { listId: list!.id, itemId: item.id },
    body: { expectedVersion: list!.version, decision: 'matter', note: '按期复核' },
  });
  expect(decided.status).toBe(200);

  // The first finds no workflow and starts it from the snapshot, the next brings the command, a third changes nothing.
  for (const _ of [1, 2, 3]) {
    await deliverCommands({ store: worker, client: dev.client, taskQueue: dev.taskQueue });
    await owner.query('update outbox set due_at = now()');
  }
  const { matterId } = await dynamicsItem.findUniqueOrThrow({ where: { id: item.id } });
  const inEngine = await dev.client.workflow
    .getHandle(engine.workflowId(caseId))
    .query<CaseState>(engine.queries.state);
  expect(inEngine.matters).toMatchObject([{ id: matterId, kind: 'recheck' }]);
  expect(stateOf(await worker.prisma.case.findUniqueOrThrow({ where: { id: caseId } }))).toEqual(inEngine);
  expect(await worker.prisma.caseEvent.findMany({ where: { caseId } })).toMatchObject([
    { action: 'openMatter', sequence: 2, actorRole: 'townshipClerk' },
  ]);
  expect(await worker.prisma.outbox.count({ where: { kind: 'command', doneAt: null } })).toBe(0);
});
