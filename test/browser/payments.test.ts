import type { Browser, Page } from 'playwright-core';
import { civilDateAt, monthOf } from '../../domain/civil-date';
import { startSystem, type RunningSystem } from '../support/running-system';
import { seriousFindings } from './support/axe';
import { deskOf, openBrowser } from './support/desk';
import { twoPages } from './support/pdfs';

let system: RunningSystem;
let browser: Browser;
beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(['classA', 'classC']), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await system.stop();
});

const accessible = async (page: Page): Promise<void> => expect(await seriousFindings(page)).toEqual([]);
const stands = (page: Page, station: string) => page.locator('[aria-current="step"]', { hasText: station }).waitFor();

/** One step of the run on its page, with the reason where one is wanted. */
const take = async (page: Page, says: string, note = ''): Promise<void> => {
  await page.getByRole('button', { name: says, exact: true }).click();
  if (note) await page.getByLabel('理由').fill(note);
  await page.getByRole('button', { name: `确定${says}` }).click();
};

const choose = async (page: Page, label: string, option: string): Promise<void> => {
  await page.getByLabel(label).click();
  await page.locator('.ant-select-item-option', { hasText: option }).first().click();
};

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** Puts a paper into the household's file. */
const addPaper = async (page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> => {
  await page.goto(`${system.caseOf('classC')}?tab=documents`);
  await page.getByLabel('选择文件').setInputFiles({ name, mimeType, buffer });
  await page.getByRole('table', { name: '材料' }).getByRole('button', { name }).waitFor();
};

/** A file with a good and a wrong line, told line by line; what became of it is still there afterwards. */
const bringAccounts = async (page: Page, paper: string): Promise<string> => {
  const id = system.caseOf('classC').split('/').at(-1)!;
  const { number, applicantName } = await system.store.prisma.case.findUniqueOrThrow({ where: { id } });
  const rows = ['6217000010000000003', '6217000010000000004'].map(
    (card) => `${number},农业银行,${card},${applicantName},${paper}`,
  );
  const buffer = Buffer.from(['案件编号,开户银行,卡号,户名,银行卡影像', ...rows].join('\n'));
  const file = { name: `${paper}的账户.csv`, mimeType: 'text/csv', buffer };
  await page.goto('/payments');
  await page.getByRole('region', { name: '发放账户成批办理' }).getByRole('link', { name: '成批登记' }).press('Enter');
  const form = page.getByRole('form', { name: '成批登记' });
  await form.getByRole('button', { name: '登记这些账户' }).press('Enter');
  await form.getByText('请选择文件').waitFor();
  await form.getByLabel('账户文件').setInputFiles(file);
  await form.getByRole('button', { name: '登记这些账户' }).press('Enter');
  await form.getByText('登记1户,早已登记0户,有错误1行').waitFor();
  await form.getByRole('cell', { name: '卡号校验位不对,请对照银行卡逐位核对' }).waitFor();
  await accessible(page);
  await form.getByLabel('账户文件').setInputFiles(file);
  await form.getByRole('button', { name: '登记这些账户' }).press('Enter');
  await form.getByText(/这个文件已于.*导入过,以下是当时的结果/).waitFor();
  await form.getByText('登记1户,早已登记0户,有错误1行').waitFor();
  await form.getByRole('link', { name: '查看这次登记的记录' }).press('Enter');
  const detail = page.getByRole('region', { name: '一次登记的逐行结果' });
  await detail.getByRole('button', { name: '没有登记', exact: true }).press('Enter');
  await detail.getByRole('row', { name: /^3 .*\*{4}0004/ }).waitFor();
  await detail.getByRole('row', { name: /\*{4}0003/ }).waitFor({ state: 'detached' });
  await accessible(page);
  const download = page.waitForEvent('download');
  await detail.getByRole('link', { name: '下载没有登记的行(XLSX)' }).press('Enter');
  expect((await download).suggestedFilename()).toBe(`${paper}的账户没有登记的行.xlsx`);
  return applicantName;
};

const openedEvidence = (page: Page) => page.getByRole('region', { name: '账户影像' });
const audited = (operation: string) => system.store.prisma.auditRow.count({ where: { operation, outcome: 200 } });

/** What the accounts stand on is seen beside the list, a picture and a PDF, by the keyboard and on a phone; another hand decides. */
const reviewAccounts = async (reviewer: Page, head: Page): Promise<void> => {
  await addPaper(reviewer, '新卡.png', 'image/png', PIXEL);
  const name = await bringAccounts(reviewer, '新卡.png');
  await reviewer.getByRole('tab', { name: '成批复核' }).click();
  await reviewer.getByText('本人登记的由另一人复核').waitFor();
  await accessible(reviewer);

  const opener = head.getByRole('button', { name: `对照影像:${name} ****0003` });
  await head.goto('/payments/accounts');
  await opener.press('Enter');
  const evidence = openedEvidence(head);
  await evidence.getByRole('img', { name: '新卡.png' }).waitFor();
  expect(await head.evaluate('document.activeElement.textContent')).toBe(`${name}的账户****0003`);
  await head.keyboard.press('r');
  await evidence.locator('img[style*="rotate(90deg)"]').waitFor();
  await accessible(head);
  await head.keyboard.press('Escape');
  await evidence.waitFor({ state: 'detached' });
  expect(await head.evaluate('document.activeElement.ariaLabel')).toBe(`对照影像:${name} ****0003`);
  await head.getByText('已看影像').waitFor();
  await opener.press('Enter');
  await head.setViewportSize({ width: 390, height: 844 });
  await evidence.getByRole('img', { name: '新卡.png' }).waitFor();
  expect(await head.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  await accessible(head);
  await evidence.getByRole('button', { name: '退回' }).press('Enter');
  await head.getByText('没有待复核的账户').waitFor();
  await head.setViewportSize({ width: 1366, height: 768 });

  await addPaper(reviewer, '新卡.pdf', 'application/pdf', await twoPages());
  await bringAccounts(reviewer, '新卡.pdf');
  await head.goto('/payments/accounts');
  const looks = await Promise.all(['readDocument', 'readCardNumber'].map(audited));
  await opener.press('Enter');
  await evidence.getByRole('img', { name: '新卡.pdf 第1页,共2页' }).waitFor();
  await evidence.getByRole('button', { name: '查看完整卡号' }).press('Enter');
  await evidence.getByText('6217000010000000003').waitFor();
  const [documents, numbers] = await Promise.all(['readDocument', 'readCardNumber'].map(audited));
  expect([documents! > looks[0]!, numbers]).toEqual([true, looks[1]! + 1]);
  await accessible(head);
  await head.getByRole('checkbox', { name: `选择${name}的账户****0003` }).press('Space');
  await head.getByRole('button', { name: '选中的复核通过(1户)' }).press('Enter');
  await head.getByText('没有待复核的账户').waitFor();
};

/** One more list for those whom the month's did not reach; a month that cannot be is refused in the words of the system. */
const openSupplementary = async (page: Page): Promise<void> => {
  await page.goto('/payments');
  const panel = page.getByRole('region', { name: '手工开一批' });
  await choose(page, '救助项目', '低保');
  await panel.getByLabel('发放到哪个月').fill('2099-01');
  await panel.getByRole('button', { name: '开这一批' }).press('Enter');
  await panel
    .getByText(/补充发放的月份应在/)
    .first()
    .waitFor();
  await accessible(page);
  await panel.getByLabel('发放到哪个月').fill(monthOf(civilDateAt(Date.now())));
  await panel.getByRole('button', { name: '开这一批' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: /低保补充发放 · 腾冲市/ }).waitFor();
};

// @clause 三(一) a month's run on the desk, by five roles; a card put into force frees the household while others look on
test('a run goes from the township to the release by five people, and a checked card frees the household that waited', async () => {
  const at = (login: string) => deskOf(browser, system.url, login);
  const reviewer = await at('tengchong.reviewer1');
  await reviewer.goto('/payments');
  await accessible(reviewer);
  await reviewer
    .getByRole('link', { name: /低保按月发放/ })
    .first()
    .click();
  await stands(reviewer, '县级经办');
  const address = new URL(reviewer.url()).pathname;
  await accessible(reviewer);
  await reviewer.getByRole('tab', { name: '暂缓' }).click();
  await reviewer.getByRole('button', { name: '逐户查看:没有发放账户' }).click();
  await reviewer.getByRole('link', { name: '郭建平' }).first().waitFor();
  await accessible(reviewer);

  const head = await at('jietou.approver');
  await head.goto(`${system.caseOf('classC')}?tab=accounts`);
  await head.getByRole('button', { name: /^复核通过/ }).click();
  await head.getByText('现用', { exact: true }).waitFor();
  await accessible(head);
  await reviewer.getByText('没有暂缓的').waitFor();

  await reviewer.getByRole('button', { name: '退回', exact: true }).click();
  await choose(reviewer, '退回到', '乡镇确认');
  await reviewer.getByLabel('理由').fill('新增一户账户,请重新核对');
  await reviewer.getByRole('button', { name: '确定退回' }).click();
  await stands(reviewer, '乡镇确认');

  await head.goto('/payments?view=mine');
  await head
    .getByRole('link', { name: /低保按月发放/ })
    .first()
    .click();
  await take(head, '确认本乡镇清册');
  await stands(reviewer, '县级经办');
  await take(reviewer, '提交复核');
  await stands(reviewer, '县级复核');
  await reviewer.getByText(/等待县级审批人/).waitFor();

  for (const [login, says, next] of [
    ['tengchong.approver', '复核通过', '财务经办'],
    ['tengchong.finance.maker', '提交支付', '财务支付'],
    ['tengchong.finance.checker', '批准支付', '等待回盘'],
  ] as const) {
    const page = await at(login);
    await page.goto(address);
    await take(page, says);
    await stands(page, next);
    await page.context().close();
  }
  await stands(reviewer, '等待回盘');
  await reviewer.getByText('暂时不能做').click();
  await reviewer
    .getByText(/支付已经批准,本批不能再改/)
    .first()
    .waitFor();
  await reviewer.getByRole('tab', { name: '清册' }).click();
  await reviewer.getByText('已送发放').first().waitFor();
  await reviewer.getByRole('tab', { name: '办理经过' }).click();
  await reviewer.getByText('新增一户账户,请重新核对').waitFor();
  await accessible(reviewer);
  await openSupplementary(reviewer);
  await reviewAccounts(reviewer, head);
  await Promise.all([head.context().close(), reviewer.context().close()]);
});
