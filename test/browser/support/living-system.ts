import { createActivities } from '../../../activities/create-activities';
import { connectEngine } from '../../../api/engine';
import { addDays, civilDateAt, startOfDay, weekday } from '../../../domain/civil-date';
import { engine as names } from '../../../domain/lifecycle/engine';
import { createDays } from '../../../prisma/seed/days';
import { tellPayments } from '../../../prisma/seed/payments';
import { enterRules } from '../../../prisma/seed/rules';
import { enrolStaff } from '../../../prisma/seed/staff/enrol';
import { roster } from '../../../prisma/seed/staff/roster';
import { createStore } from '../../../store/client';
import { createFileStore } from '../../../store/files';
import { createDataConverter } from '../../../store/engine/data-converter';
import { createRulebook } from '../../../store/rulebook';
import { startApi } from '../../api/support/api';
import { addCalendarYears } from '../../support/calendar-years';
import { startDesk } from '../../support/desk-process';
import { testKeyRing } from '../../support/key-ring';
import { settledBy } from '../../support/settled';
import { builtWorkflows, testWorker, timeSkippingServer } from '../../support/time-skipping';

const OFFICE_OPENS_MS = 9 * 3_600_000;
const weekend = [0, 6];

/** The product with the demo's accounts and without any case, in a time that the test moves. */
export interface LivingSystem {
  readonly url: string;
  /** Milliseconds since 1970, by the clock of the engine and of the API. */
  now(): number;
  /** Time passes, with nobody touching anything, until the office opens on the first weekday that is so many days on. */
  passDays(days: number): Promise<void>;
  /** The county has paid its months up to the present one, by the hands of the demo's people. */
  payMonths(): Promise<void>;
  stop(): Promise<void>;
}

const openingAfter = (instant: number, days: number): number => {
  let date = addDays(civilDateAt(instant), days);
  while (weekend.includes(weekday(date))) date = addDays(date, 1);
  return startOfDay(date) + OFFICE_OPENS_MS;
};

export const startLivingSystem = async (): Promise<LivingSystem> => {
  const env = await timeSkippingServer();
  const bundle = builtWorkflows();
  const dataConverter = createDataConverter(testKeyRing().payloads);
  const engine = connectEngine({ address: env.address, namespace: env.namespace ?? 'default', dataConverter });
  const limits = { general: 100_000, failedLogins: 1000 };
  const api = await startApi({ engine, startAt: await env.currentTimeMs(), limits });
  const workerStore = createStore({ url: api.workerUrl, keyRing: testKeyRing() });
  const worker = await testWorker(
    env,
    bundle,
    names.taskQueue,
    createActivities({
      store: workerStore,
      rulebook: createRulebook(),
      files: createFileStore({ directory: api.directory, cipher: workerStore.cipher }),
    }),
  );
  const working = worker.run();
  const [maker, checker] = roster.filter(({ role }) => role === 'administrator');
  const owner = createStore({ url: api.ownerUrl, keyRing: testKeyRing() });
  await enrolStaff({ store: owner });
  await enterRules({ store: owner });
  await addCalendarYears(owner, maker!.id, checker!.id);
  const desk = await startDesk(api.app);
  const now = (): number => api.clock.now().getTime();

  const passDays = async (days: number): Promise<void> => {
    const there = openingAfter(now(), days);
    await env.sleep(Math.max(there - (await env.currentTimeMs()), 0));
    await settledBy(owner, there);
    api.clock.advance(there - now());
  };
  await passDays(1);
  const files = createFileStore({ directory: api.directory, cipher: owner.cipher });
  return {
    url: desk.url,
    now,
    passDays,
    payMonths: async () => {
      const { client } = env;
      const days = createDays(now());
      await tellPayments({ store: owner, client, taskQueue: names.taskQueue, files, days, say: () => undefined });
    },
    stop: async () => {
      await desk.close();
      worker.shutdown();
      await working;
      await engine.close();
      await workerStore.close();
      await owner.close();
      await api.stop();
      await env.teardown();
    },
  };
};
