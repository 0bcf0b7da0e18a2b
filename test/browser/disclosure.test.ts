import type { Browser, Page } from 'playwright-core';
import { goThrough, openRun } from '../payment-history/support/run';
import { caseIdOf } from '../payments/support/population';
import { seriousFindings } from './support/axe';
import { deskOf, openBrowser, openDesk } from './support/desk';
import { startPaidDesk, type PaidDesk } from './support/paid-desk';

const TOWNSHIP = '530581001';

let desk: PaidDesk;
let browser: Browser;
beforeAll(async () => {
  [desk, browser] = await Promise.all([
    startPaidDesk({ on: '2027-10-20', townships: [TOWNSHIP], count: 3, fromMonth: '2027-08' }),
    openBrowser(),
  ]);
  const failing = await caseIdOf(desk.owner, TOWNSHIP, 1);
  await goThrough(desk.worker, await openRun(desk.worker, '2027-08'), () => ({ state: 'paid' }));
  await goThrough(desk.worker, await openRun(desk.worker, '2027-09'), ({ caseId }) =>
    caseId === failing ? { state: 'failed', bankReason: '账户已销户' } : { state: 'paid' },
  );
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

const accessible = async (page: Page): Promise<void> => expect(await seriousFindings(page)).toEqual([]);

// @clause 三(一) a county makes its monthly table on the desk, another person publishes it
test('a table is made by one and published by another, with averages that name their denominator', async () => {
  const [maker, checker] = [
    await deskOf(browser, desk.url, 'tengchong.reviewer1'),
    await deskOf(browser, desk.url, 'tengchong.approver'),
  ];
  await maker.goto('/disclosure');
  await maker.getByRole('button', { name: '编制并提交复核' }).click();
  await maker.getByText('请填写月份').waitFor();
  await maker.getByLabel('月份', { exact: false }).first().fill('2027-09');
  await maker.getByRole('button', { name: '编制并提交复核' }).click();
  await maker.getByRole('heading', { level: 1, name: '腾冲市2027年9月保障金公开表' }).waitFor();
  await maker.getByText('本人编制的由另一人复核').or(maker.getByText('待复核')).first().waitFor();
  const townships = maker.getByRole('table', { name: '分乡镇(街道)' });
  for (const title of ['户均(元/户)', '人均(元/人)', '次均(元/人次)'])
    await townships.getByRole('columnheader', { name: title }).waitFor();
  expect((await townships.getByRole('row', { name: /^合计/ }).innerText()).replaceAll(/\s+/g, ' ')).toMatch(
    /合计 2 2 2 600\.00元 300\.00元 300\.00元 300\.00元 5 1,500\.00元/,
  );
  await accessible(maker);

  await checker.goto(new URL(maker.url()).pathname + new URL(maker.url()).search);
  await checker.getByRole('button', { name: '复核通过并公开' }).click();
  await checker.getByText('已公开', { exact: true }).first().waitFor();
  await checker.goto('/disclosure');
  await checker.getByRole('link', { name: '打开2027年9月第1版' }).waitFor();
  await accessible(checker);
  await Promise.all([maker.context().close(), checker.context().close()]);
});

// @clause 三(三) the list of a month is printed for the board, and read by everybody in part
test('a township looks at its list of a month, the public at a masked one', async () => {
  const clerk = await deskOf(browser, desk.url, 'tengyue.clerk1');
  await clerk.goto('/disclosure?tab=lists');
  await clerk.getByLabel('月份', { exact: false }).first().fill('2027-09');
  await clerk.getByRole('button', { name: '查看名单' }).click();
  const paper = clerk.getByRole('article', { name: '最低生活保障资金发放公示' });
  await paper.getByText('住户1之2').waitFor();
  expect(await paper.getByText('住户1之1').count()).toBe(0);
  await accessible(clerk);
  const citizen = await openDesk(browser, desk.url);
  await citizen.goto(`/public?view=payments&division=${TOWNSHIP}`);
  await citizen.getByRole('link', { name: '2027年8月' }).click();
  await citizen.getByRole('article').first().waitFor();
  expect(await citizen.getByRole('article').count()).toBe(3);
  expect(await citizen.getByText('住户1之2').count()).toBe(0);
  await accessible(citizen);
  await Promise.all([clerk.context().close(), citizen.context().close()]);
});

// @clause 三(一) a household's payments month by month on its case
test('the case says month by month what was paid and why it differs', async () => {
  const page = await deskOf(browser, desk.url, 'tengyue.clerk1');
  await page.goto(`/cases/${await caseIdOf(desk.owner, TOWNSHIP, 1)}?tab=payments`);
  const table = page.getByRole('table', { name: '逐月发放记录' });
  await table.getByText('发放失败:账户已销户').waitFor();
  expect((await table.getByRole('row', { name: /2027年9月/ }).innerText()).replaceAll(/\s+/g, ' ')).toMatch(
    /300\.00元 — 0\.00元 失败300\.00元 −300\.00元/,
  );
  await table.getByText('开始享受保障').waitFor();
  await accessible(page);
  await page.emulateMedia({ media: 'print' });
  await table.waitFor();
  expect(await page.getByRole('button', { name: '打印发放记录' }).isVisible()).toBe(false);
  await page.context().close();
});
