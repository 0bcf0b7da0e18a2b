import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker, type WorkflowBundle } from '@temporalio/worker';
import { createActivities } from '../../activities/create-activities';
import { wakeRuns } from '../../activities/wake-runs';
import { civilDateAt, monthOf } from '../../domain/civil-date';
import type { RunActor } from '../../domain/payments/act';
import type { RunAction } from '../../domain/payments/run';
import { createDataConverter } from '../../store/engine/data-converter';
import { takeRunAction } from '../../store/payments/act';
import { openRun } from '../../store/payments/open-run';
import { createRulebook } from '../../store/rulebook';
import { sqlOf } from '../../store/sql';
import { populate, startPaying } from '../payments/support/population';
import { COUNTY, ONE, people, TWO } from '../payments/support/runs';
import { balances } from '../payments/support/sums';
import { openStores, type OpenedStores } from '../store/support/store';
import { testKeyRing } from '../support/key-ring';
import { testFiles } from '../support/test-files';
import { builtWorkflows, testWorker, timeSkippingServer } from '../support/time-skipping';
import { until } from '../support/until';

/** @clause 三(一) a run goes from the list to the settlement by itself and by people, over days and restarts */
const QUEUE = 'payment-runs';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const RUN = '5d0c7a8e-1f52-4a6e-8b7c-5e2f9a1b0c66';
const RECORDED = join(__dirname, 'payment-run.history.json');

let env: TestWorkflowEnvironment;
let bundle: WorkflowBundle;
let stores: OpenedStores;
const working = new Set<{ stop(): Promise<void> }>();
beforeAll(async () => {
  bundle = builtWorkflows();
  [env, stores] = await Promise.all([timeSkippingServer(), openStores()]);
});
afterAll(async () => {
  await Promise.all([...working].map((one) => one.stop()));
  await env.teardown();
  await stores.close();
});

const now = async (): Promise<number> => env.currentTimeMs();
const run = () => stores.worker.prisma.paymentRun.findUniqueOrThrow({ where: { id: RUN } });
const stands = (state: string) => until(async () => (await run()).state === state);
const events = async () =>
  (await stores.worker.prisma.paymentRunEvent.findMany({ where: { runId: RUN }, orderBy: { sequence: 'asc' } })).map(
    ({ action }) => action,
  );

/** The product's worker and what hands changed runs to the engine; stops as the process does. */
const work = async (): Promise<{ stop(): Promise<void> }> => {
  const files = testFiles(stores.worker);
  const activities = createActivities({ store: stores.worker, rulebook: createRulebook(), files });
  // Nothing is cached: every step is a replay, as after a restart.
  const worker = await testWorker(env, bundle, QUEUE, activities, { maxCachedWorkflows: 0 });
  const running = worker.run();
  const process = {
    async stop() {
      working.delete(process);
      worker.shutdown();
      await running;
    },
  };
  working.add(process);
  return process;
};
const handOver = () => wakeRuns({ store: stores.worker, client: env.client, taskQueue: QUEUE });

const act = async (action: RunAction, actor: RunActor): Promise<void> => {
  const { version } = await run();
  const at = new Date(await now());
  await stores.api.withScope(actor, (tx) =>
    takeRunAction(sqlOf(tx), RUN, action, actor, { expectedVersion: version }, at),
  );
  await handOver();
};

test('from the list to the settlement: late once, resumed by another worker, paid to the fen', async () => {
  const today = civilDateAt(await now());
  await populate(stores.owner, { townships: [ONE, TWO], count: 3, fromMonth: '2020-01' });
  await startPaying(stores.worker, COUNTY, monthOf(today));
  await stores.worker.withScopedClient(undefined, (client) =>
    openRun(client, {
      ...{ id: RUN, county: COUNTY, programme: 'dibao', month: monthOf(today), kind: 'monthly' },
      ...{ openedOn: today, payBy: today, format: 'cardPlatform' },
    }),
  );
  const first = await work();
  await handOver();
  await stands('confirming');
  const handle: WorkflowHandle = env.client.workflow.getHandle(`payment-run/${RUN}`);
  expect(await stores.worker.prisma.paymentLine.count({ where: { runId: RUN, state: 'pending' } })).toBe(6);

  await act('confirm', people.one);
  await env.sleep(DAY_MS + HOUR_MS);
  await until(async () => (await run()).lateSince !== null);
  expect((await events()).filter((action) => action === 'late')).toHaveLength(1);
  expect((await run()).state).toBe('confirming');

  await first.stop();
  await act('confirm', people.two);
  expect((await run()).state).toBe('confirming');
  const second = await work();
  await stands('making');
  await act('submit', people.reviewer);
  await act('check', people.approver);
  await act('prepare', people.maker);
  await act('release', people.checker);
  await stands('paying');
  expect(await balances(stores.owner)).toEqual({ entitled: -180_000, sent: 180_000 });

  await stores.owner.query(`update payment_line set state = 'paid', changed_at = now() where run_id = $1`, [RUN]);
  await stores.owner.query(
    `insert into outbox (kind, payload) values ('payment-run', jsonb_build_object('runId', $1::text))`,
    [RUN],
  );
  await handOver();
  await handle.result();
  expect((await run()).state).toBe('settled');
  expect(await events()).toEqual([
    'draw',
    'confirm',
    'late',
    'confirm',
    'allConfirmed',
    'submit',
    'check',
    'prepare',
    'release',
    'send',
    'settle',
  ]);
  expect(await balances(stores.owner)).toEqual({ entitled: -180_000, paid: 180_000 });

  const history = await handle.fetchHistory();
  const dataConverter = createDataConverter(testKeyRing().payloads);
  await Worker.runReplayHistory({ workflowBundle: bundle, dataConverter }, history);
  await second.stop();
});

test('a run that began with the code of before goes on with the present one', async () => {
  const history: unknown = JSON.parse(readFileSync(RECORDED, 'utf8'));
  const options = { workflowBundle: bundle, dataConverter: createDataConverter(testKeyRing().payloads) };
  await Worker.runReplayHistory(options, history, `payment-run/${RUN}`);
  const text = readFileSync(RECORDED, 'utf8').replaceAll('"advanceRun"', '"advanceOtherwise"');
  await expect(Worker.runReplayHistory(options, JSON.parse(text) as unknown)).rejects.toThrow();
});
