import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { startCaseApi, type CaseApi } from '../api/support/case-api';
import { publicise } from '../api/support/publicise';
import { startDesk, type DeskProcess } from '../support/desk-process';
import { seriousFindings } from './support/axe';
import { openBrowser } from './support/desk';
import { listenForErrors } from './support/script-errors';

let world: CaseApi;
let desk: DeskProcess;
let browser: Browser;
let page: Page;
let errors: readonly string[];
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
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  errors = listenForErrors(page);
});
afterEach(async () => {
  expect(errors).toEqual([]);
  await page.close();
});

const sound = async (): Promise<void> => {
  expect(await seriousFindings(page)).toEqual([]);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
};

it('leads from the province to one notice, and takes an objection once, on a phone', async () => {
  const { id } = await publicise(world);
  await page.goto(`${desk.url}/public`);
  for (const place of ['保山市', '腾冲市', '腾越街道']) {
    await page.getByRole('link', { name: new RegExp(`^${place}\\s*1户$`) }).click();
    await page.getByRole('heading', { level: 1, name: place }).waitFor();
    await sound();
  }
  const { applicantName } = await world.read(id);
  expect(await page.content()).not.toContain(applicantName);
  await page.getByRole('link', { name: '查看,提意见' }).click();
  await page.getByRole('button', { name: '提交意见' }).click();
  await page.getByText('请写明您知道的情况,至少4个字').waitFor();
  await sound();
  await page.getByLabel('您知道的情况').fill('他家在县城有商铺出租');
  // A reload in the middle keeps every word.
  await page.reload();
  await page.getByText('您上次写的内容还在').waitFor();
  await page.getByRole('button', { name: '提交意见' }).click();
  await page.getByRole('heading', { name: '已经收到您的意见' }).waitFor();
  await sound();
  expect(await world.read(id)).toMatchObject({ stage: { id: 'objected' } });
  await page.goto(`${desk.url}/public?division=530581001`);
  await page.getByText('这里现在没有正在公示的家庭').waitFor();
  await sound();
});

it('shows those in benefit of a township, masked', async () => {
  const { id } = await world.submit();
  await world.api.sql(`update "case" set stage = 'benefiting', monthly_fen = 123450 where id = '${id}'`);
  await page.goto(`${desk.url}/public`);
  await page.getByRole('link', { name: '长期公示' }).click();
  for (const place of ['保山市', '腾冲市', '腾越街道'])
    await page.getByRole('link', { name: place, exact: true }).click();
  await page.getByText('1,234.50元').waitFor();
  await sound();
});

it('says in a sentence that something is wrong, and tries again', async () => {
  await page.route('**/api/v1/public/**', (route) => route.abort());
  await page.goto(`${desk.url}/public`);
  await page.getByRole('alert').getByText('连不上系统').waitFor();
  await sound();
  await page.unroute('**/api/v1/public/**');
  await page.getByRole('button', { name: '再试一次' }).click();
  await page.getByRole('alert').waitFor({ state: 'detached' });
});

it('loads at most 150 KB, compressed', async () => {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => sizes.push(response.body().then((body) => gzipSync(body).length)));
  await page.goto(`${desk.url}/public`, { waitUntil: 'networkidle' });
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(10_000);
  expect(total).toBeLessThan(150 * 1024);
});
