import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildSteps } from './build-steps.mjs';
import { filesUnder, hashFiles } from './hash-files.mjs';
import { readJson, remove, root, writeJson } from './files.mjs';
import { acquireLock, LockedError } from './lock.mjs';
import { withProgress } from './progress.mjs';
import { run } from './run.mjs';

const stampFile = join(root, 'dist/.build.json');
/** What is built is the same whoever asks for it, tests included. */
const env = { ...process.env, NODE_ENV: 'production' };

/** Output of a source that is gone would still be found by those who import it. */
const prune = () => {
  for (const file of filesUnder(join(root, 'dist'), '.').filter((name) => name.endsWith('.js'))) {
    if (existsSync(join(root, file.replace(/\.js$/, '.ts')))) continue;
    for (const output of [file, `${file}.map`]) remove(join(root, 'dist', output));
  }
};

const runStep = async (step) => {
  for (const [command, args] of step.commands) {
    await run(command, args, { cwd: root, env }).catch((error) => {
      throw new Error(`${step.title}失败:\n${error.message}`);
    });
  }
  if (step.prune) prune();
};

const isDone = (step, hash) =>
  readJson(stampFile, {})[step.name] === hash && step.outputs.every((output) => existsSync(join(root, output)));

/** Two commands in one checkout must not build at once: the second waits. */
const whenFree = async (say) => {
  for (let waited = 0; ; waited += 1) {
    try {
      return acquireLock(join(root, 'dist/.build.lock'));
    } catch (error) {
      if (!(error instanceof LockedError)) throw error;
      if (waited === 15) say(`等待进程 ${error.owner.pid} 完成构建 …`);
      await pause(200);
    }
  }
};

/** Brings dist/ and web/dist/ up to date with the sources; quick when nothing changed. `only` names the steps wanted. */
export const ensureBuilt = async (say, only = buildSteps.map(({ name }) => name)) => {
  const release = await whenFree(say);
  try {
    for (const step of buildSteps.filter(({ name }) => only.includes(name))) {
      const hash = hashFiles(root, step.inputs, step.wanted);
      if (isDone(step, hash)) continue;
      await withProgress(say, step.title, () => runStep(step));
      writeJson(stampFile, { ...readJson(stampFile, {}), [step.name]: hash }, 0o644);
    }
  } finally {
    release();
  }
};
