import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const hasProc = existsSync('/proc/self/stat');

const fromProc = (pid) => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The command name may hold spaces and brackets: the fields start after the last ")". State is the first, start time the 20th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : `${boot}:${fields[19]}`;
};

const fromPs = (pid) => {
  const { stdout } = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const text = (stdout ?? '').trim();
  return text === '' || text.startsWith('Z') ? undefined : text.replace(/^\S+\s+/, '');
};

/** Tells one process from a later one with the same number; undefined when it is gone or only a zombie. */
export const identityOf = (pid) => {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  try {
    return hasProc ? fromProc(pid) : fromPs(pid);
  } catch {
    return undefined;
  }
};

export const isSame = ({ pid, identity }) => identity !== undefined && identityOf(pid) === identity;

export const signalProcess = (pid, signal) => {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
};

const gone = async (process_, ms) => {
  const end = Date.now() + ms;
  while (isSame(process_)) {
    if (Date.now() > end) return false;
    await pause(25);
  }
  return true;
};

/** Asks, waits, then insists. Resolves when the process is gone. */
export const endProcess = async (process_, { signal = 'SIGTERM', hard = 'SIGKILL', ms = 5000 } = {}) => {
  for (const next of [signal, hard, 'SIGKILL']) {
    if (!isSame(process_)) return;
    signalProcess(process_.pid, next);
    if (await gone(process_, ms)) return;
  }
  throw new Error(`进程 ${process_.pid}(${process_.name ?? ''})无法结束`);
};
