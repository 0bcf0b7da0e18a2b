import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as ask } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

const root = mkdtempSync(join(tmpdir(), 'doudi-desk-'));
const state = {};

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
};

before(async () => {
  mkdirSync(join(root, 'assets'));
  writeFileSync(
    join(root, 'index.html'),
    '<html><head><style nonce="__CSP_NONCE__"></style></head><body>兜底</body></html>',
  );
  writeFileSync(join(root, 'public.html'), '<html><head></head><body>公示</body></html>');
  writeFileSync(join(root, 'assets/index-abc.js'), 'console.log(1);'.repeat(100));
  state.api = createServer((request, response) => {
    if (request.url === '/api/v1/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: 1\n\n');
      state.finish = () => response.end('data: 2\n\n');
      return;
    }
    const body = [];
    request.on('data', (chunk) => body.push(chunk));
    request.on('end', () => {
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({ url: request.url, headers: request.headers, body: Buffer.concat(body).toString() }),
      );
    });
  }).listen(0, '127.0.0.1');
  await once(state.api, 'listening');
  const port = await freePort();
  const api = `http://127.0.0.1:${state.api.address().port}`;
  state.desk = fork(
    new URL('../server.mjs', import.meta.url).pathname,
    ['--port', String(port), '--api', api, '--root', root],
    { silent: true },
  );
  await once(state.desk, 'message');
  state.url = `http://127.0.0.1:${port}`;
});

after(async () => {
  const ended = once(state.desk, 'exit');
  state.desk.disconnect();
  assert.equal((await ended)[0], 0);
  state.api.closeAllConnections();
  state.api.close();
  rmSync(root, { recursive: true });
});

test('every page address answers with the application, and the nonce of its policy is in the page', async () => {
  for (const path of ['/', '/cases/0001', '/%E5%85%AC%E7%A4%BA']) {
    const answer = await fetch(state.url + path);
    const html = await answer.text();
    const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy'))[1];
    assert.equal(answer.status, 200);
    assert.ok(html.includes(`<meta name="csp-nonce" content="${nonce}">`) && html.includes(`<style nonce="${nonce}">`));
    assert.equal(answer.headers.get('cache-control'), 'no-store');
  }
});

test('the pages for everybody lie under /public', async () => {
  for (const path of ['/public', '/public/', '/public?division=5305', '/public.html']) {
    const html = await (await fetch(state.url + path)).text();
    assert.ok(html.includes('公示') && html.includes('csp-nonce'));
  }
  assert.ok((await (await fetch(`${state.url}/publicity`)).text()).includes('兜底'));
});

test('hashed files are compressed and kept for good, unknown ones are 404', async () => {
  const answer = await fetch(`${state.url}/assets/index-abc.js`, { headers: { 'accept-encoding': 'br' } });
  assert.equal(answer.headers.get('content-encoding'), 'br');
  assert.match(answer.headers.get('cache-control'), /immutable/);
  assert.equal(await answer.text(), 'console.log(1);'.repeat(100));
  const again = await fetch(`${state.url}/assets/index-abc.js`, {
    headers: { 'if-none-match': answer.headers.get('etag') },
  });
  assert.equal(again.status, 304);
  assert.equal((await fetch(`${state.url}/assets/none.js`)).status, 404);
});

test('nothing outside the folder is served', async () => {
  for (const path of ['/../server.mjs', '/..%2fserver.mjs', '/assets/..%2f..%2fserver.mjs', '/%00.js', '/%zz.js']) {
    const status = await new Promise((resolve) =>
      ask(state.url + '/', { path }, (answer) => resolve(answer.resume().statusCode)).end(),
    );
    assert.ok([400, 404].includes(status), `${path}: ${status}`);
  }
});

test('the API is behind the same address, with the address of the caller', async () => {
  const answer = await fetch(`${state.url}/api/v1/cases?x=1`, {
    method: 'POST',
    body: '{"a":1}',
    headers: { 'x-forwarded-for': '10.0.0.9' },
  });
  const seen = await answer.json();
  assert.deepEqual([seen.url, seen.body], ['/api/v1/cases?x=1', '{"a":1}']);
  assert.equal(seen.headers['x-forwarded-for'], '10.0.0.9, 127.0.0.1');
  assert.equal(seen.headers.host, new URL(state.url).host);
});

test('events arrive one by one', async () => {
  const answer = await fetch(`${state.url}/api/v1/events`);
  const reader = answer.body.getReader();
  assert.equal(Buffer.from((await reader.read()).value).toString(), 'data: 1\n\n');
  state.finish();
  assert.equal(Buffer.from((await reader.read()).value).toString(), 'data: 2\n\n');
});

test('while the API is away the answer is a problem that says what to do', async () => {
  state.api.closeAllConnections();
  await new Promise((resolve) => state.api.close(resolve));
  const answer = await fetch(`${state.url}/api/v1/cases`);
  assert.equal(answer.status, 502);
  assert.match(answer.headers.get('content-type'), /application\/problem\+json/);
  assert.equal((await answer.json()).code, 'apiUnavailable');
});
