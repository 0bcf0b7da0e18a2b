import type { Client } from '@temporalio/client';
import { pino } from 'pino';
import { runSweeper } from '../../activities/sweeper';
import { createRulebook } from '../../store/rulebook';
import { until } from '../support/until';
import { drainOutbox, enqueue, takeOutbox } from '../../store/outbox';
import { openStores, type OpenedStores } from './support/store';

let stores: OpenedStores;
beforeEach(async () => {
  stores = await openStores();
});
afterEach(() => stores.close());

const add = (...kinds: readonly string[]) =>
  stores.api.withScope({ staffId: '', division: '53' }, async (tx) => {
    for (const kind of kinds) await enqueue(tx, { kind, payload: { kind } });
  });
/** The wait is over. */
const makeDue = () =>
  stores.owner.query("update outbox set due_at = now() - interval '1 second' where done_at is null");
const rows = () => stores.worker.prisma.outbox.findMany({ orderBy: { id: 'asc' } });

it('is not written when its cause is rolled back', async () => {
  const failing = stores.api.withScope({ staffId: '', division: '53' }, async (tx) => {
    await enqueue(tx, { kind: 'notice', payload: {} });
    throw new Error('refused');
  });
  await expect(failing).rejects.toThrow('refused');
  expect(await rows()).toEqual([]);
});

it('does each entry once, however many take at the same time', async () => {
  await add(...Array.from({ length: 30 }, () => 'notice'));
  const taken = await Promise.all([1, 2, 3, 4].map(() => takeOutbox(stores.worker.pool, ['notice'], 10)));
  const ids = taken.flat().map(({ id }) => id);
  expect(ids.length).toBe(30);
  expect(new Set(ids).size).toBe(30);
});

it('marks done what was done, keeps why something failed, and leaves other kinds alone', async () => {
  await add('good', 'bad', 'other', 'good');
  const drained = await drainOutbox(stores.worker.pool, {
    good: async () => {},
    bad: () => Promise.reject(new Error('gateway away')),
  });
  expect(drained).toEqual({ done: 2, failed: 1 });
  expect(
    (await rows()).map(({ kind, doneAt, attempts, lastError }) => [kind, doneAt !== null, attempts, lastError]),
  ).toEqual([
    ['good', true, 1, null],
    ['bad', false, 1, 'gateway away'],
    ['other', false, 0, null],
    ['good', true, 1, null],
  ]);
});

it('comes back later and later after failures, and also when the process that took it died', async () => {
  await add('bad');
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    expect(await takeOutbox(stores.worker.pool, ['bad'], 10)).toMatchObject([{ attempt }]);
    expect(await takeOutbox(stores.worker.pool, ['bad'], 10)).toEqual([]);
    const { rows: wait } = await stores.owner.query<{ s: number }>(
      'select round(extract(epoch from due_at - now()))::int s from outbox',
    );
    waits.push(wait[0]!.s);
    await makeDue();
  }
  expect(waits).toEqual([5, 10, 20, 40]);
  await stores.owner.query('update outbox set attempts = 5000');
  await takeOutbox(stores.worker.pool, ['bad'], 10);
  const { rows: wait } = await stores.owner.query<{ s: number }>(
    'select round(extract(epoch from due_at - now()))::int s from outbox',
  );
  expect(wait[0]?.s).toBe(3600);
});

it('is heard of when its transaction ends: a run is handed over without waiting for the next look, once for all that moved it', async () => {
  const handed: string[] = [];
  const signalWithStart = (workflow: string, { workflowId }: { workflowId: string }) => {
    handed.push(`${workflow} ${workflowId}`);
    return Promise.resolve();
  };
  const stop = new AbortController();
  const sweeping = runSweeper({
    store: stores.worker,
    rulebook: createRulebook(),
    client: { workflow: { signalWithStart } } as unknown as Client,
    taskQueue: 'none',
    logger: pino({ level: 'silent' }),
    signal: stop.signal,
    smsGatewayUrl: '',
    idleMs: 3_600_000,
  });
  await until(async () => {
    const { rows: listening } = await stores.owner.query(
      `select from pg_stat_activity where datname = current_database() and state = 'idle' and query = 'listen doudi_outbox'`,
    );
    return listening.length === 1;
  });
  await stores.api.withScope({ staffId: '', division: '53' }, async (tx) => {
    for (const runId of ['one', 'two', 'one']) await enqueue(tx, { kind: 'payment-run', payload: { runId } });
  });
  await until(async () => (await rows()).every(({ doneAt }) => doneAt !== null));
  expect(handed).toEqual(['paymentRunWorkflow payment-run/one', 'paymentRunWorkflow payment-run/two']);
  stop.abort();
  await sweeping;
});
