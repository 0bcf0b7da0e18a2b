import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './lib/browser.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { runChecks } from './lib/checks.mjs';
import { readJson, remove, root } from './lib/files.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { findTemporal, findTimeSkippingServer } from './lib/temporal.mjs';

const say = (text) => console.log(text);
const options = process.argv.slice(2);
/** One more than cores: half of what tests do is wait, for a database, an engine, a page. */
const WORKERS = availableParallelism() + 1;

/** Room for what lives shortly: every file loads the modules anew, and most of the time in collecting is saved. */
const COLLECTOR = '--max-semi-space-size=64';

/** Jest with our options; returns what it counted. A suite that cannot even be loaded counts as one failure. */
const runJest = async (env) => {
  const scratch = mkdtempSync(join(tmpdir(), 'doudi-jest-'));
  const report = join(scratch, 'report.json');
  const args = ['-w', String(WORKERS), '--json', `--outputFile=${report}`, ...options];
  // The report goes to its file; what is printed for people goes to standard error.
  const jest = spawn(process.execPath, [COLLECTOR, 'node_modules/jest/bin/jest.js', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise((resolve) => jest.once('exit', (status) => resolve(status ?? 1)));
  const counted = readJson(report, { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0 });
  remove(scratch);
  const failed = counted.numFailedTests + counted.numRuntimeErrorTestSuites;
  return { passed: counted.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
};

const main = async () => {
  await ensureInstalled(say);
  const checks = await runChecks(() => ensureBuilt(say), { all: options.length === 0, say });
  await findTemporal(say);
  await findTimeSkippingServer(say);
  const tests = await runJest({ TEST_CHROMIUM: await ensureBrowser(say) });
  return { passed: checks.passed + tests.passed, failed: checks.failed + tests.failed };
};

const { passed, failed } = await main().catch((error) => {
  say(error.message);
  return { passed: 0, failed: 1 };
});
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
say(`${passed} passed, ${failed} failed`);
