import type { Browser, Page } from 'playwright-core';
import { startCaseApi, type CaseApi } from '../api/support/case-api';
import { startDesk, type DeskProcess } from '../support/desk-process';
import { openBrowser, openDesk } from './support/desk';

let world: CaseApi;
let desk: DeskProcess;
let browser: Browser;
beforeAll(async () => {
  world = await startCaseApi();
  desk = await startDesk(world.api.app);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await desk.close();
  await world.close();
});

/** A desk at which the holder of a session sits. */
const deskOf = async (token: string): Promise<Page> => {
  const page = await openDesk(browser, desk.url);
  await page.context().addCookies([{ name: 'doudi_session', value: token, url: desk.url }]);
  return page;
};
const streamIn = (page: Page) =>
  page.waitForResponse((answer) => answer.url().includes('/api/v1/events') && answer.ok());

it('shows the clerk what somebody else did without a reload, and again after the API was restarted', async () => {
  const { id } = await world.submit();
  const page = await deskOf(world.team.clerk);
  const connected = streamIn(page);
  await page.goto(`/cases/${id}`);
  const stage = (label: string) => page.locator('[aria-current=step]', { hasText: new RegExp(`^${label}`) }).waitFor();
  await stage('待审查材料');
  await connected;

  await world.act(world.team.colleague, id, 'accept', {});
  await stage('入户调查');

  const back = streamIn(page);
  await desk.restartApi();
  await back;
  await world.act(world.team.clerk, id, 'withdraw', { reason: '申请人主动撤回', writtenOn: '2022-08-01' });
  await stage('结案');
});

it('counts on the desk what somebody else filed, without a reload', async () => {
  const page = await deskOf(world.team.clerk);
  const connected = streamIn(page);
  const counted = page.waitForResponse((answer) => answer.url().includes('/api/v1/queue/counts') && answer.ok());
  await page.goto('/');
  const before = ((await (await counted).json()) as { office: { total: number } }).office.total;
  await connected;
  const { id } = await world.submit();
  const all = page
    .getByRole('group', { name: '时限' })
    .getByRole('button', { name: new RegExp(`^全部 ?${before + 1}$`) });
  await all.waitFor();
  await page.locator(`tbody a[href^="/cases/${id}"]`).first().waitFor();
});
