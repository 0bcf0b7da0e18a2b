import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { endSurvivors } from '../children.mjs';
import { readJson, remove, writeJson } from '../files.mjs';
import { acquireLock } from '../lock.mjs';
import { removeCluster } from '../postgres.mjs';

const MARK = 'doudi.json';
const LOCK = 'lock';

const writeMark = (directory) =>
  writeJson(join(directory, MARK), { format: 1, createdAt: new Date().toISOString() }, 0o644);

/** Only a folder that this program made, or an empty one: never somebody's home. */
const claim = (directory) => {
  mkdirSync(directory, { recursive: true });
  const names = readdirSync(directory).filter((name) => !name.startsWith(LOCK));
  if (names.includes(MARK)) return;
  if (names.length > 0) throw new Error(`${directory} 里有别的文件,不是兜底的数据目录。请用 --data 指定一个空目录`);
  // Not to be listed by others; passed through by the database's user, whose folder may lie inside.
  chmodSync(directory, 0o711);
  writeMark(directory);
};

const empty = (directory) => {
  removeCluster(directory);
  // The mark goes last: interrupted, the folder is still known as ours.
  const names = readdirSync(directory).filter((name) => name !== LOCK && name !== MARK);
  for (const name of names) remove(join(directory, name));
  writeMark(directory);
};

/**
 * Takes the data directory for this process: claimed, locked, survivors of a killed supervisor ended, emptied if `reset`.
 * Returns what gives the lock back.
 */
export const openDataDirectory = async ({ directory, reset, say }) => {
  claim(directory);
  const release = acquireLock(join(directory, LOCK));
  const ended = await endSurvivors(join(directory, 'processes.json'));
  if (ended.length > 0) say(`已结束上次遗留的进程:${ended.join('、')}`);
  if (reset) {
    empty(directory);
    say(`已清空 ${directory}`);
  }
  return release;
};

/** Facts about the data directory that outlive a run, such as that the demo is in. */
export const markOf = (directory) => readJson(join(directory, MARK), {});
export const mark = (directory, facts) => writeJson(join(directory, MARK), { ...markOf(directory), ...facts }, 0o644);
