import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './lib/browser.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { remove, root } from './lib/files.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { findTemporal, findTimeSkippingServer } from './lib/temporal.mjs';

// The pictures of docs/walkthrough.md: taken by the browser tests of the story and of the page table, and by nothing else.
const say = (text) => console.error(text);
const target = join(root, 'docs/walkthrough');
const FILES = 'test/browser/(walkthrough|states)\\.test';
const TESTS = '^(one household|every page full)';

const takeThem = (env) =>
  new Promise((resolve) => {
    const jest = ['node_modules/jest/bin/jest.js', '--selectProjects', 'browser', '-w', '2'];
    const chosen = ['--testPathPatterns', FILES, '--testNamePattern', TESTS];
    const stdio = ['ignore', 'inherit', 'inherit'];
    const child = spawn(process.execPath, [...jest, ...chosen], { cwd: root, env: { ...process.env, ...env }, stdio });
    child.once('exit', (code) => resolve(code ?? 1));
  });

const scratch = mkdtempSync(join(tmpdir(), 'doudi-pictures-'));
try {
  await ensureInstalled(say);
  await ensureBuilt(say);
  await findTemporal(say);
  await findTimeSkippingServer(say);
  const code = await takeThem({ TEST_CHROMIUM: await ensureBrowser(say), WALKTHROUGH_PICTURES: scratch });
  if (code !== 0) throw new Error('截图没有完成:浏览器测试没有全部通过,docs/walkthrough 保持原样');
  remove(target);
  cpSync(scratch, target, { recursive: true });
} catch (error) {
  say(error.message);
  process.exitCode = 1;
} finally {
  remove(scratch);
}
