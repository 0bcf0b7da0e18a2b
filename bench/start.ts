import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import { createStore } from '../store/client';
import { atATime } from './lib/at-a-time';
import { fetchFirstScreen } from './lib/first-screen';
import { fileCase, logInOfficers } from './lib/officers';
import { readOptions } from './lib/options';
import { root } from './lib/paths';
import { memoryByRole, type Memory } from './lib/processes';
import { bench, insist, progress, type Report } from './lib/report';
import { startSystem, temporaryDirectory, type System } from './lib/system';
import { figure } from './lib/table';

const AIM = { startMs: 10_000, cloneMs: 75_000, memoryMiB: 1.5e9 / 2 ** 20 };
const OFFICERS = 20;
/** Idle connections of the pools are closed after a minute. */
const REST_MS = 75_000;

interface Start {
  readonly label: string;
  readonly readyMs: number;
  readonly screenMs: number;
  readonly aimMs: number;
}

/** Until the last line of npm start, and until the first page is there with all its parts. */
const measureStart = async (label: string, aimMs: number, start: () => Promise<System>) => {
  progress(`${label} …`);
  const system = await start();
  const screenMs = await fetchFirstScreen(system.url);
  progress(`${label}: ready after ${figure(system.startMs / 1000)} s`);
  return { system, start: { label, readyMs: system.startMs, screenMs: system.startMs + screenMs, aimMs } };
};

/** Files `count` cases through the API and leaves them open, each with its workflow waiting for a limit. */
const openCases = async (system: System, count: number): Promise<void> => {
  const pool = new Pool({ connectionString: system.ownerUrl, max: 1 });
  const store = createStore({ url: system.ownerUrl, keyRing: system.keyRing });
  try {
    const officers = await logInOfficers(store, system.apiUrl, OFFICERS);
    const numbers = Array.from({ length: count }, (_, index) => index);
    await atATime(officers, numbers, async (officer, index) => {
      await fileCase(officer, index);
      if ((index + 1) % 100 === 0) progress(`${index + 1} cases`);
    });
    const { rows } = await pool.query<{ n: number }>(
      `select count(*)::int as n from "case" where stage = 'submitted' and sequence = 1 and closed_at is null`,
    );
    insist(rows[0]?.n === count, `${rows[0]?.n} open cases instead of ${count}`);
  } finally {
    await Promise.all([store.close(), pool.end()]);
  }
};

const total = (memory: ReadonlyMap<string, Memory>): Memory =>
  [...memory.values()].reduce((sum, { rss, pss }) => ({ rss: sum.rss + rss, pss: sum.pss + pss }), { rss: 0, pss: 0 });

const cloneStart = async (): Promise<Start> => {
  const folder = temporaryDirectory();
  const checkout = join(folder, 'checkout');
  try {
    const cloned = performance.now();
    execFileSync('git', ['clone', '--quiet', root, checkout]);
    const cloneMs = performance.now() - cloned;
    const begin = (): Promise<System> =>
      startSystem(join(folder, 'data'), { demo: true, checkout, patienceMs: 600_000 });
    const { system, start } = await measureStart('fresh clone, with npm ci, build and demo', AIM.cloneMs, begin);
    await system.stop();
    return { ...start, readyMs: start.readyMs + cloneMs, screenMs: start.screenMs + cloneMs };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

interface Measured {
  readonly starts: readonly Start[];
  readonly idle: ReadonlyMap<string, Memory>;
  /** Right after the last case was filed. */
  readonly loaded: ReadonlyMap<string, Memory>;
  readonly rested: ReadonlyMap<string, Memory>;
}

const measureSystem = async (cases: number, clone: boolean): Promise<Measured> => {
  const directory = temporaryDirectory();
  const begin = (demo: boolean) => () => startSystem(directory, { demo });
  try {
    const first = await measureStart('first start, empty data directory', AIM.startMs, begin(false));
    const idle = memoryByRole(first.system.pid);
    await openCases(first.system, cases);
    const loaded = memoryByRole(first.system.pid);
    progress('a rest …');
    await pause(REST_MS);
    const rested = memoryByRole(first.system.pid);
    await first.system.stop();
    const second = await measureStart(`second start, ${cases} open cases`, AIM.startMs, begin(false));
    await second.system.stop();
    return { starts: [first.start, second.start, ...(clone ? [await cloneStart()] : [])], idle, loaded, rested };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
};

const startRow = ({ label, readyMs, screenMs }: Start): string[] => [
  label,
  `${figure(readyMs / 1000)} s`,
  `${figure(screenMs / 1000)} s`,
];

const measure = async (): Promise<Report> => {
  const { cases, clone } = readOptions({ cases: 1000, clone: false });
  progress('building what is out of date …');
  execFileSync(process.execPath, [join(root, 'tools/build.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] });
  const { starts, idle, loaded, rested } = await measureSystem(cases, clone);
  const sum = total(loaded);
  const aimMiB = figure(AIM.memoryMiB);
  const none = { rss: 0, pss: 0 };
  const memoryRow = (label: string, ...times: readonly Memory[]): string[] => [
    label,
    ...times.map(({ rss, pss }) => `${figure(rss)} / ${figure(pss)} MiB`),
  ];
  return {
    work: `npm start in an empty data directory (built, without demo), ${cases} cases filed through the API and left open, and a second start with them.`,
    head: ['', 'ready', 'first screen', ''],
    rows: [
      ...starts.map(startRow),
      ['memory RSS / PSS', 'after start', `${cases} cases just filed`, 'a minute later'],
      ...[...loaded].map(([role, memory]) =>
        memoryRow(`  ${role}`, idle.get(role) ?? none, memory, rested.get(role) ?? none),
      ),
      memoryRow('  all', total(idle), sum, total(rested)),
    ],
    aims: [
      ...starts.map(({ label, screenMs, aimMs }) => ({
        aim: `${label}: first screen within ${aimMs / 1000} s`,
        measured: `${figure(screenMs / 1000)} s`,
        met: screenMs <= aimMs,
      })),
      {
        aim: `all processes with ${cases} open cases just filed within 1.5 GB (PSS: shared pages once)`,
        measured: `${figure(sum.pss)} of ${aimMiB} MiB; a minute later ${figure(total(rested).pss)} MiB`,
        met: sum.pss <= AIM.memoryMiB,
      },
    ],
    notes: [
      'ready: from spawning tools/start.mjs to its line “Doudi ready”; first screen: the page, its scripts and styles and the API fetched once more, without drawing',
      ...(clone ? [] : ['the start from a fresh clone is measured with --clone']),
    ],
    data: {
      cases,
      starts,
      idle: Object.fromEntries(idle),
      loaded: Object.fromEntries(loaded),
      rested: Object.fromEntries(rested),
    },
  };
};

void bench('start', measure);
