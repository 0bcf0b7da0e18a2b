import { join } from 'node:path';
import { hydrateSymlinks } from './postgres-binaries.mjs';
import { readJson, root } from './files.mjs';
import { withProgress } from './progress.mjs';
import { run } from './run.mjs';

/** npm writes what it installed at the very end, so that an interrupted installation counts as none. */
const isInstalled = () => {
  const wanted = readJson(join(root, 'package-lock.json'), {}).packages;
  const present = readJson(join(root, 'node_modules/.package-lock.json'), {}).packages;
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  );
};

/** `npm ci` when the installed packages are not those of the lock file. */
export const ensureInstalled = async (say) => {
  if (!isInstalled()) {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    await withProgress(say, '安装依赖(npm ci)', () => run(npm, ['ci', '--include=dev'], { cwd: root }));
  }
  hydrateSymlinks();
};
