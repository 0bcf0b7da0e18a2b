import { createDays } from '../../prisma/seed/days';
import { seed } from '../../prisma/seed/seed';
import { DEMO_PASSWORD, demoLogins } from '../../prisma/seed/staff/enrol';
import { roster } from '../../prisma/seed/staff/roster';
import { stories } from '../../prisma/seed/stories';
import type { SeedDeps } from '../../prisma/seed/telling/deps';
import { caseIdOf } from '../../prisma/seed/telling/tell';
import { isMatterKind, matters } from '../../domain/lifecycle/matters';
import { passwordFits } from '../../api/session/passwords';
import { engine } from '../../domain/lifecycle/engine';
import { createStore, type Store } from '../../store/client';
import { createFileStore } from '../../store/files';
import { startApi, type Api } from '../api/support/api';
import { freshDatabase } from '../support/database';
import { devEngine, type DevEngine } from '../support/dev-engine';
import { foldEvents } from '../support/fold';
import { testKeyRing } from '../support/key-ring';
import { stateOf } from '../../store/cases/load';
import { verifyLedger } from '../../store/ledger/verify';

/** A day whose stories stay within the published years. */
const NOW = Date.parse('2026-11-25T02:00:00Z');
const days = createDays(NOW);
const all = stories(days);

let api: Api;
let store: Store;
let worker: Store;
let dev: DevEngine;
let deps: SeedDeps;
const lines: string[] = [];

beforeAll(async () => {
  api = await startApi({ startAt: NOW });
  // The demo is told as the owner, as npm start does it, and the engine works as the worker.
  store = createStore({ url: api.ownerUrl, keyRing: testKeyRing() });
  worker = createStore({ url: api.workerUrl, keyRing: testKeyRing() });
  dev = await devEngine();
  await dev.work(worker);
  const files = createFileStore({ directory: api.directory, cipher: store.cipher });
  deps = { store, client: dev.client, taskQueue: dev.taskQueue, files, days, say: (line) => void lines.push(line) };
});
afterAll(async () => {
  await dev.close();
  await Promise.all([store.close(), worker.close()]);
  await api.stop();
});

const counts = async (): Promise<readonly number[]> =>
  Promise.all([
    store.prisma.staff.count(),
    store.prisma.appointment.count(),
    store.prisma.person.count(),
    store.prisma.case.count(),
    store.prisma.caseInput.count(),
    store.prisma.document.count(),
    store.prisma.fact.count(),
    store.prisma.draft.count(),
    store.prisma.parameterEntry.count(),
  ]);

describe('the demo', () => {
  test('tells every story to its end', async () => {
    const told = await seed(deps);
    expect(told.filter(({ short }) => short)).toEqual([]);
    expect(told).toHaveLength(all.length);
    expect(all.length).toBeGreaterThanOrEqual(14);
  });

  test.each(all.map((story) => [story.key, story] as const))(
    '%s stands where its story leaves it',
    async (_key, story) => {
      const caseId = caseIdOf(story);
      const here = await foldEvents(store, caseId, 'manual', story.ends === 'closed' ? undefined : 'handOverClock');
      expect(here.stage).toBe(story.ends);
      expect(here.matters.map(({ kind }) => kind)).toEqual(story.open ?? []);
      expect(here.clock).toBe(story.ends === 'closed' ? 'manual' : 'engine');
    },
  );

  test('every event folds into the snapshot', async () => {
    for (const row of await store.prisma.case.findMany())
      expect(await foldEvents(store, row.id, 'manual')).toEqual(stateOf(row));
  });

  test('told again, it adds nothing', async () => {
    const before = await counts();
    await seed(deps);
    expect(await counts()).toEqual(before);
  });

  test('cut off in the middle, it goes on where it stopped', async () => {
    const other = await freshDatabase();
    const [asOwner, asWorker] = [other.ownerUrl, other.workerUrl].map((url) =>
      createStore({ url, keyRing: testKeyRing() }),
    ) as [Store, Store];
    const engineOfOwn = await devEngine();
    await engineOfOwn.work(asWorker);
    const own = { ...deps, store: asOwner, client: engineOfOwn.client };
    const cutOff = new Error('cut off');
    let photos = 0;
    const files = {
      ...deps.files,
      put: (bytes: Uint8Array) => ((photos += 1) > 3 ? Promise.reject(cutOff) : deps.files.put(bytes)),
    };
    await expect(seed({ ...own, files })).rejects.toBe(cutOff);
    const told = await seed(own);
    expect(told.filter(({ short }) => short)).toEqual([]);
    for (const story of all)
      expect(
        (await foldEvents(asOwner, caseIdOf(story), 'manual', story.ends === 'closed' ? undefined : 'handOverClock'))
          .stage,
      ).toBe(story.ends);
    await engineOfOwn.close();
    await Promise.all([asOwner.close(), asWorker.close()]);
    await other.drop();
  });
});

describe('what the stories show', () => {
  const of = async (key: string) => {
    const caseId = caseIdOf({ key });
    return {
      caseId,
      row: await store.prisma.case.findUniqueOrThrow({ where: { id: caseId } }),
      events: await store.prisma.caseEvent.findMany({ where: { caseId }, orderBy: { sequence: 'asc' } }),
      deadlines: await store.prisma.deadline.findMany({ where: { caseId } }),
      entitlements: await store.prisma.entitlement.findMany({
        where: { caseId, supersededBy: null },
        include: { components: true },
        orderBy: { fromMonth: 'asc' },
      }),
      workItems: await store.prisma.workItem.findMany({ where: { caseId } }),
    };
  };

  test('nobody acting: overdue, and told to the township, the county and the prefecture', async () => {
    const { deadlines, workItems } = await of('overdue');
    expect(deadlines.find(({ kind }) => kind === 'completenessCheck')).toMatchObject({ state: 'late', level: 3 });
    expect(
      workItems
        .filter(({ kind }) => kind === 'escalation')
        .map(({ level, division }) => [level, division])
        .sort(),
    ).toEqual([
      [0, '530381103'],
      [1, '530381103'],
      [2, '530381'],
      [3, '5303'],
    ]);
  });

  test('the law of July 2022: thirty working days, and a gradual exit of nine months', async () => {
    const { deadlines, entitlements, events } = await of('backDated');
    expect(deadlines.find(({ kind }) => kind === 'decision')).toMatchObject({ length: 30, unit: 'workingDays' });
    expect(entitlements.filter(({ kind }) => kind === 'gradualExit').map(({ fromMonth }) => fromMonth)).toEqual([
      '2022-10',
      '2022-11',
      '2022-12',
      '2023-01',
      '2023-02',
      '2023-03',
      '2023-04',
      '2023-05',
      '2023-06',
    ]);
    expect(events.map(({ action }) => action)).toEqual(expect.arrayContaining(['endGradualExit', 'close']));
  });

  test('a rural family of each class', async () => {
    for (const [key, fen] of [
      ['classA', 2n * 400_00n],
      ['classB', 3n * 330_00n],
      ['classC', 4n * 260_00n],
    ] as const)
      expect((await of(key)).row.monthlyFen).toBe(fen);
  });

  test('a single person of a marginal household', async () => {
    const { row, entitlements } = await of('singlePerson');
    expect(row).toMatchObject({ beneficiaryScope: 'singlePerson', memberCount: 2, monthlyFen: 400_00n });
    expect(entitlements[0]?.components).toHaveLength(1);
  });

  test('a death that lowered the benefit, a letter delivered, a township that decides, a relative who is locked out', async () => {
    expect((await of('death')).entitlements.map(({ monthlyFen }) => monthlyFen)).toEqual([120_000n, 80_000n]);
    expect(
      await store.prisma.letter.count({
        where: { caseId: caseIdOf({ key: 'refused' }), kind: 'refusal', deliveredAt: { not: null } },
      }),
    ).toBe(1);
    expect((await of('delegated')).row.authority).toBe('township');
    expect(
      await store.prisma.relativeDeclaration.count({
        where: { caseId: caseIdOf({ key: 'relative' }), staffId: { not: null } },
      }),
    ).toBe(1);
  });
});

describe('what the payments show', () => {
  test('a debt that is kept back by consent: one month made good, one with the bank, one in the list at hand', async () => {
    const caseId = caseIdOf({ key: 'lateDeath' });
    const recovery = await store.prisma.recovery.findFirstOrThrow({ where: { caseId } });
    expect(recovery).toMatchObject({ state: 'repaying', cause: 'death', fault: 'household', recoveredFen: 80_00n });
    const lines = await store.prisma.paymentLine.findMany({ where: { caseId }, orderBy: { month: 'asc' } });
    expect(lines.map(({ fen, withheldFen, state }) => [fen, withheldFen, state])).toEqual([
      [800_00n, 0n, 'paid'],
      [400_00n, 80_00n, 'paid'],
      [400_00n, 80_00n, 'sent'],
      [400_00n, 80_00n, 'pending'],
    ]);
    const token = await api.as('financeMaker', '530581');
    const view = await api.call('readRecovery', { token, params: { recoveryId: recovery.id } });
    const { instalments } = view.body['plan'] as { instalments: { state: string }[] };
    expect(instalments.map(({ state }) => state)).toEqual(['paid', 'underWay', 'due', 'due', 'due']);
  });

  test('failed lines of which some can be given back at once, and every fen accounted for', async () => {
    const { id: runId } = await store.prisma.paymentRun.findFirstOrThrow({ where: { state: 'paying' } });
    const token = await api.as('countyReviewer', '530581');
    const { body } = await api.call('readReconciliation', { token, params: { runId } });
    expect(body['reissue']).toMatchObject({ ready: 2, stays: [{ reason: 'accountNotCorrected', lines: 1 }] });
    expect(body['findings']).toEqual([]);
    const { mismatches } = await store.withScopedClient(undefined, verifyLedger);
    expect(mismatches).toEqual([]);
  });
});

describe('the API', () => {
  test('shows every case of the demo whole, in answers that fit their schemas', async () => {
    const token = await api.as('supervisor', '53');
    const operations = [
      'readCase',
      'readTimeline',
      'readEntitlements',
      'readFacts',
      'listAssessments',
      'listLetters',
      'listDocuments',
    ] as const;
    for (const story of all) {
      const params = { caseId: caseIdOf(story) };
      const answers = await Promise.all(operations.map((name) => api.call(name, { token, params })));
      expect([story.key, answers.map(({ status }) => status)]).toEqual([story.key, operations.map(() => 200)]);
    }
  });

  test('has work for the clerk who logs in, and drafts', async () => {
    const clerk = roster.find(({ login }) => login === 'tengyue.clerk1')!;
    const appointment = await store.prisma.appointment.findFirstOrThrow({ where: { staffId: clerk.id } });
    const token = await api.tokenOf({ id: clerk.id, appointmentIds: [appointment.id] });
    const queue = await api.call('readQueue', { token, query: { view: 'office', kind: 'task' } });
    expect((queue.body['items'] as unknown[]).length).toBeGreaterThan(0);
    const drafts = await api.call('listDrafts', { token });
    expect(JSON.stringify(drafts.body)).toContain('邵美琴');
  });
});

describe('accounts', () => {
  test('one log-in of each role, each with the password printed', async () => {
    const logins = demoLogins();
    expect(new Set(logins.map(({ role }) => role)).size).toBe(logins.length);
    const [first] = logins;
    const row = await store.prisma.staff.findUniqueOrThrow({ where: { login: first?.login ?? '' } });
    expect(await passwordFits(row.passwordHash, DEMO_PASSWORD)).toBe(true);
  });

  test('every office that holds a stage or a matter has somebody', () => {
    const held = new Set(
      Object.keys(matters)
        .filter(isMatterKind)
        .flatMap((kind) => Object.values(matters[kind].table).flatMap(({ heldBy }) => heldBy ?? [])),
    );
    for (const role of held) expect(roster.some((account) => account.role === role)).toBe(true);
  });
});

describe('the engine', () => {
  test('is told nothing personal: no name, no number, no telephone in any history', async () => {
    const secrets = all.flatMap(({ application }) => [
      application.phone,
      application.address,
      ...application.members.flatMap(({ name, idNumber }) => [name, idNumber]),
    ]);
    for (const story of all) {
      const history = await dev.client.workflow.getHandle(engine.workflowId(caseIdOf(story))).fetchHistory();
      const plain = JSON.stringify(history, (_key, value: unknown) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value,
      );
      expect(secrets.filter((secret) => plain.includes(secret))).toEqual([]);
      // What the payloads hold once opened is ids, codes and instants as well.
      const state = JSON.stringify(
        await dev.client.workflow.getHandle(engine.workflowId(caseIdOf(story))).query(engine.queries.state),
      );
      expect(secrets.filter((secret) => state.includes(secret))).toEqual([]);
    }
  });
});
