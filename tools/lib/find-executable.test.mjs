import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findExecutable } from './find-executable.mjs';
import { scratchDirectory } from './scratch.mjs';

const directory = scratchDirectory();
const program = (path) => {
  const file = join(directory, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, '#!/bin/sh\n', { mode: 0o755 });
  return file;
};
const failing = (title, message) => ({
  title,
  fetch: async () => {
    throw new Error(message);
  },
});
const look = (cached, { env = {}, ways = [], say } = {}) =>
  findExecutable({
    title: 'Temporal CLI',
    variable: 'TEMPORAL_CLI',
    name: 'temporal',
    cached: join(directory, cached),
    ways,
    env,
    say,
  });

test('the variable wins over PATH, PATH over the cache, the cache over fetching', async () => {
  const named = program('named/temporal');
  const onPath = program('path/temporal');
  const cached = program('cache/temporal');
  const PATH = join(directory, 'path');
  const ways = [failing('download', 'must not be asked')];
  assert.equal(await look('cache/temporal', { env: { TEMPORAL_CLI: named, PATH }, ways }), named);
  assert.equal(await look('cache/temporal', { env: { PATH }, ways }), onPath);
  assert.equal(await look('cache/temporal', { ways }), cached);
});

test('a variable that names no program is an error, not a reason to take another', async () => {
  await assert.rejects(
    look('cache/temporal', { env: { TEMPORAL_CLI: join(directory, 'nowhere') } }),
    /TEMPORAL_CLI=.*不是可执行文件/,
  );
});

test('ways of fetching are tried in order until one has put the program into the cache', async () => {
  const said = [];
  const ways = [
    failing('SDK', 'no network'),
    { title: 'pip', fetch: async () => program('later/temporal') },
    failing('go', 'must not be asked'),
  ];
  assert.equal(
    await look('later/temporal', { ways, say: (text) => said.push(text) }),
    join(directory, 'later/temporal'),
  );
  assert.match(said.join('\n'), /SDK[^]*no network[^]*pip/);
});

test('when nothing helps, the error lists all that was tried', async () => {
  const ways = [failing('SDK', 'no network'), { title: 'pip', fetch: async () => {} }];
  await assert.rejects(look('never/temporal', { ways }), ({ message }) =>
    ['环境变量 TEMPORAL_CLI', 'PATH', '缓存', 'SDK:no network', 'pip:未得到可执行文件'].every((text) =>
      message.includes(text),
    ),
  );
});
