import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import { logIn, type Officer } from '../../bench/lib/officers';
import { startSystem, temporaryDirectory, type System } from '../../bench/lib/system';
import { beginToPay, placesOf, seedHouseholds } from '../../bench/payments/seed';
import { seedHouseholds as seedAssessed } from '../../bench/uplift/seed';
import { openMonthlyRuns } from '../../activities/payments/open-runs';
import { civilDateAt, monthOf } from '../../domain/civil-date';
import type { Role } from '../../domain/lifecycle/roles';
import { createStore, type Store } from '../../store/client';
import { createRulebook } from '../../store/rulebook';
import { csvAnswer } from '../payment-files/support/returns';
import { approve, makeRun, runOf } from '../uplift/support';

/**
 * @clause 三(一) worker, API, engine and database killed at four points of a run: exact to the fen, nobody twice, it ends by itself
 * @clause 三(二) an uplift that is killed with them in its middle ends by itself, every household raised once
 */
const HOUSEHOLDS = 4_000;
const FAILS = 40;
const RAISED = 120;
const UPLIFT_COUNTY = '530581';
const BETWEEN_TRIES_MS = 200;
const KILLED = ['worker', 'api', 'temporal', 'postgres'];

const [place] = placesOf(1);
const county = place!.county;
const townships = place!.townships.slice(0, 3);
const today = civilDateAt(Date.now());

let directory: string;
let system: System;
let store: Store;
let pool: Pool;
let officers: ReadonlyMap<string, Officer>;

const posts = [
  ...townships.map((division) => ({ role: 'townshipApprover' as const, division })),
  ...(['countyReviewer', 'countyApprover', 'financeMaker', 'financeChecker'] as const).map((role) => ({
    role,
    division: county,
  })),
];

beforeAll(async () => {
  directory = temporaryDirectory();
  system = await startSystem(directory, { checkout: join(__dirname, '../..') });
  pool = new Pool({ connectionString: system.ownerUrl, max: 4 });
  // Connections that a killed server leaves behind are no failure of the test.
  pool.on('error', () => undefined);
  store = createStore({ url: system.ownerUrl, keyRing: system.keyRing });
  const made = await logIn(store, system.apiUrl, posts);
  officers = new Map(made.map((officer) => [`${officer.role}/${officer.division}`, officer]));
  await seedHouseholds(pool, store.cipher, { count: HOUSEHOLDS, townships });
  await beginToPay(pool, [county], monthOf(today), 'bankCsv');
  await seedUplift();
});
afterAll(async () => {
  await Promise.all([pool.end(), store.close()]);
  await system.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** Old people in town without income, paid by the standard of May 2022: every later one gives them more. */
const seedUplift = async (): Promise<void> => {
  const pensioner = { id: 'm1', relation: 'applicant' as const, age: 70 };
  const households = [[pensioner], [pensioner, { id: 'm2', relation: 'spouse' as const, age: 68 }]].map((members) => ({
    ...{ date: '2022-05-15', division: `${UPLIFT_COUNTY}001`, area: 'urban' as const },
    members,
  }));
  const plan = { households, townships: [`${UPLIFT_COUNTY}001`], from: 0, count: RAISED };
  const client = await pool.connect();
  for await (const some of seedAssessed(client, store.cipher, plan)) expect(some).toHaveLength(RAISED);
  client.release();
};

/** A refusal that waiting does not mend; that somebody else was faster, or the server away, is looked at again. */
const forGood = (error: unknown): boolean => /: 4(?!09|29)\d\d /.test(String(error));

/** The same question again while the server is away. */
const insist = async <Answer>(ask: () => Promise<Answer | undefined>): Promise<Answer> => {
  for (;;) {
    const answer = await ask().catch((error: unknown) => {
      if (forGood(error)) throw error;
      return undefined;
    });
    if (answer !== undefined) return answer;
    await pause(BETWEEN_TRIES_MS);
  }
};

interface Running {
  readonly name: string;
  readonly pid: number;
}

/** False when there is no such process (any more). Signal 0 only asks. */
const signalled = ({ pid }: Running, signal: 'SIGKILL' | 0): boolean => {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
};

/** Without warning and all at once, as soon as all of them stand; the supervisor starts them again. */
const killAll = async (): Promise<void> => {
  const doomed = await insist(async () => {
    const recorded = JSON.parse(readFileSync(join(directory, 'processes.json'), 'utf8')) as readonly Running[];
    const standing = recorded.filter((one) => KILLED.includes(one.name) && signalled(one, 0));
    return standing.length === KILLED.length ? standing : undefined;
  });
  // One may fall because its neighbour just fell: it is as dead as asked.
  for (const one of doomed) signalled(one, 'SIGKILL');
};

interface RunNow {
  readonly id: string;
  readonly state: string;
  readonly version: number;
}

const runNow = (): Promise<RunNow> =>
  insist(async () => (await pool.query<RunNow>('select id, state, version from payment_run')).rows[0]);
const reached = (...states: readonly string[]): Promise<RunNow> =>
  insist(async () => {
    const run = await runNow();
    return states.includes(run.state) ? run : undefined;
  });

const officer = (role: Role, division = county): Officer => officers.get(`${role}/${division}`)!;

/** As a person does it whose page gave no answer: looks, and does it again if it is not done. */
const act = (one: Officer, action: string, done: (run: RunNow) => boolean | Promise<boolean>): Promise<true> =>
  insist(async () => {
    const run = await runNow();
    if (await done(run)) return true as const;
    await one.post(`/api/v1/payment-runs/${run.id}/actions/${action}`, { expectedVersion: run.version });
    return undefined;
  });

const confirmed = async (township: string): Promise<boolean> => {
  const { rowCount } = await pool.query(
    'select from payment_township where township = $1 and confirmed_at is not null',
    [township],
  );
  return rowCount === 1;
};

const one = async (sql: string): Promise<string> =>
  insist(async () => (await pool.query<{ answer: string }>(`select (${sql})::text as answer`)).rows[0]?.answer);

const due = (): Promise<string> =>
  one(`select count(*) || ' / ' || sum(e.monthly_fen) from entitlement e join "case" c on c.id = e.case_id
    where left(c.division, 6) = '${county}'`);
const linesIn = (state: string): Promise<string> =>
  one(`select count(*) || ' / ' || coalesce(sum(fen), 0) from payment_line where state = '${state}'`);

const wakeUplift = (runId: string) => store.prisma.outbox.create({ data: { kind: 'uplift', payload: { runId } } });
const raised = async (): Promise<number> => Number(await one('select coalesce(sum(applied), 0) from uplift_run'));
let upliftId: string;
let raisedWhenKilled: number;

/** An uplift from this month on, tried and approved. */
const prepareUplift = async (): Promise<void> => {
  upliftId = await makeRun(store, UPLIFT_COUNTY, `${monthOf(today)}-01`);
  await wakeUplift(upliftId);
  await insist(async () => (await runOf(store, upliftId)).state === 'reviewing' || undefined);
  await approve(store, upliftId);
};

test('a month is paid through it all', async () => {
  await prepareUplift();
  await openMonthlyRuns({ store, rulebook: createRulebook() }, today);
  await wakeUplift(upliftId);
  await insist(async () => (await raised()) > 0 || undefined);
  await reached('drawing', 'confirming');
  raisedWhenKilled = await raised();
  await killAll();
  await reached('confirming');
  expect(await linesIn('pending')).toBe(await due());

  const confirming = townships.map((township) =>
    act(officer('townshipApprover', township), 'confirm', () => confirmed(township)),
  );
  await killAll();
  await Promise.all(confirming);

  const steps = [
    ['countyReviewer', 'submit', 'making'],
    ['countyApprover', 'check', 'checking'],
    ['financeMaker', 'prepare', 'preparing'],
    ['financeChecker', 'release', 'releasing'],
  ] as const;
  for (const [role, action, from] of steps) {
    await reached(from);
    await act(officer(role), action, ({ state }) => state !== from);
  }
  await killAll();
  const { id } = await reached('paying');
  expect(await linesIn('sent')).toBe(await due());
  expect(await one('select sum(lines) from payment_file')).toBe(String(HOUSEHOLDS));

  const { rows } = await pool.query<{ id: string; fen: string }>('select id, fen from payment_line order by id');
  const told = rows.map((line, index) => ({
    id: BigInt(line.id),
    fen: BigInt(line.fen),
    ...(index < FAILS ? { code: '1003', reason: '账户已销户' } : { code: '0000' }),
  }));
  const bringing = officer('financeMaker').bring(`/api/v1/payment-runs/${id}/returns?name=回盘.csv`, csvAnswer(told));
  await killAll();
  await bringing.catch(() => undefined);
  await insist(() =>
    officer('financeMaker').bring(`/api/v1/payment-runs/${id}/returns?name=回盘.csv`, csvAnswer(told)),
  );

  await reached('settled');
  expect(await one(`select count(*) from payment_line where state = 'failed'`)).toBe(String(FAILS));
  expect(await one(`select count(*) from payment_line where state = 'paid'`)).toBe(String(HOUSEHOLDS - FAILS));
  expect(await one('select count(*) || $$ / $$ || sum(fen) from payment_line')).toBe(await due());
  expect(
    await one(`select count(*) from (select from payment_line group by case_id, month having count(*) > 1) twice`),
  ).toBe('0');
  for (const state of ['paid', 'failed'])
    expect(
      await one(
        `select coalesce(sum(fen) filter (where debit = '${state}'), 0) - coalesce(sum(fen) filter (where credit = '${state}'), 0) from ledger_transfer`,
      ),
    ).toBe((await linesIn(state)).split(' / ')[1]);
});

test('an uplift that was in the middle of its households ends, each raised once', async () => {
  expect(raisedWhenKilled).toBeGreaterThan(0);
  expect(raisedWhenKilled).toBeLessThan(RAISED);
  await insist(async () => (await runOf(store, upliftId)).state === 'done' || undefined);
  const run = await runOf(store, upliftId);
  expect(run).toMatchObject({ total: RAISED, applied: RAISED, kept: 0, opened: 0, failed: 0 });
  const mine = `(select id from "case" where left(division, 6) = '${UPLIFT_COUNTY}')`;
  const month = monthOf(today);
  for (const once of [
    `case_event where action = 'recordUplift'`,
    `decision where kind = 'increase'`,
    `letter where kind = 'increase'`,
    `entitlement where superseded_by is null and from_month = '${month}' and to_month is null`,
  ]) {
    expect(await one(`select count(*) || ' / ' || count(distinct case_id) from ${once} and case_id in ${mine}`)).toBe(
      `${RAISED} / ${RAISED}`,
    );
  }
  const inForce = (on: string) =>
    `(select sum(monthly_fen) from entitlement where superseded_by is null and case_id in ${mine}
      and from_month <= '${on}' and coalesce(to_month, '9999') >= '${on}')`;
  expect(await one(`select ${inForce(month)} - ${inForce('2022-06')}`)).toBe(String(run.appliedFen));
  expect(run.appliedFen).toBeGreaterThan(0n);
});
