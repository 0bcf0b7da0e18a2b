import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeMachine } from './machine';
import { root } from './paths';
import { table } from './table';

/** A run that lost, doubled or miscounted something: it has no figures. */
export class Miscounted extends Error {}

export const insist = (holds: boolean, what: string): void => {
  if (!holds) throw new Miscounted(what);
};

export interface Report {
  /** What was done, in one or two sentences that name every liberty taken. */
  readonly work: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Measured against aimed at. */
  readonly aims: readonly { readonly aim: string; readonly measured: string; readonly met: boolean }[];
  readonly notes?: readonly string[];
  /** For machines: everything that was measured, N included. */
  readonly data: object;
}

export const progress = (text: string): void => void process.stderr.write(`${text}\n`);

const print = (name: string, machine: ReturnType<typeof describeMachine>, report: Report): void => {
  const { cores, model, memoryGiB, load, node, temporalSdk, commit } = machine;
  const lines = [
    '',
    `${name}: ${report.work}`,
    `${cores} cores ${model}, ${memoryGiB} GiB, load before ${load}; node ${node}, Temporal SDK ${temporalSdk}, commit ${commit}`,
    '',
    table(report.head, report.rows),
    '',
    ...report.aims.map(({ aim, measured, met }) => `${met ? 'met   ' : 'MISSED'}  ${aim}: ${measured}`),
    ...(report.notes ?? []).map((note) => `note    ${note}`),
    '',
  ];
  process.stdout.write(lines.join('\n'));
};

const keep = (name: string, result: object): void => {
  const directory = join(root, 'bench', 'results');
  mkdirSync(directory, { recursive: true });
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  writeFileSync(join(directory, `${name}-${stamp}.json`), `${JSON.stringify(result, undefined, 2)}\n`);
};

/** Runs a benchmark to its end: table and file, or FAILED and no figure. A missed aim is a result, not a failure. */
export const bench = async (name: string, measure: () => Promise<Report>): Promise<void> => {
  const machine = describeMachine();
  try {
    const report = await measure();
    keep(name, { name, date: new Date().toISOString(), machine, ...report });
    print(name, machine, report);
  } catch (error) {
    const text = error instanceof Miscounted ? error.message : error instanceof Error ? error.stack : String(error);
    process.stdout.write(`\n${name}: FAILED\n${text}\n`);
    process.exitCode = 1;
  }
};
