import type { Browser, Page } from 'playwright-core';
import { civilDateAt, firstDayOf, monthOf, sayDate } from '../../domain/civil-date';
import { startSystem, type RunningSystem } from '../support/running-system';
import { seriousFindings } from './support/axe';
import { deskOf, openBrowser } from './support/desk';
import { choose, field } from './support/form';

let system: RunningSystem;
let browser: Browser;
beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(['classA', 'classB']), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await system.stop();
});

const firstOfMonth = firstDayOf(monthOf(civilDateAt(Date.now())));
const accessible = async (page: Page): Promise<void> => expect(await seriousFindings(page)).toEqual([]);
const settled = async (page: Page): Promise<void> => page.locator('.loading').first().waitFor({ state: 'detached' });

// @clause 三(二) from a new amount on the desk to the letter of every household that gains
test('a standard is entered with its paper and checked by another, tried out, sampled, approved and carried out', async () => {
  const [maker, checker] = [
    await deskOf(browser, system.url, 'yn.admin1'),
    await deskOf(browser, system.url, 'yn.admin2'),
  ];
  await maker.goto('/standards?tab=entry&parameter=dibao.class.amount');
  await settled(maker);
  const form = maker.getByRole('form', { name: '提交复核' });
  await form.getByRole('combobox', { name: '适用地区:州市' }).click();
  await maker.locator('.ant-select-dropdown:visible').getByText('保山市', { exact: true }).click();
  await form.getByRole('combobox', { name: '适用地区:县市区' }).click();
  await maker.locator('.ant-select-dropdown:visible').getByText('腾冲市', { exact: true }).click();
  await choose(form, '类别', 'A类');
  await field(form, '数值(元/月)').fill('620');
  await field(form, '生效日期').fill(firstOfMonth);
  await field(form, '依据').fill('测试文件〔2026〕6号');
  await field(form, '依据文件(PDF或图片)').setInputFiles({
    name: '通知.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'),
  });
  await maker.getByText('通知.pdf').waitFor();
  await accessible(maker);
  await form.getByRole('button', { name: '提交复核' }).click();
  await maker.getByText('已提交,等待另一名管理员复核').waitFor();
  await checker.goto('/standards?tab=entry');
  await checker.getByRole('link', { name: '查看依据文件' }).waitFor();
  await checker.getByRole('button', { name: '复核通过' }).click();
  await checker.getByText('查看依据文件').waitFor({ state: 'detached' });

  const [reviewer, approver] = [
    await deskOf(browser, system.url, 'tengchong.reviewer1'),
    await deskOf(browser, system.url, 'tengchong.approver'),
  ];
  await reviewer.goto('/uplift');
  await reviewer.getByText('还没有提标试算').waitFor();
  await field(reviewer, '生效日期').fill(firstOfMonth);
  await reviewer.getByRole('button', { name: '开始试算' }).click();
  await reviewer.getByRole('link', { name: `查看腾冲市${sayDate(firstOfMonth)}的提标` }).click();
  await reviewer.getByRole('heading', { level: 2, name: /^1户提高,每月增加/ }).waitFor();
  await accessible(reviewer);
  await reviewer.getByRole('tab', { name: '抽查' }).click();
  await reviewer.getByText(/^抽取2户,已查0户/).waitFor();
  for (let left = 2; left > 0; left -= 1) {
    await reviewer
      .getByRole('button', { name: /^正确:/ })
      .nth(2 - left)
      .click();
    await reviewer.getByText(`已查${3 - left}户`).waitFor();
  }
  await accessible(reviewer);
  const address = new URL(reviewer.url()).pathname;
  await approver.goto(address);
  await field(approver, '批准意见').fill('同意执行');
  await approver.getByRole('button', { name: '批准执行' }).click();
  await approver.getByText('已提高1户,不变1户,转变更0户,须人工处理0户').waitFor();
  await approver.getByText('已执行', { exact: true }).waitFor();
  await approver.getByRole('tab', { name: '通知书' }).click();
  await approver.getByText('未送达').waitFor();
  await accessible(approver);
  const href = await approver.getByRole('link', { name: /的增发通知书$/ }).getAttribute('href');
  const letter = await approver.request.get(href ?? '');
  expect([letter.status(), letter.headers()['content-type']]).toEqual([200, 'application/pdf']);
  await approver.getByRole('tab', { name: '逐户' }).click();
  await approver.getByRole('cell', { name: '已提高' }).waitFor();
  await accessible(approver);
  await Promise.all([maker, checker, reviewer, approver].map((page) => page.context().close()));
});

test('the standards of a place stand beside the guide, with their history as a chart and a table, and can be tried', async () => {
  const page = await deskOf(browser, system.url, 'bs.supervisor');
  await page.goto('/standards');
  await page.getByRole('link', { name: '腾冲市的沿革' }).click();
  await page.getByRole('img', { name: /^腾冲市城市低保标准自/ }).waitFor();
  await page.getByRole('cell', { name: '670元/月' }).waitFor();
  await accessible(page);
  await page.getByRole('tab', { name: '试算' }).click();
  await field(page, '数值(元)').fill('abc');
  await page.getByRole('button', { name: '试算' }).last().click();
  await page.locator('.field-problem', { hasText: '数值应为金额' }).waitFor();
  await field(page, '数值(元)').fill('800');
  await page.getByRole('button', { name: '试算' }).last().click();
  await page.getByRole('heading', { name: '保山市城市低保标准为800元/月' }).waitFor();
  await accessible(page);
  await page.getByRole('tab', { name: '预警' }).click();
  await page.getByText('没有预警').waitFor();
  await accessible(page);
  await page.context().close();
});
