import { readdirSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
  /** Milliseconds of user and system time, those of ended children included. */
  readonly cpuMs: number;
}

const TICK_MS = 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

const readProcess = (pid: number): Process | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return { pid, parent: Number(fields[1]), command, cpuMs: ticks * TICK_MS };
  } catch {
    return undefined; // ended meanwhile
  }
};

/** A process and all that descend from it. */
export const familyOf = (pid: number): readonly Process[] => {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? []);
  const family = all.filter((process) => process.pid === pid);
  for (const process of family) family.push(...all.filter(({ parent }) => parent === process.pid));
  return family;
};

const roles: readonly (readonly [name: string, sign: RegExp])[] = [
  ['worker', /activities\/worker\.js/],
  ['api', /api\/server\.js/],
  ['desk', /web\/server\.mjs/],
  ['temporal', /server start-dev/],
  ['postgres', /postgres/],
];
const roleOf = ({ command }: Process): string => roles.find(([, sign]) => sign.test(command))?.[0] ?? 'supervisor';

const sumBy = (family: readonly Process[], valueOf: (process: Process) => number): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const process of family) sums.set(roleOf(process), (sums.get(roleOf(process)) ?? 0) + valueOf(process));
  return sums;
};

export const cpuByRole = (pid: number): ReadonlyMap<string, number> => sumBy(familyOf(pid), ({ cpuMs }) => cpuMs);

export interface Memory {
  readonly rss: number;
  /** Pages that several processes share, such as PostgreSQL's buffers, counted once in all. */
  readonly pss: number;
}

const memoryOf = (pid: number): Memory => {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    const kib = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0);
    return { rss: kib('Rss') / 1024, pss: kib('Pss') / 1024 };
  } catch {
    return { rss: 0, pss: 0 };
  }
};

/** MiB by role, of a process and all that descend from it. */
export const memoryByRole = (pid: number): ReadonlyMap<string, Memory> => {
  const family = familyOf(pid);
  const measured = new Map(family.map((process) => [process.pid, memoryOf(process.pid)]));
  const rss = sumBy(family, (process) => measured.get(process.pid)?.rss ?? 0);
  const pss = sumBy(family, (process) => measured.get(process.pid)?.pss ?? 0);
  return new Map([...rss].map(([role, value]) => [role, { rss: value, pss: pss.get(role) ?? 0 }]));
};

/** MiB that a role's processes held at once at most since each began, as the kernel keeps it: nothing is asked while they work. */
export const peakOf = (pid: number, role: string): number =>
  familyOf(pid)
    .filter((process) => roleOf(process) === role)
    .reduce((sum, process) => {
      const status = readFileSync(`/proc/${process.pid}/status`, 'utf8');
      return sum + Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
    }, 0);
