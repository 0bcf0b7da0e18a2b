import { Client } from 'pg';
import { makeHouseholds } from '../../bench/eligibility/households';
import { seedHouseholds } from '../../bench/uplift/seed';
import { watchStandards } from '../../activities/uplift/watch';
import { createStore, type Store } from '../../store/client';
import { createRulebook } from '../../store/rulebook';
import { testKeyRing } from '../support/key-ring';
import { addLocalValue } from '../support/local-value';
import { startApi, type Api } from '../api/support/api';
import { advance, approve, makeRun, runOf } from './support';

let api: Api;
let worker: Store;
let supervisor: string;
beforeAll(async () => {
  api = await startApi({ startAt: Date.parse('2022-06-20T02:00:00Z') });
  worker = createStore({ url: api.workerUrl, keyRing: testKeyRing() });
  supervisor = await api.as('supervisor', '53');
  await addLocalValue(worker, {
    parameter: 'dibao.standard.rural',
    division: '532922',
    validFrom: '2022-01-01',
    value: '5000',
  });
});
afterAll(async () => {
  await worker.close();
  await api.stop();
});

const tick = (date: string): Promise<void> => watchStandards({ store: worker, rulebook: createRulebook() }, date);
interface Told {
  readonly division: string;
  readonly kind: string;
  readonly dueOn: string;
  readonly endedOn: string | null;
}
/** Without what 腾冲市 is itself reminded of: from April to June 2022 its 特困 standard stood below 1.3 times the urban one. */
const alerts = async (state: 'open' | 'all' = 'open', token = supervisor): Promise<readonly string[]> =>
  ((await api.call('listStandardAlerts', { token, query: { state } })).body['alerts'] as Told[])
    .filter(({ division, kind }) => division !== '530581' || kind.startsWith('uplift'))
    .map(({ division, kind, dueOn, endedOn }) => `${division} ${kind} ${dueOn}${endedOn ? ` until ${endedOn}` : ''}`);

// @clause 三(二) a county that has not raised its standard is known to prefecture and province
it('reminds before the day, tells of the delay after it, and ends both when the county has followed', async () => {
  await tick('2022-05-20');
  expect(await alerts()).toEqual([]);
  await tick('2022-06-20');
  expect(await alerts()).toEqual(['532922 soon 2022-07-01']);
  // A tick missed, a tick twice: what stands is what holds on the day.
  await tick('2022-07-03');
  await tick('2022-07-03');
  expect(await alerts()).toEqual(['532922 late 2022-07-01']);
  expect(await alerts('open', await api.as('supervisor', '5329'))).toEqual(['532922 late 2022-07-01']);
  expect(await alerts('open', await api.as('supervisor', '5305'))).toEqual([]);
  expect((await api.call('listStandardAlerts', { token: await api.as('townshipClerk', '532922001') })).status).toBe(
    403,
  );
  await addLocalValue(worker, {
    parameter: 'dibao.standard.rural',
    division: '532922',
    validFrom: '2022-07-01',
    value: '5400',
  });
  await tick('2022-07-04');
  expect(await alerts()).toEqual([]);
  expect([...(await alerts('all'))].sort()).toEqual([
    '532922 late 2022-07-01 until 2022-07-04',
    '532922 soon 2022-07-01 until 2022-07-03',
  ]);
});

const TRIES = 5;

describe('a county with households in benefit', () => {
  let runId: string;
  /** As the workflow does: what failed is called again. */
  const persist = async (at: number): Promise<void> => {
    for (let tried = 1; ; tried += 1) {
      try {
        return void (await advance(worker, runId, at));
      } catch (error) {
        if (tried === TRIES) throw error;
      }
    }
  };
  beforeAll(async () => {
    const owner = new Client({ connectionString: api.ownerUrl });
    await owner.connect();
    const plan = { households: makeHouseholds(40, 7), townships: ['530581001'], from: 0, count: 40 };
    for await (const _some of seedHouseholds(owner, worker.cipher, plan));
    await owner.end();
  });

  it('is told to try the uplift out, then to approve it, and is left alone once it is carried out', async () => {
    await addLocalValue(worker, {
      parameter: 'dibao.standard.rural',
      division: '532922',
      validFrom: '2022-06-01',
      value: '5400',
    });
    await tick('2022-06-20');
    expect(await alerts()).toEqual(['530581 upliftMissing 2022-07-01']);
    runId = await makeRun(worker, '530581', '2022-07-01');
    await advance(worker, runId, Date.parse('2022-06-20T03:00:00Z'));
    await tick('2022-06-21');
    expect(await alerts()).toEqual([]);
    await tick('2022-07-01');
    expect(await alerts()).toEqual(['530581 upliftUnapproved 2022-07-01']);
    await approve(worker, runId);
    await worker.prisma.outbox.deleteMany({ where: { kind: 'uplift' } });
    await tick('2022-07-02');
    expect(await alerts()).toEqual([]);
    // The tick itself sets an approved run going, should its timer be lost.
    expect(await worker.prisma.outbox.count({ where: { kind: 'uplift' } })).toBe(1);
  });

  // @clause 三(二) killed in the middle, the run is finished exactly
  it('is carried out exactly, though the database drops the worker again and again', async () => {
    const owner = new Client({ connectionString: api.ownerUrl });
    await owner.connect();
    const gains = await worker.prisma.upliftResult.count({ where: { runId, class: 'gain' } });
    expect(gains).toBeGreaterThan(5);
    const at = Date.parse('2022-07-02T01:00:00Z');
    for (let kills = 0; kills < 4; kills += 1) {
      const working = advance(worker, runId, at);
      const seen = worker.prisma.upliftBatch.count({ where: { runId, step: 'apply' } });
      await seen.catch(() => 0);
      await owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where usename like '%worker%' and datname = current_database() and pid <> pg_backend_pid()`,
      );
      await working.catch(() => undefined);
    }
    await persist(at);
    const run = await runOf(worker, runId);
    expect(run).toMatchObject({ state: 'done', applied: gains, failed: 0 });
    const { rows } = await owner.query<{ raised: string; events: string; letters: string; more: string }>(
      `select (select count(*) from entitlement where from_month = '2022-07' and superseded_by is null) as raised,
         (select count(*) from case_event where action = 'recordUplift') as events,
         (select count(*) from letter where kind = 'increase') as letters,
         (select sum(applied_fen - old_fen) from uplift_result where state = 'applied') as more`,
    );
    expect(rows).toEqual([{ raised: `${gains}`, events: `${gains}`, letters: `${gains}`, more: `${run.appliedFen}` }]);
    await owner.end();
  });
});
