import type { Browser, Page } from 'playwright-core';
import { startSystem, type RunningSystem } from '../support/running-system';
import { seriousFindings } from './support/axe';
import { deskOf, openBrowser } from './support/desk';

let system: RunningSystem;
let browser: Browser;
beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(['leaving']), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await system.stop();
});

const accessible = async (page: Page): Promise<void> => expect(await seriousFindings(page)).toEqual([]);
const choose = async (page: Page, label: string, option: string): Promise<void> => {
  await page.getByLabel(label, { exact: true }).click();
  await page.locator('.ant-select-item-option', { hasText: option }).first().click();
};
const csv = (name: string, lines: readonly (readonly string[])[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.map((line) => line.join(',')).join('\n')),
});
/** On a plain address the desk's clipboard is the browser's own. */
const clipboards = { permissions: ['clipboard-read', 'clipboard-write'] };
const copied = (page: Page): Promise<string> => page.evaluate<string>('navigator.clipboard.readText()');

// @clause 三(二) standards go up as a file, answers come back, and what came back is corrected
test('the data desk makes a package, downloads it, takes a receipt with a wrong line, and corrects what came back', async () => {
  const page = await deskOf(browser, system.url, 'tengchong.datadesk', clipboards);
  await page.goto('/exchange');
  await choose(page, '内容', '保障标准');
  await accessible(page);
  await page.getByRole('button', { name: '生成', exact: true }).click();
  await page.getByRole('link', { name: '530581-STD-0001' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载 CSV' }).click();
  expect((await download).suggestedFilename()).toBe('保障标准530581-STD-0001.csv');
  await accessible(page);

  await page.getByLabel('选择回执文件').setInputFiles(
    csv('错的.csv', [
      ['姓名', '金额'],
      ['甲', '1'],
    ]),
  );
  const wrong = /第1行\(表头\)缺少列“记录编号”、“处理结果”/;
  await page.getByRole('alert').getByText(wrong).waitFor();
  await page
    .getByRole('row', { name: /错的.csv.*读取失败/ })
    .getByText(wrong)
    .waitFor();
  await page.getByLabel('选择回执文件').setInputFiles(
    csv('回执.csv', [
      ['记录编号', '处理结果', '失败原因', '对方编号'],
      ['530581-STD-0001-000001', '成功', '', 'YN-1'],
      ['530581-STD-0001-000002', '失败', '缺少文件依据', ''],
      ['530581-STD-0001-000003', '也许', '', ''],
    ]),
  );
  await page.getByText('登记为已接收1,登记为被退回1,重复0,不是这一批0,结果矛盾0,行有误1').waitFor();
  await page.getByRole('cell', { name: '第4行:处理结果“也许”不认识' }).waitFor();
  await accessible(page);
  await page.reload();
  await page
    .getByRole('row', { name: /错的.csv.*读取失败/ })
    .getByText(wrong)
    .waitFor();
  await page.getByRole('button', { name: /^查看结果:回执.csv/ }).press('Enter');
  await page.getByRole('cell', { name: '第4行:处理结果“也许”不认识' }).waitFor();
  await accessible(page);

  await page.getByRole('button', { name: '打开回填:530581-STD-0001-000003' }).click();
  const panel = page.getByRole('region', { name: '回填:530581-STD-0001-000003' });
  await panel.getByRole('button', { name: '复制记录编号' }).focus();
  await page.keyboard.press('Enter');
  await panel.getByText('已复制记录编号').waitFor();
  expect(await copied(page)).toBe('530581-STD-0001-000003');
  await page.keyboard.press('Enter');
  await panel.getByText('已复制行政区划代码').waitFor();
  expect(await copied(page)).toBe('530581');
  await accessible(page);
  await panel.getByRole('button', { name: '登记回执' }).click();
  await panel.getByText('请填写对方编号').first().waitFor();
  await panel.getByLabel('对方编号').fill('YN-3');
  await panel.getByRole('button', { name: '登记回执' }).click();
  await page.getByText('已接收2 被退回1').waitFor();

  await page.goto('/exchange?tab=work');
  await page.getByRole('button', { name: '登记已更正:530581-STD-0001-000002' }).click();
  await page.getByLabel('如何更正').fill('已补文件依据');
  await accessible(page);
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText('没有待更正的记录').waitFor();
  await page.goto('/exchange?tab=receipts');
  await page.getByRole('cell', { name: '回执.csv' }).waitFor();
  const failures = page.getByRole('region', { name: '读取失败的回执文件' });
  await failures.getByText(wrong).waitFor();
  expect(await failures.getByRole('link', { name: '打开批次,更正后重新导入' }).count()).toBe(1);
  await accessible(page);
  await page.context().close();
});

// @clause 一(二) a list of the other system is held against ours, each difference settled; the prefecture looks on
test('a list of the other system shows its differences, one is settled, the prefecture sees the county', async () => {
  const page = await deskOf(browser, system.url, 'tengchong.datadesk');
  await page.goto('/exchange?tab=differences');
  await page.getByLabel('选择名单文件').setInputFiles(
    csv('名单.csv', [
      ['证件号码', '姓名', '月救助金额'],
      ['11010519491231002X', '别处有', '300'],
      ['123', '错号', '300'],
    ]),
  );
  await page.getByText('第3行:证件号码不对').waitFor();
  const row = page.getByRole('row', { name: /只在对方系统/ });
  await row.getByText('110***********002X').waitFor();
  await row.getByRole('button').click();
  await choose(page, '处理方式', '不影响待遇,不处理');
  await page.getByLabel('理由').fill('已迁往外省');
  await accessible(page);
  await page.getByRole('button', { name: '登记处理' }).click();
  await page.getByRole('row', { name: /只在对方系统/ }).waitFor({ state: 'detached' });
  const prefecture = await deskOf(browser, system.url, 'bs.supervisor');
  await prefecture.goto('/exchange?tab=differences&state=settled');
  await prefecture.getByText('已迁往外省').waitFor();
  await prefecture.goto('/exchange?tab=alerts');
  await prefecture.getByRole('heading', { level: 1, name: '数据交换' }).waitFor();
  await accessible(prefecture);
  await Promise.all([page.context().close(), prefecture.context().close()]);
});

// @clause 三(二) a household is typed over from its own page, once
test('a clerk opens the fill-in package of a case, copies by keyboard, and records the receipt', async () => {
  const page = await deskOf(browser, system.url, 'tengyue.clerk1', clipboards);
  await page.goto(`${system.caseOf('leaving')}?tab=fillIn`);
  await page.getByRole('button', { name: '打开回填包' }).click();
  const decision = page.getByRole('region', { name: '审核确认决定' });
  await decision.getByRole('button', { name: '复制案件编号' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await decision.getByText('已复制行政区划代码').waitFor();
  expect(await copied(page)).toBe('530581001002');
  const members = page.getByRole('region', { name: '低收入人口名单' });
  expect(await members.getByRole('table').count()).toBe(3);
  await accessible(page);
  await page.emulateMedia({ media: 'print' });
  expect(await decision.getByRole('button').filter({ visible: true }).count()).toBe(0);
  expect(await decision.getByRole('cell', { name: '530581001002' }).isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  await page.getByLabel('对方编号').fill('YN-2026-1');
  await page.getByRole('button', { name: '登记回执' }).click();
  await page.getByText('现有内容已登记回执,不必再录。').waitFor();
  await decision.getByText('上次回执:YN-2026-1').waitFor();
  await accessible(page);
  await page.context().close();
});
