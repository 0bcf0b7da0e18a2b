import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readJson } from '../files.mjs';
import { scratchDirectory } from '../scratch.mjs';
import { announcement } from './announce.mjs';
import { mark, markOf, openDataDirectory } from './data-directory.mjs';
import { ensureKeys, newKeyRing, rotated } from './keys.mjs';
import { parseOptions } from './options.mjs';

const base = scratchDirectory();
const say = () => {};

test('options are read, and an unknown or senseless one is named', () => {
  const options = parseOptions(['--port', '8080', '--data', '/x/y', '--no-demo', '--reset'], {});
  assert.deepEqual([options.port, options.directory, options.demo, options.reset], [8080, '/x/y', false, true]);
  assert.equal(parseOptions([], {}).demo, true);
  assert.equal(parseOptions([], { DATABASE_URL: 'postgresql://db/doudi' }).databaseUrl, 'postgresql://db/doudi');
  assert.throws(() => parseOptions(['--prot', '1'], {}), /--prot/);
  for (const port of ['0', '65536', '80a']) assert.throws(() => parseOptions(['--port', port], {}), /不是端口号/);
});

test("a folder with somebody's files is neither used nor emptied", async () => {
  const directory = join(base, 'home');
  mkdirSync(directory);
  writeFileSync(join(directory, 'letter.txt'), 'dear');
  await assert.rejects(openDataDirectory({ directory, reset: true, say }), /里有别的文件/);
  assert.equal(readFileSync(join(directory, 'letter.txt'), 'utf8'), 'dear');
});

test('reset empties our own folder, and what it said of itself before', async () => {
  const directory = join(base, 'data');
  (await openDataDirectory({ directory, reset: false, say }))();
  ensureKeys(directory);
  mark(directory, { seededAt: 'then' });
  (await openDataDirectory({ directory, reset: false, say }))();
  assert.equal(markOf(directory).seededAt, 'then');
  (await openDataDirectory({ directory, reset: true, say }))();
  assert.equal(existsSync(join(directory, 'keys.json')), false);
  assert.equal(markOf(directory).seededAt, undefined);
});

test('keys are made once and for their owner alone; rotation keeps the old ones', () => {
  ensureKeys(base);
  const ring = readJson(join(base, 'keys.json'));
  ensureKeys(base);
  assert.deepEqual(readJson(join(base, 'keys.json')), ring);
  assert.equal(statSync(join(base, 'keys.json')).mode & 0o777, 0o600);
  const next = rotated(rotated(newKeyRing()));
  assert.equal(Object.keys(next.fields.keys).length, 3);
  assert.ok(next.payloads.keys[next.payloads.current]);
});

test('the announcement has one log-in per role and ends with the address', () => {
  const logins = ['张', '李'].map((label) => ({ role: 'clerk', label, login: 'a', password: 'p' }));
  writeFileSync(
    join(base, 'demo-logins.json'),
    JSON.stringify([...logins, { role: 'auditor', label: '审计', login: 'b', password: 'q' }]),
  );
  const lines = announcement({ url: 'http://127.0.0.1:1', uiUrl: 'http://127.0.0.1:2', directory: base }).split('\n');
  assert.equal(lines.at(-1), 'Doudi ready: http://127.0.0.1:1');
  assert.equal(lines.filter((line) => /^ {2}(张|李|审计) /.test(line)).length, 2);
});
