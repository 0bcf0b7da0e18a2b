import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { test } from 'node:test';
import { acquireLock, LockedError } from './lock.mjs';
import { identityOf } from './processes.mjs';
import { scratchDirectory } from './scratch.mjs';

const directory = scratchDirectory();
const lockModule = new URL('./lock.mjs', import.meta.url).href;

test('a second holder is refused and told who holds it, until it is given back', () => {
  const file = join(directory, 'one');
  const release = acquireLock(file);
  assert.throws(
    () => acquireLock(file),
    (error) => error instanceof LockedError && error.message.includes(String(process.pid)),
  );
  release();
  acquireLock(file)();
  assert.equal(existsSync(file), false);
});

test('the lock of a process that is gone is taken over, and so is one whose number another process has now', () => {
  const file = join(directory, 'two');
  for (const owner of [
    { pid: 4_190_000, identity: 'x' },
    { pid: process.ppid, identity: `not ${identityOf(process.ppid)}` },
  ]) {
    writeFileSync(file, JSON.stringify(owner));
    acquireLock(file)();
  }
  assert.deepEqual(readdirSync(directory), []);
});

test('of many that find a dead holder at once exactly one wins', async () => {
  const file = join(directory, 'three');
  writeFileSync(file, JSON.stringify({ pid: 4_190_000, identity: 'x' }));
  const code = `
    const { acquireLock } = await import(${JSON.stringify(lockModule)});
    try { acquireLock(${JSON.stringify(file)}); process.stdout.write('won'); } catch (error) { process.stdout.write(error.name); }
    process.stdin.resume();`;
  const rivals = Array.from({ length: 6 }, () => spawn(process.execPath, ['--input-type=module', '-e', code]));
  const said = await Promise.all(rivals.map(async (rival) => String((await once(rival.stdout, 'data'))[0])));
  for (const rival of rivals) rival.kill('SIGKILL');
  assert.deepEqual(said.sort(), [...Array(5).fill('LockedError'), 'won']);
});
