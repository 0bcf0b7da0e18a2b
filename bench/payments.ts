import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import { openMonthlyRuns } from '../activities/payments/open-runs';
import { civilDateAt, monthOf } from '../domain/civil-date';
import { createStore, type Store } from '../store/client';
import { createFileStore, type FileStore } from '../store/files';
import { verifyLedger } from '../store/ledger/verify';
import { openRun } from '../store/payments/open-run';
import { createRulebook } from '../store/rulebook';
import { timed } from './lib/at-a-time';
import { readOptions } from './lib/options';
import { peakOf } from './lib/processes';
import { bench, insist, progress, type Report } from './lib/report';
import { temporaryDirectory, withSystem, type System } from './lib/system';
import { figure } from './lib/table';
import { answerRun, FORMAT, REFUSED } from './payments/bank';
import { plainRoster } from './payments/floor';
import { confirmAll, releaseRun, type Reached } from './payments/people';
import { correctAccounts, reissueAll } from './payments/reissue';
import { beginToPay, placesOf, seedHouseholds } from './payments/seed';

const AIM = { overFloor: 20, workerMiB: 500 };
const PAUSE_MS = 100;

interface Options {
  readonly lines: number;
  readonly counties: number;
}

interface Run {
  readonly id: string;
  readonly county: string;
}

interface Party {
  readonly pool: Pool;
  readonly store: Store;
  readonly files: FileStore;
}

interface Phase {
  readonly label: string;
  readonly ms: number;
}

interface Measured {
  readonly floorMs: number;
  readonly phases: readonly Phase[];
  readonly workerMiB: number;
  readonly restMiB: number;
}

const reachedOf =
  ({ pool }: Party): Reached =>
  async (runId, state) => {
    for (;;) {
      const { rowCount } = await pool.query('select from payment_run where id = $1 and state = $2', [runId, state]);
      if (rowCount) return;
      await pause(PAUSE_MS);
    }
  };

const runsOf = async ({ pool }: Party, kind: string): Promise<readonly Run[]> =>
  (await pool.query<Run>('select id, county from payment_run where kind = $1 order by county', [kind])).rows;

const sumOf = async ({ pool }: Party, sql: string): Promise<string> =>
  (await pool.query<{ answer: string }>(`select (${sql})::text as answer`)).rows[0]!.answer;

/** What the entitlements say, in lines and fen, against the lines of the states and the ledger. */
const check = async (party: Party, ...states: readonly string[]): Promise<void> => {
  const listed = states.map((state) => `'${state}'`).join(', ');
  const due = await sumOf(party, `select count(*) || ' / ' || sum(monthly_fen) from entitlement`);
  const lines = await sumOf(party, `select count(*) || ' / ' || sum(fen) from payment_line where state in (${listed})`);
  insist(due === lines, `lines and fen ${states.join(' + ')}: ${lines} instead of ${due}`);
  const twice = await sumOf(
    party,
    `select count(*) from (select from payment_line where state not in ('cancelled', 'reissued') group by case_id, month having count(*) > 1) t`,
  );
  insist(twice === '0', `${twice} households stand twice`);
  const ledger = await sumOf(
    party,
    `select coalesce(sum(fen) filter (where debit in (${listed})), 0) - coalesce(sum(fen) filter (where credit in (${listed})), 0) from ledger_transfer`,
  );
  insist(due.endsWith(` / ${ledger}`), `the ledger holds ${ledger} fen as ${states.join(' + ')}`);
};

/** A second list of each county: what the banks refused. */
const openSecond = async ({ store }: Party, counties: readonly string[], today: string): Promise<void> => {
  for (const county of counties)
    await store.withScopedClient(undefined, (client) =>
      openRun(client, {
        id: randomUUID(),
        county,
        programme: 'dibao',
        month: monthOf(today),
        kind: 'supplementary',
        openedOn: today,
        format: FORMAT,
      }),
    );
};

const payAll = async (party: Party, today: string): Promise<readonly Phase[]> => {
  const { store } = party;
  const reached = reachedOf(party);
  const phases: Phase[] = [];
  const phase = async (label: string, work: () => Promise<unknown>): Promise<void> => {
    const { ms } = await timed(work);
    phases.push({ label, ms });
    progress(`${label}: ${figure(ms / 1000)} s`);
  };
  const eachRun = async (kind: string, work: (run: Run) => Promise<void>): Promise<void> => {
    await Promise.all((await runsOf(party, kind)).map(work));
  };
  const release = ({ id, county }: Run): Promise<void> =>
    releaseRun(store, id, county, reached).then(() => reached(id, 'paying'));
  const settle = async ({ id }: Run): Promise<void> => {
    await answerRun(party, id, REFUSED);
    await reached(id, 'settled');
  };

  await phase('opening, roster and guards', async () => {
    await openMonthlyRuns({ store, rulebook: createRulebook() }, today);
    await eachRun('monthly', ({ id }) => reached(id, 'confirming'));
  });
  await check(party, 'pending');
  await phase('townships confirm', () => eachRun('monthly', ({ id }) => confirmAll(store, id)));
  await phase('four people, guards again, files', () => eachRun('monthly', release));
  await check(party, 'sent');
  await phase('answers of the banks', () => eachRun('monthly', settle));
  await check(party, 'paid', 'failed');
  await correctAccounts(store);
  await phase('failed lines given back', () => reissueAll(store));
  await phase('second list from opening to settled', async () => {
    const counties = (await runsOf(party, 'monthly')).map(({ county }) => county);
    await openSecond(party, counties, today);
    await eachRun('supplementary', async (run) => {
      await reached(run.id, 'confirming');
      await confirmAll(store, run.id);
      await release(run);
      await answerRun(party, run.id, 0);
      await reached(run.id, 'settled');
    });
  });
  await check(party, 'paid');
  const { mismatches } = await store.withScopedClient(undefined, async (client) => {
    await client.query('set local statement_timeout = 0');
    return verifyLedger(client);
  });
  insist(mismatches.length === 0, `the ledger does not hold: ${JSON.stringify(mismatches[0])}`);
  return phases;
};

const measureAll = async (system: System, { lines, counties }: Options): Promise<Measured> => {
  const pool = new Pool({ connectionString: system.ownerUrl, max: 10 });
  const store = createStore({ url: system.ownerUrl, keyRing: system.keyRing, patient: true });
  const directory = temporaryDirectory();
  const party = { pool, store, files: createFileStore({ directory, cipher: store.cipher }) };
  const today = civilDateAt(Date.now());
  try {
    const places = placesOf(counties);
    await seedHouseholds(pool, store.cipher, { count: lines, townships: places.flatMap(({ townships }) => townships) });
    await beginToPay(
      pool,
      places.map(({ county }) => county),
      monthOf(today),
      FORMAT,
    );
    const restMiB = peakOf(system.pid, 'worker');
    progress('floor …');
    const floorMs = await plainRoster(pool, monthOf(today));
    const phases = await payAll(party, today);
    return { floorMs, phases, workerMiB: peakOf(system.pid, 'worker'), restMiB };
  } finally {
    await Promise.all([pool.end(), store.close()]);
    rmSync(directory, { recursive: true, force: true });
  }
};

const measure = async (): Promise<Report> => {
  const options = readOptions({ lines: 1_000_000, counties: 10 });
  const measured = await withSystem((system) => measureAll(system, options));
  const { floorMs, phases, workerMiB, restMiB } = measured;
  const whole = phases.reduce((sum, { ms }) => sum + ms, 0);
  const times = (ms: number): string => `${figure(ms / floorMs)} ×`;
  return {
    work: `${options.lines} households of ${options.counties} counties paid for a month: roster, eleven guards, township and county steps, guards again, bank files, answers with one line in a hundred refused, those given back and paid by a second list; lines, sums and ledger compared with the entitlements after each phase. Floor: the same roster by one INSERT … SELECT without triggers, guards or ledger.`,
    head: ['', 's', '÷ floor'],
    rows: [
      ['plain INSERT … SELECT', figure(floorMs / 1000), '1 ×'],
      ...phases.map(({ label, ms }) => [label, figure(ms / 1000), times(ms)]),
      ['whole run', figure(whole / 1000), times(whole)],
    ],
    aims: [
      { aim: `at most ${AIM.overFloor} × the floor`, measured: times(whole), met: whole <= AIM.overFloor * floorMs },
      {
        aim: `worker below ${AIM.workerMiB} MiB`,
        measured: `${figure(workerMiB)} MiB (${figure(restMiB)} before)`,
        met: workerMiB < AIM.workerMiB,
      },
    ],
    data: { ...options, ...measured },
  };
};

void bench('payments', measure);
