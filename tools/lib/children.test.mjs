import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createSupervisor, endSurvivors } from './children.mjs';
import { readJson, writeJson } from './files.mjs';
import { identityOf } from './processes.mjs';
import { scratchDirectory } from './scratch.mjs';

const base = scratchDirectory();
const until = async (holds) => {
  for (const end = Date.now() + 10_000; !(await holds()); await pause(20))
    assert.ok(Date.now() < end, 'it never came true');
};
const READY = "process.send({ ready: true }); process.on('disconnect', () => process.exit(0));";
const service = (name, code, rest = {}) => ({
  name,
  command: process.execPath,
  args: ['-e', code],
  ipc: true,
  stopMs: 1000,
  ...rest,
});
const make = (name) => {
  const said = [];
  const directory = join(base, name);
  return { said, directory, supervisor: createSupervisor({ directory, say: (text) => said.push(text) }) };
};

test('a service that dies is started again, and that is said', async () => {
  const { supervisor, said } = make('restart');
  await supervisor.start(service('worker', READY));
  const first = supervisor.pidOf('worker');
  process.kill(first, 'SIGKILL');
  await until(() => said.some((text) => text === 'worker 已重启'));
  assert.match(said[0], /worker 意外退出\(信号 SIGKILL\),0\.5 秒后重启/);
  const second = supervisor.pidOf('worker');
  assert.notEqual(second, first);
  await supervisor.stop();
  assert.equal(identityOf(second), undefined);
});

test('services stop in reverse order, and none comes back', async () => {
  const { supervisor, directory, said } = make('order');
  const log = join(base, 'order.txt');
  const leaving = (name) =>
    `process.send({ ready: true }); process.on('disconnect', () => { require('fs').appendFileSync(${JSON.stringify(log)}, '${name} '); process.exit(0); });`;
  for (const name of ['database', 'worker', 'desk']) await supervisor.start(service(name, leaving(name)));
  assert.equal(readJson(join(directory, 'processes.json')).length, 3);
  await Promise.all([supervisor.stop(), supervisor.stop()]);
  assert.equal(readFileSync(log, 'utf8'), 'desk worker database ');
  assert.deepEqual(said, []);
  assert.equal(existsSync(join(directory, 'processes.json')), false);
});

test('a service that does not end when asked is ended', async () => {
  const { supervisor } = make('stubborn');
  await supervisor.start(
    service(
      'stubborn',
      "process.send({ ready: true }); process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);",
      { stopMs: 100 },
    ),
  );
  const pid = supervisor.pidOf('stubborn');
  await supervisor.stop();
  assert.equal(identityOf(pid), undefined);
});

test('a service that cannot start is an error with the end of its log', async () => {
  const { supervisor } = make('broken');
  await assert.rejects(
    supervisor.start(service('api', "console.error('缺少环境变量'); process.exit(3);")),
    /api 未能启动\(退出码 3\)[^]*缺少环境变量/,
  );
  await supervisor.stop();
});

test('what a killed supervisor left is found by number and start time, and ended; a stranger with the number is not', async () => {
  const survivor = spawn(process.execPath, ['-e', "console.log('up'); setInterval(() => {}, 1000)"]);
  await once(survivor.stdout, 'data');
  const file = join(base, 'processes.json');
  writeJson(file, [
    { name: 'worker', pid: survivor.pid, identity: identityOf(survivor.pid) },
    { name: 'stranger', pid: process.pid, identity: 'of an earlier process' },
  ]);
  assert.deepEqual(await endSurvivors(file), ['worker']);
  assert.equal(identityOf(survivor.pid), undefined);
});

test('children end with a supervisor that is killed', { skip: process.platform !== 'linux' }, async () => {
  const code = `
    const { createSupervisor } = await import(${JSON.stringify(new URL('./children.mjs', import.meta.url).href)});
    const supervisor = createSupervisor({ directory: ${JSON.stringify(join(base, 'killed'))} });
    await supervisor.start({ name: 'sleep', command: 'sleep', args: ['60'] });
    console.log(supervisor.pidOf('sleep'));`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', code]);
  const pid = Number((await once(parent.stdout, 'data'))[0]);
  assert.ok(identityOf(pid));
  parent.kill('SIGKILL');
  await until(() => identityOf(pid) === undefined);
});
