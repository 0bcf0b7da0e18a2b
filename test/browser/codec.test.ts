import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { startApi, type Api } from '../api/support/api';
import { startDesk, type DeskProcess } from '../support/desk-process';
import { openBrowser } from './support/desk';

let ui: Server;
let uiUrl: string;
let api: Api;
let desk: DeskProcess;
let browser: Browser;
beforeAll(async () => {
  ui = createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end('<title>UI</title>'));
  ui.listen(0, '127.0.0.1');
  await once(ui, 'listening');
  uiUrl = `http://127.0.0.1:${(ui.address() as AddressInfo).port}`;
  api = await startApi({ temporalUiUrl: uiUrl });
  desk = await startDesk(api.app);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await desk.close();
  await api.stop();
  ui.closeAllConnections();
  ui.close();
});

/** As the Temporal Web UI asks its codec endpoint, with credentials included. */
const decodeFrom = (page: Page): Promise<unknown> =>
  page.evaluate<unknown>(`fetch('${desk.url}/api/v1/admin/codec/decode', {
    method: 'POST', credentials: 'include',
    headers: { 'Content-Type': 'application/json', 'X-Namespace': 'default' },
    body: JSON.stringify({ payloads: [{ metadata: { encoding: 'anNvbi9wbGFpbg==' }, data: 'MQ==' }] }),
  }).then((answer) => answer.status, () => 'blocked')`);

it('lets the Temporal Web UI decode with the log-in of the desk, and no other page', async () => {
  const token = await api.as('administrator', '53');
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(uiUrl);
  expect(await decodeFrom(page)).toBe(401);
  const expires = Math.floor(Date.now() / 1000) + 3600;
  await context.addCookies([
    { name: 'doudi_session', value: token, url: desk.url, sameSite: 'Lax', httpOnly: true, expires },
  ]);
  expect(await decodeFrom(page)).toBe(200);
  // The same machine under another name is another origin, and another site.
  await page.goto(uiUrl.replace('127.0.0.1', 'localhost'));
  expect(await decodeFrom(page)).toBe('blocked');
});
