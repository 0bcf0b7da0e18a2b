import { linkSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readJson, remove } from './files.mjs';
import { identityOf, isSame } from './processes.mjs';

/** Someone else, alive, holds the lock. */
export class LockedError extends Error {
  constructor(file, owner) {
    super(`${dirname(file)} 正由进程 ${owner.pid} 使用。请先结束它,或用 --data 另选一个数据目录`);
    this.name = 'LockedError';
    this.owner = owner;
  }
}

const tryLink = (draft, file) => {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
};

/** Puts a dead owner's lock aside; if another was quicker and the lock is a new one by now, it is given back. */
const clearStale = (file, staleText) => {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return;
  }
  if (readFileSync(aside, 'utf8') !== staleText) tryLink(aside, file);
  remove(aside);
};

/**
 * One holder per file, by hard link, so that two cannot both succeed; a holder that died is recognised by its start time.
 * Returns the function that gives it back.
 * @throws LockedError
 */
export const acquireLock = (file) => {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.draft`;
  const mine = JSON.stringify({ pid: process.pid, identity: identityOf(process.pid), at: new Date().toISOString() });
  writeFileSync(draft, mine, { mode: 0o644 });
  try {
    while (!tryLink(draft, file)) {
      const owner = readJson(file, undefined);
      if (owner && isSame(owner)) throw new LockedError(file, owner);
      if (owner) clearStale(file, JSON.stringify(owner));
    }
  } finally {
    remove(draft);
  }
  return () => {
    if (readJson(file, {}).pid === process.pid) remove(file);
  };
};
