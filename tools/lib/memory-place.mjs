import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statfsSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { remove } from './files.mjs';

/** The disk in memory that Linux has. */
const DISK = '/dev/shm';
const PREFIX = 'doudi-tests-';
const GIB = 2 ** 30;
/** A run's databases take some hundred MiB; so much must be free that nobody misses them. */
const ROOM = 4 * GIB;
const MACHINE = 8 * GIB;

/** The server of a run that was killed is gone, and with it the use of what it left. */
const isLeft = (directory) => {
  try {
    const [pid] = readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
};

const free = () => {
  const { bavail, bsize } = statfsSync(DISK);
  return bavail * bsize;
};

/** A name for a new folder on the disk in memory; none where there is no such disk or too little room. */
export const memoryPlace = () => {
  if (process.platform !== 'linux' || totalmem() < MACHINE) return undefined;
  for (const name of readdirSync(DISK).filter((one) => one.startsWith(PREFIX)))
    if (isLeft(join(DISK, name))) remove(join(DISK, name));
  return free() < ROOM ? undefined : join(DISK, `${PREFIX}${randomBytes(6).toString('hex')}`);
};
