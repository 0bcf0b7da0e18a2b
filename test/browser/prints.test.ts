import type { Browser } from 'playwright-core';
import { startSystem, type RunningSystem } from '../support/running-system';
import { seriousFindings } from './support/axe';
import { deskOf, openBrowser } from './support/desk';

let system: RunningSystem;
let browser: Browser;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(['fresh']), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await system.stop();
});

test('the clerk prints the application, the file and a letter from the case page, and sees what the file lacks', async () => {
  const page = await deskOf(browser, system.url, 'tengyue.clerk1');
  await page.goto(system.caseOf('fresh'));
  const addressOf = async (name: string): Promise<string> =>
    (await page.getByRole('link', { name }).first().getAttribute('href')) ?? '';
  const addresses = [await addressOf('打印申请表'), await addressOf('打印一户一档')];
  await page.getByText(/档案还缺\d+项/).click();
  await page.getByText('请上传身份证、户口簿的照片或扫描件').waitFor();
  expect(await page.getByRole('link', { name: '打印张榜公示' }).count()).toBe(0);
  expect(await seriousFindings(page)).toEqual([]);
  await page.goto(`${system.caseOf('fresh')}?tab=letters`);
  addresses.push(await addressOf('打印 PDF'));
  for (const address of addresses) {
    const got = await page.request.get(new URL(address, system.url).toString());
    expect([address, got.status(), got.headers()['content-type']]).toEqual([address, 200, 'application/pdf']);
    expect((await got.body()).subarray(0, 5).toString()).toBe('%PDF-');
  }
  await page.context().close();
});
