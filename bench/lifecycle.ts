import { Client, Connection } from '@temporalio/client';
import { Pool } from 'pg';
import { createStore } from '../store/client';
import { createDataConverter } from '../store/engine/data-converter';
import { productRound, productSteps } from './lifecycle/product';
import { perSecond, type Round } from './lifecycle/round';
import { logInOfficers } from './lib/officers';
import { readOptions } from './lib/options';
import { cpuByRole } from './lib/processes';
import { bench, progress, type Report } from './lib/report';
import { quantile, ratios, spreadOf } from './lib/statistics';
import { withSystem, type System } from './lib/system';
import { figure } from './lib/table';
import { rawRound, startRawWorker } from './raw/run';

const AT_A_TIME = 20;
const AIM = { ratio: 0.8, p95: 300 };

interface Rounds {
  readonly product: Round[];
  readonly raw: Round[];
  /** Milliseconds of processor time of the servers, by process, over all counted rounds. */
  readonly cpu: { readonly product: Map<string, number>; readonly raw: Map<string, number> };
}

type Side = 'product' | 'raw';

const addCpu = (
  sums: Map<string, number>,
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): void => {
  for (const [role, value] of after) sums.set(role, (sums.get(role) ?? 0) + value - (before.get(role) ?? 0));
};

/** Product and raw by turns, the first of each pair changing, after one round of each that is not counted. */
const alternate = async (system: System, { cases, rounds }: { cases: number; rounds: number }): Promise<Rounds> => {
  const pool = new Pool({ connectionString: system.ownerUrl, max: 5 });
  const store = createStore({ url: system.ownerUrl, keyRing: system.keyRing });
  const connection = await Connection.connect({ address: system.temporalAddress });
  const dataConverter = createDataConverter(system.keyRing.payloads);
  const officers = await logInOfficers(store, system.apiUrl, AT_A_TIME);
  const rawWorker = await startRawWorker(pool, {
    temporalAddress: system.temporalAddress,
    databaseUrl: system.ownerUrl,
  });
  const parties = { client: new Client({ connection, dataConverter }), pool, officers };
  const sides = {
    product: (count: number) => productRound(parties, count),
    raw: (count: number) => rawRound(new Client({ connection }), pool, AT_A_TIME, count),
  };
  const result: Rounds = { product: [], raw: [], cpu: { product: new Map(), raw: new Map() } };
  const cpu = (): ReadonlyMap<string, number> =>
    new Map([...cpuByRole(system.pid), ['raw worker', cpuByRole(rawWorker.pid).get('supervisor') ?? 0]]);
  try {
    progress('warming up …');
    await sides.raw(AT_A_TIME * 2);
    await sides.product(AT_A_TIME * 2);
    for (let round = 1; round <= rounds; round += 1) {
      for (const side of round % 2 === 1 ? (['raw', 'product'] as const) : (['product', 'raw'] as const)) {
        const before = cpu();
        const done = await sides[side](cases);
        addCpu(result.cpu[side], before, cpu());
        result[side].push(done);
        progress(`round ${round}: ${side} ${figure(perSecond(done))} cases/s`);
      }
    }
    return result;
  } finally {
    await rawWorker.stop();
    await Promise.all([pool.end(), store.close(), connection.close()]);
  }
};

/** Processor time a case: what is left of a figure when the machine is shared. */
const sayCpu = ({ product, raw, cpu }: Rounds, side: Side): string => {
  const cases = { product, raw }[side].reduce((sum, one) => sum + one.cases, 0);
  const parts = [...cpu[side]].map(([role, ms]) => [role, ms / cases] as const).filter(([, ms]) => ms >= 1);
  const total = parts.reduce((sum, [, ms]) => sum + ms, 0);
  return `processor time a case, ${side}: ${figure(total)} ms (${parts.map(([role, ms]) => `${role} ${figure(ms)}`).join(', ')})`;
};

const row = (label: string, all: readonly Round[], ratio: string): string[] => {
  const { median, least, most } = spreadOf(all.map(perSecond));
  const steps = all.flatMap((one) => one.steps);
  const starts = all.flatMap((one) => one.starts);
  return [
    label,
    figure(median),
    `${figure(least)}–${figure(most)}`,
    figure(quantile(steps, 0.5)),
    figure(quantile(steps, 0.95)),
    starts.length > 0 ? figure(quantile(starts, 0.5)) : '',
    ratio,
  ];
};

const measure = async (): Promise<Report> => {
  const options = readOptions({ cases: 100, rounds: 5 });
  const measured = await withSystem((system) => alternate(system, options));
  const { product, raw } = measured;
  const ratio = spreadOf(ratios(product.map(perSecond), raw.map(perSecond)));
  const p95 = quantile(
    product.flatMap(({ steps }) => steps),
    0.95,
  );
  return {
    work: [
      `${options.rounds} alternating rounds of ${options.cases} cases each, ${AT_A_TIME} at a time, on the system of npm start (dev server on disk, WAL, FULL; PostgreSQL with fsync).`,
      `Product: POST /cases, then ${productSteps.join(', ')} as POST …/actions/…, each with session, permission, idempotency key, audit row, event, projection, letter and the answer with the whole case; every step arms the timer of the case's next limit anew, none of which comes due; the last ends the workflow.`,
      'Raw: start, four updates with one INSERT each in a local activity, a timer of 50 ms that comes due, the end; no codec.',
    ].join('\n  '),
    head: ['', 'cases/s (median)', 'least–most', 'step p50 ms', 'step p95 ms', 'start p50 ms', '÷ raw (median)'],
    rows: [row('product', product, `${(ratio.median * 100).toFixed(0)} %`), row('raw Temporal', raw, '100 %')],
    aims: [
      {
        aim: 'at least 80 % of raw Temporal',
        measured: `${(ratio.median * 100).toFixed(0)} % (${(ratio.least * 100).toFixed(0)}–${(ratio.most * 100).toFixed(0)} %)`,
        met: ratio.median >= AIM.ratio,
      },
      { aim: 'p95 of a step at most 300 ms', measured: `${figure(p95)} ms`, met: p95 <= AIM.p95 },
    ],
    notes: [
      sayCpu(measured, 'product'),
      sayCpu(measured, 'raw'),
      'the clients of both sides run in this process and share the cores with the servers',
      'DBOS and Restate are left out',
    ],
    data: {
      ...options,
      atATime: AT_A_TIME,
      ratio,
      product,
      raw,
      cpu: { product: Object.fromEntries(measured.cpu.product), raw: Object.fromEntries(measured.cpu.raw) },
    },
  };
};

void bench('lifecycle', measure);
