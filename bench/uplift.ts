import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import { createAdvanceUplift } from '../activities/uplift/advance';
import { startOfDay } from '../domain/civil-date';
import type { AssessmentInput } from '../domain/dibao/input';
import { childrenOf } from '../domain/divisions';
import { createStore, type Store } from '../store/client';
import { createRulebook } from '../store/rulebook';
import { askTx } from '../store/uplift/ask';
import { wakeUplift } from '../store/uplift/run';
import { newId } from '../store/uuid';
import { makeHouseholds } from './eligibility/households';
import { figuresOf, plainRule } from './eligibility/plain-rule';
import { readOptions } from './lib/options';
import { cpuByRole, peakOf } from './lib/processes';
import { bench, insist, progress, type Report } from './lib/report';
import { withSystem, type System } from './lib/system';
import { figure } from './lib/table';
import { seedHouseholds } from './uplift/seed';

const AIM = { dryRunS: 120, linear: 1.25, memoryMiB: 512 };
const SEED = 20_220_701;
const COUNTY = '530581';
const JULY = '2022-07-01';
const TEMPLATES = 40_000;
const PATIENCE_MS = 3_600_000;
/** Of eleven households ten are in benefit and one was found marginal. */
const IN_BENEFIT = 10;

const townships = childrenOf(COUNTY).map(({ code }) => code);
const july = figuresOf(700, 5343, { A: 400, B: 330, C: 260 });
const rule = (input: AssessmentInput) => plainRule(input, july);

interface Template {
  readonly input: AssessmentInput;
  readonly oldFen: number;
}

/** Ten entitled ones and a marginal one by turns, the same on every run. */
const templates = (): readonly Template[] => {
  const told = makeHouseholds(TEMPLATES, SEED).map((input) => ({ input, was: plainRule(input) }));
  const entitled = told.filter(({ was }) => was.monthly > 0);
  const marginal = told.filter(({ was }) => was.eligibility === 'marginalHousehold');
  return entitled.flatMap(({ input, was }, index): Template[] => {
    const one = { input, oldFen: was.monthly };
    const edge = marginal[(index / IN_BENEFIT) % marginal.length];
    return index % IN_BENEFIT === IN_BENEFIT - 1 && marginal.length > 0
      ? [one, { input: (edge ?? marginal[index % marginal.length]!).input, oldFen: 0 }]
      : [one];
  });
};

interface Sums {
  readonly active: number;
  readonly gain: number;
  readonly same: number;
  readonly less: number;
  readonly fresh: number;
  readonly more: number;
}

/** The floor: what somebody would write who wants these sums alone, in one loop over households in memory. */
const plainSums = (households: readonly Template[], count: number): Sums & { readonly ms: number } => {
  const started = performance.now();
  const sums = { active: 0, gain: 0, same: 0, less: 0, fresh: 0, more: 0 };
  for (let index = 0; index < count; index += 1) {
    const { input, oldFen } = households[index % households.length]!;
    const { monthly } = rule(input);
    if (oldFen === 0) sums.fresh += monthly > 0 ? 1 : 0;
    else {
      sums.active += 1;
      if (monthly > oldFen) sums.gain += 1;
      else if (monthly < oldFen) sums.less += 1;
      else sums.same += 1;
      if (monthly > oldFen) sums.more += monthly - oldFen;
    }
  }
  return { ...sums, ms: performance.now() - started };
};

interface Row {
  readonly class: string;
  readonly cases: number;
  readonly more: string;
}

const check = (rows: readonly Row[], sums: Sums): void => {
  const of = (...names: readonly string[]): number =>
    rows.filter((row) => names.includes(row.class)).reduce((all, { cases }) => all + cases, 0);
  insist(of('gain') === sums.gain, `${of('gain')} gain instead of ${sums.gain}`);
  insist(of('same') === sums.same, `${of('same')} stay instead of ${sums.same}`);
  insist(of('decrease', 'fall') === sums.less, `${of('decrease', 'fall')} lose instead of ${sums.less}`);
  insist(of('new') === sums.fresh, `${of('new')} are new instead of ${sums.fresh}`);
  insist(of('unknown', 'byHand') === 0, `${of('unknown', 'byHand')} could not be reckoned`);
  const more = rows.find((row) => row.class === 'gain')?.more ?? '0';
  insist(Number(more) === sums.more, `${more} fen more instead of ${sums.more}`);
};

/** As the API makes it: the worker hears of it by itself. */
const makeRun = ({ prisma }: Store): Promise<string> =>
  prisma.$transaction(async (tx) => {
    const id = newId();
    const data = { id, division: COUNTY, effectiveFrom: JULY, state: 'reckoning', seed: 'bench', madeBy: newId() };
    await tx.upliftRun.create({ data: { ...data, createdAt: new Date() } });
    await wakeUplift(askTx(tx), id);
    return id;
  });

const POLL_MS = 100;

/** Until the worker has laid the results out. */
const untilReckoned = async ({ prisma }: Store, runId: string): Promise<void> => {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(POLL_MS)) {
    const { state } = await prisma.upliftRun.findUniqueOrThrow({ where: { id: runId }, select: { state: true } });
    if (state !== 'reckoning') return;
  }
  throw new Error(`the dry run took more than ${PATIENCE_MS / 60_000} minutes`);
};

interface Level {
  readonly households: number;
  readonly sums: ReturnType<typeof plainSums>;
  readonly dryRunMs: number;
  /** MiB, the worker's most since it began. */
  readonly rss: number;
  readonly seedMs: number;
  /** Processor milliseconds of the dry run. */
  readonly cpu: { readonly worker: number; readonly postgres: number };
}

interface Parties {
  readonly pool: Pool;
  readonly store: Store;
  readonly households: readonly Template[];
  readonly systemPid: number;
}

const dryRun = async ({ pool, store, households, systemPid }: Parties, count: number, seedMs: number) => {
  const sums = plainSums(households, count);
  const before = cpuByRole(systemPid);
  const started = performance.now();
  const runId = await makeRun(store);
  await untilReckoned(store, runId);
  const dryRunMs = performance.now() - started;
  const after = cpuByRole(systemPid);
  const spent = (role: string): number => (after.get(role) ?? 0) - (before.get(role) ?? 0);
  const cpu = { worker: spent('worker'), postgres: spent('postgres') };
  const rss = peakOf(systemPid, 'worker');
  const { rows } = await pool.query<Row>(
    'select class, sum(cases)::int as cases, sum(new_fen - old_fen) as more from uplift_county where run_id = $1 group by 1',
    [runId],
  );
  check(rows, sums);
  progress(`${sums.active} active cases: dry run ${figure(dryRunMs / 1000)} s, plain ${figure(sums.ms / 1000)} s`);
  return { runId, level: { households: count, sums, dryRunMs, rss, seedMs, cpu } };
};

/** Carries out the first cases of the run, here, on a day that the system's own clock has left behind; the others stand aside as if they had stayed. */
const apply = async ({ pool, store }: Parties, runId: string, count: number) => {
  await pool.query(
    `update uplift_result set state = 'kept' where run_id = $1 and case_id not in (
       select case_id from uplift_result where run_id = $1 and class <> 'new' order by case_id limit $2)`,
    [runId, count],
  );
  const { rows: before } = await pool.query<{ n: number; more: string }>(
    `select count(*)::int as n, sum(new_fen - old_fen) as more from uplift_result where run_id = $1 and state = 'reckoned' and class = 'gain'`,
    [runId],
  );
  const approved = { state: 'approved', approvedBy: newId(), approvedAt: new Date() };
  await store.prisma.upliftRun.update({ where: { id: runId }, data: approved });
  const advance = createAdvanceUplift({ store, rulebook: createRulebook() });
  const started = performance.now();
  while ((await advance(runId, startOfDay(JULY) + 1000)).next !== 'done');
  const ms = performance.now() - started;
  const run = await store.prisma.upliftRun.findUniqueOrThrow({ where: { id: runId } });
  const { rows: after } = await pool.query<{ n: number; more: string }>(
    `select count(*)::int as n, sum(e.monthly_fen - o.monthly_fen) as more from entitlement e
     join entitlement o on o.case_id = e.case_id and o.to_month = '2022-06' where e.from_month = '2022-07' and e.superseded_by is null`,
  );
  insist(run.state === 'done' && run.failed === 0, `the run is ${run.state}, ${run.failed} cases failed`);
  insist(run.applied === before[0]?.n && after[0]?.n === run.applied, `${after[0]?.n} of ${before[0]?.n} raised`);
  insist(after[0]?.more === before[0]?.more, `${after[0]?.more} fen more instead of ${before[0]?.more}`);
  return { cases: count, applied: run.applied, ms };
};

const seed = async ({ pool, store, households }: Parties, from: number, count: number): Promise<number> => {
  const started = performance.now();
  const client = await pool.connect();
  try {
    const plan = { households: households.map(({ input }) => input), townships, from, count };
    let done = from;
    for await (const some of seedHouseholds(client, store.cipher, plan)) {
      done += some.length;
      if (done % 50_000 === 0) progress(`${done} households`);
    }
    await client.query('vacuum analyze');
    await client.query('checkpoint');
  } finally {
    client.release();
  }
  return performance.now() - started;
};

const measureAll = async (
  system: System,
  options: { readonly cases: number; readonly more: number; readonly apply: number },
) => {
  const pool = new Pool({ connectionString: system.ownerUrl, max: 2 });
  const store = createStore({ url: system.ownerUrl, keyRing: system.keyRing });
  try {
    const parties = { pool, store, households: templates(), systemPid: system.pid };
    const levels: Level[] = [];
    let seeded = 0;
    let applied: Awaited<ReturnType<typeof apply>> | undefined;
    for (const cases of [options.cases, options.more]) {
      const count = Math.round((cases * (IN_BENEFIT + 1)) / IN_BENEFIT);
      const seedMs = await seed(parties, seeded, count - seeded);
      seeded = count;
      const { runId, level } = await dryRun(parties, count, seedMs);
      levels.push(level);
      if (cases === options.more) applied = await apply(parties, runId, options.apply);
      else await store.prisma.upliftRun.update({ where: { id: runId }, data: { state: 'cancelled' } });
    }
    insist(applied !== undefined, 'nothing was applied');
    return { levels, applied: applied! };
  } finally {
    await Promise.all([pool.end(), store.close()]);
  }
};

const measure = async (): Promise<Report> => {
  const options = readOptions({ cases: 100_000, more: 1_000_000, apply: 2_000 });
  const { levels, applied } = await withSystem((system) => measureAll(system, options));
  const [few, many] = [levels[0]!, levels[1]!];
  const each = ({ dryRunMs, sums }: Level): number => dryRunMs / sums.active;
  const linear = each(many) / each(few);
  const rate = applied.cases / (applied.ms / 1000);
  return {
    work: `${few.sums.active} and ${many.sums.active} active cases of 腾冲市, decided on 2022-05-15, and a marginal household for every ten, re-determined for 1 July 2022: dry run with results, sums by county and sample; classes and sums equal to a plain loop; then the first ${applied.cases} cases carried out with decision, entitlement, event and letter.`,
    head: ['', 'cases', 's', 'cases a second', '× plain', 'RSS MiB'],
    rows: [
      ...levels.flatMap(({ sums, dryRunMs: ms, rss }) => [
        [
          `dry run`,
          String(sums.active),
          figure(ms / 1000),
          figure(sums.active / (ms / 1000)),
          figure(ms / sums.ms),
          figure(rss),
        ],
        [
          `plain TypeScript, in memory`,
          String(sums.active),
          figure(sums.ms / 1000),
          figure(sums.active / (sums.ms / 1000)),
          '1',
          '',
        ],
      ]),
      [
        'carried out, resting as long as working',
        String(applied.cases),
        figure(applied.ms / 1000),
        figure(rate),
        '',
        '',
      ],
    ],
    aims: [
      {
        aim: `dry run of ${many.sums.active} cases within ${AIM.dryRunS} s`,
        measured: `${figure(many.dryRunMs / 1000)} s`,
        met: many.dryRunMs <= AIM.dryRunS * 1000,
      },
      {
        aim: `linear: a case of ${many.sums.active} at most ${AIM.linear} × one of ${few.sums.active}`,
        measured: `${figure(linear)} ×`,
        met: linear <= AIM.linear,
      },
      {
        aim: `memory of the worker within ${AIM.memoryMiB} MiB`,
        measured: `${figure(many.rss)} MiB`,
        met: many.rss <= AIM.memoryMiB,
      },
    ],
    notes: [
      'the plain loop holds the households in memory; the dry run reads each from the database, opens its sealed assessment and compares the mark of its facts',
      ...levels.map(
        ({ sums, cpu }) =>
          `${sums.active} cases: processor time a case ${figure((cpu.worker * 1000) / sums.active)} µs in the worker, ${figure((cpu.postgres * 1000) / sums.active)} µs in PostgreSQL`,
      ),
      `carried out at this rate: ${figure(many.sums.active / rate / 3600)} hours for ${many.sums.active} cases, beside officers' work`,
      `seeding took ${figure(levels.reduce((sum, { seedMs }) => sum + seedMs, 0) / 1000)} s`,
    ],
    data: { seed: SEED, ...options, levels, applied },
  };
};

void bench('uplift', measure);
