import { civilDateAt } from '../../domain/civil-date';
import { AppError } from '../../domain/errors';
import type { Command } from '../../domain/lifecycle/command';
import { engine } from '../../domain/lifecycle/engine';
import type { CaseState } from '../../domain/lifecycle/state';
import { sendCommand } from '../../store/engine/send-command';
import type { TestCase } from '../support/case-world';
import { staffId } from '../support/case-world';
import { devWorld, type DevWorld } from '../support/dev-world';
import { gateTo, type Gate } from '../support/gate';
import { until } from '../support/until';
import { eventsOf, expectWhole } from '../support/ledger';
import { accept, poorFamily } from '../support/walk';
import { forkWorker, type WorkerProcess } from '../support/worker-process';

/** @clause 一(四) three officers at once on three cases while the database is away and the worker is killed in it */
const CASES = 3;
const OFFICERS = 3;
const ROUNDS = 4;

let world: DevWorld;
let gate: Gate;
let worker: WorkerProcess | undefined;
let cases: TestCase[];

const fork = (): Promise<WorkerProcess> => forkWorker({ databaseUrl: gate.url, namespace: world.namespace });

beforeAll(async () => {
  world = await devWorld({ isolated: true });
  gate = await gateTo(world.database.workerUrl);
  worker = await fork();
  const options = { at: Date.now() };
  cases = await Promise.all(Array.from({ length: CASES + 1 }, (_, seed) => world.submit(poorFamily(seed))));
  const investigators = [{ staffId: staffId('townshipClerk', 2) }, { name: '某驻村干部' }];
  for (const one of cases) {
    await accept(one, options);
    await one.act('startInvestigation', { by: 'townshipClerk', input: { investigators } });
  }
});
afterAll(async () => {
  await worker?.kill();
  await gate.shut();
  await world.close();
});

/** As the API and the outbox do it: the same command again until there is an answer. */
const insist = async (caseId: string, command: Command): Promise<number> => {
  for (;;) {
    try {
      const sent = await sendCommand(world.client, caseId, command, 5_000);
      if (sent.state === 'done') return sent.answer.state.sequence;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'engineUnavailable') throw error;
    }
  }
};

interface Work {
  readonly acknowledged: Command[];
  readonly underway: () => number;
  readonly done: Promise<unknown>;
}

/** Every officer walks round the neighbours of every case, one record after the other. */
const officersAtWork = (): Work => {
  const acknowledged: Command[] = [];
  const underway = new Set<Command>();
  const officer = async (one: TestCase, number: number): Promise<void> => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const input = {
        visitedOn: civilDateAt(Date.now()),
        investigators: [{ staffId: staffId('townshipClerk', 1) }, { name: `走访人${number}` }],
        neighbours: round + 1,
        findings: `第${round}次`,
      };
      const command = await one.command('recordNeighbourVisit', {
        by: 'townshipClerk',
        number: 1 + (number % 2),
        input,
      });
      underway.add(command);
      await insist(one.id, command);
      underway.delete(command);
      acknowledged.push(command);
    }
  };
  const pairs = cases
    .slice(0, CASES)
    .flatMap((one) => Array.from({ length: OFFICERS }, (_, number) => [one, number] as const));
  return {
    acknowledged,
    underway: () => underway.size,
    done: Promise.all(pairs.map(([one, number]) => officer(one, number))),
  };
};

test('every step is taken once, none is lost, and other cases are answered meanwhile', async () => {
  const work = officersAtWork();
  await until(() => work.acknowledged.length >= CASES);
  await gate.shut();
  const before = await world.store.prisma.caseEvent.count();
  await until(() => work.underway() === CASES * OFFICERS);
  await worker?.kill();
  worker = await fork();

  const idle = cases[CASES]!;
  const state = await world.client.workflow
    .getHandle(engine.workflowId(idle.id))
    .query<CaseState>(engine.queries.state);
  expect(state).toEqual(await idle.state());
  expect(await world.store.prisma.caseEvent.count()).toBe(before);

  await gate.open();
  await work.done;
  expect(work.acknowledged).toHaveLength(CASES * OFFICERS * ROUNDS);
  for (const one of cases) {
    await expectWhole(world.store, one.id);
    const workflow = world.client.workflow.getHandle(engine.workflowId(one.id));
    expect(await workflow.query<CaseState>(engine.queries.state)).toEqual(await one.state());
  }
  const written = (await Promise.all(cases.map(({ id }) => eventsOf(world.store, id)))).flat();
  const walks = written.filter(({ action }) => action === 'recordNeighbourVisit').map(({ commandId }) => commandId);
  expect(walks.sort()).toEqual(work.acknowledged.map(({ commandId }) => commandId).sort());
});
