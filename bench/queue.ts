import { Pool } from 'pg';
import { createStore } from '../store/client';
import { atARate } from './lib/at-a-rate';
import { timed } from './lib/at-a-time';
import { act, fileCase, logIn, type Officer, type Post } from './lib/officers';
import { readOptions } from './lib/options';
import { cpuByRole } from './lib/processes';
import { bench, insist, progress, type Report } from './lib/report';
import { quantile } from './lib/statistics';
import { withSystem, type System } from './lib/system';
import { figure } from './lib/table';
import { checkPage, pageByApi, pageBySql } from './queue/page';
import { counties, seedCases, townships } from './queue/seed';

const AIM = { p95: 50, overSql: 2, growth: 1.5, other: 200 };
/** API and SQL by turns, so that what slows the machine down slows both. */
const TURNS = 6;
const OTHERS = 100;

/** The busiest offices there are, so that most pages are full. */
const posts: readonly Post[] = [
  ...townships.slice(0, 12).map(({ code }) => ({ role: 'townshipClerk', division: code }) as const),
  ...counties.slice(0, 6).map(({ code }) => ({ role: 'countyReviewer', division: code }) as const),
  ...counties.slice(0, 6).map(({ code }) => ({ role: 'countyApprover', division: code }) as const),
];

interface Options {
  readonly cases: number;
  readonly more: number;
  readonly rate: number;
  readonly seconds: number;
}

interface Level {
  readonly cases: number;
  readonly api: number[];
  readonly sql: number[];
  readonly overdue: number;
  /** Milliseconds of processor time a page, by process. */
  readonly cpu: ReadonlyMap<string, number>;
  readonly others: ReadonlyMap<string, readonly number[]>;
}

interface Parties {
  readonly pool: Pool;
  readonly system: System;
  readonly officers: readonly Officer[];
  readonly caseIds: readonly string[];
}

const measurePages = async ({ pool, system, officers }: Parties, { rate, seconds }: Options) => {
  const of = (index: number): Officer => officers[index % officers.length]!;
  const sides = { api: (index: number) => pageByApi(of(index)), sql: (index: number) => pageBySql(pool, of(index)) };
  const took: Record<keyof typeof sides, number[]> = { api: [], sql: [] };
  const cpu = new Map<string, number>();
  const each = Math.max(1, Math.round(seconds / TURNS));
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const side of turn % 2 === 0 ? (['api', 'sql'] as const) : (['sql', 'api'] as const)) {
      const before = cpuByRole(system.pid);
      took[side].push(...(await atARate(rate, each, sides[side])));
      if (side === 'sql') continue;
      for (const [role, ms] of cpuByRole(system.pid))
        cpu.set(role, (cpu.get(role) ?? 0) + ms - (before.get(role) ?? 0));
    }
  }
  for (const all of Object.values(took)) insist(all.length === rate * each * TURNS, `${all.length} answers`);
  return { ...took, cpu: new Map([...cpu].map(([role, ms]) => [role, ms / took.api.length])) };
};

const measureOthers = async ({ officers, caseIds }: Parties): Promise<Level['others']> => {
  const pages: Readonly<Record<string, (index: number) => string>> = {
    'case list': () => '/api/v1/cases',
    'case list, overdue of one stage': () => '/api/v1/cases?stage=investigating&overdue=true',
    'queue counts': () => '/api/v1/queue/counts',
    'queue of the whole area': () => '/api/v1/queue?view=subordinate',
    'one case': (index) => `/api/v1/cases/${caseIds[index % caseIds.length]!}`,
  };
  const result = new Map<string, readonly number[]>();
  for (const [label, pathOf] of Object.entries(pages)) {
    const took: number[] = [];
    for (let index = 0; index < OTHERS; index += 1) {
      const one = label === 'one case' ? officers[0]! : officers[index % officers.length]!;
      took.push((await timed(() => one.get(pathOf(index)))).ms);
    }
    result.set(label, took);
  }
  return result;
};

const measureAt = async (parties: Parties, options: Options, cases: number): Promise<Level> => {
  const { rows } = await parties.pool.query<{ n: number }>('select count(*)::int as n from "case"');
  insist(rows[0]?.n === cases + parties.caseIds.length, `${rows[0]?.n} cases instead of ${cases}`);
  let overdue = 0;
  for (const officer of parties.officers) overdue += await checkPage(parties.pool, officer);
  progress(`measuring at ${cases} cases …`);
  const others = await measureOthers(parties);
  const pages = await measurePages(parties, options);
  return { cases, ...pages, overdue: overdue / parties.officers.length, others };
};

/** Real cases among the seeded ones: their pages are opened. */
const walkedCases = async (officer: Officer): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (let index = 0; index < 5; index += 1) {
    const filed = await fileCase(officer, index);
    ids.push((index % 2 === 0 ? await act(officer, filed, 'accept', {}) : filed).id);
  }
  return ids;
};

const measureAll = async (system: System, options: Options): Promise<Level[]> => {
  const pool = new Pool({ connectionString: system.ownerUrl, max: 10 });
  const store = createStore({ url: system.ownerUrl, keyRing: system.keyRing });
  try {
    const officers = await logIn(store, system.apiUrl, posts);
    const parties = { pool, system, officers, caseIds: await walkedCases(officers[0]!) };
    const levels: Level[] = [];
    let seeded = 0;
    for (const cases of [options.cases, options.more]) {
      await seedCases(pool, seeded + 1, cases);
      seeded = cases;
      levels.push(await measureAt(parties, options, cases));
    }
    return levels;
  } finally {
    await Promise.all([pool.end(), store.close()]);
  }
};

const row = (label: string, took: readonly number[]): string[] => [
  label,
  String(took.length),
  figure(quantile(took, 0.5)),
  figure(quantile(took, 0.95)),
  figure(Math.max(...took)),
];

const p95 = (took: readonly number[]): number => quantile(took, 0.95);

const measure = async (): Promise<Report> => {
  const options = readOptions({ cases: 100_000, more: 1_000_000, rate: 50, seconds: 60 });
  const levels = await withSystem((system) => measureAll(system, options));
  const [few, many] = [levels[0]!, levels[1]!];
  const growth = p95(many.api) / p95(few.api);
  const slowest = Math.max(...[...few.others.values()].map(p95));
  return {
    work: `a page of 50 of a busy office's overdue work among seeded cases over all ${townships.length} townships and ${counties.length} counties, by ${posts.length} officers through the API with session and row-level security, ${options.rate} a second for ${options.seconds} s, by turns with one hand-written statement; pages, order and counts compared with plain SQL first.`,
    head: ['', 'calls', 'p50 ms', 'p95 ms', 'most ms'],
    rows: levels.flatMap(({ cases, api, sql, others }) => [
      row(`${cases} cases: page`, api),
      row(`${cases} cases: SQL alone`, sql),
      ...[...others].map(([label, took]) => row(`${cases} cases: ${label}`, took)),
    ]),
    aims: [
      ...levels.flatMap(({ cases, api, sql }) => [
        {
          aim: `${cases} cases: p95 of a page at most ${AIM.p95} ms`,
          measured: `${figure(p95(api))} ms`,
          met: p95(api) <= AIM.p95,
        },
        {
          aim: `${cases} cases: at most ${AIM.overSql} × the SQL alone`,
          measured: `${figure(p95(api) / p95(sql))} ×`,
          met: p95(api) <= AIM.overSql * p95(sql),
        },
      ]),
      {
        aim: `${many.cases} at most ${AIM.growth} × ${few.cases}`,
        measured: `${figure(growth)} ×`,
        met: growth <= AIM.growth,
      },
      {
        aim: `${few.cases} cases: other pages at most ${AIM.other} ms (p95)`,
        measured: `${figure(slowest)} ms`,
        met: slowest <= AIM.other,
      },
    ],
    notes: levels.map(
      ({ cases, overdue, cpu }) =>
        `${cases} cases: ${figure(overdue)} overdue tasks an office; processor time a page: ${[...cpu].map(([role, ms]) => `${role} ${figure(ms)} ms`).join(', ')}`,
    ),
    data: {
      ...options,
      levels: levels.map((level) => ({
        ...level,
        cpu: Object.fromEntries(level.cpu),
        others: Object.fromEntries(level.others),
      })),
    },
  };
};

void bench('queue', measure);
