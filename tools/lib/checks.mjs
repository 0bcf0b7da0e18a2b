import { join } from 'node:path';
import { root } from './files.mjs';
import { run } from './run.mjs';

const bin = (name) => join(root, 'node_modules/.bin', name);

/** Each counts as one test. The compiler itself runs in the build. Two lanes, as a small machine has cores. */
const LANES = [
  [{ name: 'eslint', command: bin('eslint'), args: ['.', '--max-warnings', '0'] }],
  [
    { name: 'prettier', command: bin('prettier'), args: ['--check', '.', '--log-level', 'warn'] },
    { name: 'knip', command: bin('knip'), args: [] },
    { name: 'tsc web', command: bin('tsc'), args: ['-p', 'web/tsconfig.json', '--noEmit'] },
  ],
];

const check = async (name, work, say) => {
  const started = Date.now();
  const passed = await work().then(
    () => true,
    (error) => {
      say(error.message);
      return false;
    },
  );
  say(`${passed ? 'PASS' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return passed;
};

/** Runs `build` and then, if `all`, the checks, every one whatever fails. Returns { passed, failed }. */
export const runChecks = async (build, { all, say }) => {
  const results = [await check('build (generate, tsc, client, web)', build, say)];
  const runLane = async (lane) => {
    for (const { name, command, args } of lane)
      results.push(await check(name, () => run(command, args, { cwd: root }), say));
  };
  await Promise.all((all ? LANES : []).map(runLane));
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed };
};
