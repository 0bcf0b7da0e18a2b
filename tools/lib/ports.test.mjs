import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { choosePorts, HOST } from './ports.mjs';
import { scratchDirectory } from './scratch.mjs';

const directory = scratchDirectory();
const occupy = async (port = 0) => {
  const server = createServer().listen(port, HOST);
  after(() => server.close());
  await once(server, 'listening');
  return server.address().port;
};

test('ports are remembered', async () => {
  const file = join(directory, 'a/ports.json');
  const first = await choosePorts(file, ['api', 'postgres', 'temporal']);
  assert.equal(new Set(Object.values(first)).size, 3);
  assert.deepEqual(await choosePorts(file, ['api', 'postgres', 'temporal']), first);
});

test('a remembered port that is taken by now is chosen anew, the others stay', async () => {
  const file = join(directory, 'b/ports.json');
  const first = await choosePorts(file, ['api', 'postgres']);
  await occupy(first.api);
  const second = await choosePorts(file, ['api', 'postgres']);
  assert.notEqual(second.api, first.api);
  assert.equal(second.postgres, first.postgres);
});

test('a port asked for is used or refused, never replaced; a preferred one may be', async () => {
  const taken = await occupy();
  const file = join(directory, 'c/ports.json');
  await assert.rejects(choosePorts(file, ['desk'], { asked: { desk: taken } }), /端口 \d+ 已被占用/);
  const { desk } = await choosePorts(file, ['desk'], { preferred: { desk: taken } });
  assert.notEqual(desk, taken);
});

test('two data directories do not choose the same ports', async () => {
  const one = await choosePorts(join(directory, 'd/ports.json'), ['api']);
  await occupy(one.api);
  const other = await choosePorts(join(directory, 'e/ports.json'), ['api']);
  assert.notEqual(one.api, other.api);
});
