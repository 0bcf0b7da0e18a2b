import type { Browser, Page } from 'playwright-core';
import { sayMonth } from '../../domain/civil-date';
import { startSystem, type RunningSystem } from '../support/running-system';
import { seriousFindings } from './support/axe';
import { deskOf, openBrowser } from './support/desk';

let system: RunningSystem;
let browser: Browser;
beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem([]), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await system.stop();
});

/** The month before this one, whose index is out since the beginning of this month. */
const lastMonth = (): string => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
};
const firstOfThisMonth = (): string => `${new Date().toISOString().slice(0, 7)}-01`;

const settled = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1, name: '物价联动' }).waitFor();
  await page.locator('.loading').first().waitFor({ state: 'detached' });
};
const accessible = async (page: Page): Promise<void> => expect(await seriousFindings(page)).toEqual([]);

const choose = async (page: Page, label: string, option: string): Promise<void> => {
  await page.getByLabel(label).click();
  await page.locator('.ant-select-item-option', { hasText: option }).first().click();
};

/** The county opens one more run of the started month from its list, and hears why not where it may not. */
const openByHand = async (): Promise<void> => {
  const county = await deskOf(browser, system.url, 'tengchong.reviewer1');
  await county.goto('/payments');
  const panel = county.getByRole('region', { name: '手工开一批' });
  await panel.getByRole('button', { name: '一次性补贴' }).click();
  await panel.getByText('没有包括本县的已复核的方案').waitFor();
  await panel.getByRole('button', { name: '物价补贴' }).press('Enter');
  await choose(county, '救助项目', '低保');
  await choose(county, '启动决定', '测试文件〔2026〕1号');
  await accessible(county);
  await panel.getByRole('button', { name: '开这一批' }).press('Enter');
  await panel.getByText(/本县尚未设定由本系统发放的首月/).waitFor();
  await county.context().close();
};

// @clause 三(二) from an index on the desk to a started month, by two offices
test('an index entered by the prefecture and checked by the province lets a month start; the page explains itself', async () => {
  const [prefecture, province] = [
    await deskOf(browser, system.url, 'bs.supervisor'),
    await deskOf(browser, system.url, 'yn.supervisor'),
  ];
  await prefecture.goto('/price-linkage?tab=indices');
  await settled(prefecture);
  await accessible(prefecture);
  await prefecture.getByRole('button', { name: '提交复核' }).click();
  await prefecture.getByText('请填写指数月份').waitFor();
  await choose(prefecture, '地区', '保山市');
  await prefecture.getByLabel('指数月份').fill(lastMonth());
  await prefecture.getByLabel('CPI同比涨幅(%)', { exact: true }).fill('103.5');
  await prefecture.getByLabel('发布日期').fill(firstOfThisMonth());
  await prefecture.getByLabel('来源').fill('国家统计局云南调查总队');
  await prefecture.getByRole('button', { name: '提交复核' }).click();
  await prefecture.locator('.field-problem', { hasText: '应填写"3.5"' }).waitFor();
  await prefecture.getByLabel('CPI同比涨幅(%)', { exact: true }).fill('3.5');
  await prefecture.getByRole('button', { name: '提交复核' }).click();
  await prefecture.getByText('本人提出的由另一人复核').waitFor();

  await province.goto('/price-linkage?tab=indices');
  await province.getByRole('button', { name: `复核通过:保山市 ${sayMonth(lastMonth())}` }).click();
  await province.getByText('已复核', { exact: true }).waitFor();
  await province.goto('/price-linkage');
  await settled(province);
  await province.getByRole('button', { name: `提出启动:保山市 ${sayMonth(lastMonth())}` }).click();
  await province.getByLabel('启动文件(文号)').fill('测试文件〔2026〕1号');
  await province.getByLabel('文件日期').fill(firstOfThisMonth());
  await accessible(province);
  await province.getByRole('button', { name: '提交复核' }).click();
  await province.getByText('启动决定待复核').waitFor();

  await prefecture.goto('/price-linkage');
  await prefecture.getByRole('button', { name: `复核通过:保山市 ${sayMonth(lastMonth())}` }).click();
  await prefecture.getByRole('button', { name: `对象和金额:保山市 ${sayMonth(lastMonth())}` }).click();
  await prefecture.getByText('指数月份没有在保对象').waitFor();
  await accessible(prefecture);
  await openByHand();
  await prefecture.getByRole('button', { name: `登记已发放:保山市 ${sayMonth(lastMonth())}` }).click();
  await prefecture.getByText('已发放', { exact: true }).waitFor();
  await Promise.all([prefecture.context().close(), province.context().close()]);
});

test('a preview shows where the amount comes from, a plan is proposed', async () => {
  const page = await deskOf(browser, system.url, 'yn.supervisor');
  await page.goto('/price-linkage?tab=preview');
  await page.getByLabel('指数月份').fill('2022-08');
  await page.getByLabel('CPI同比涨幅(%)', { exact: false }).first().fill('3.0');
  await page.getByRole('button', { name: '试算' }).click();
  await page.getByRole('heading', { name: '启动,每人每月21.00元' }).waitFor();
  await accessible(page);
  await page.goto('/price-linkage?tab=plans');
  await page.getByLabel('名称').fill('一次性生活补贴');
  await page.getByLabel('文件(文号)').fill('测试文件〔2022〕8号');
  await choose(page, '实施地区', '云南省');
  await page.getByLabel('在册月份').fill('2022-06');
  await page.getByRole('button', { name: '提交复核' }).click();
  await page.getByText('请至少填写一类对象的金额').waitFor();
  await page.getByLabel('城市低保对象每人金额(元)').fill('300');
  await page.getByRole('button', { name: '提交复核' }).click();
  await page.getByRole('cell', { name: '测试文件〔2022〕8号' }).waitFor();
  await accessible(page);
  await page.context().close();
});
