import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { civilDateAt, monthOf } from '../../domain/civil-date';
import { startSystem, type RunningSystem } from '../support/running-system';
import { seriousFindings } from './support/axe';
import { deskOf, openBrowser } from './support/desk';

const PATIENCE_MS = 240_000;

let system: RunningSystem;
let browser: Browser;
beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(['classA', 'classC']), openBrowser()]);
}, 2 * PATIENCE_MS);
afterAll(async () => {
  await browser.close();
  await system.stop();
}, PATIENCE_MS);

const accessible = async (page: Page): Promise<void> => expect(await seriousFindings(page)).toEqual([]);
const stands = (page: Page, station: string) =>
  page.locator('[aria-current="step"]', { hasText: station }).waitFor({ timeout: PATIENCE_MS });

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

/** A file of accounts is told line by line; what it brought is approved by another hand from the list, by the keyboard. */
const bringAccounts = async (reviewer: Page, head: Page): Promise<void> => {
  const { prisma } = system.store;
  const {
    id: caseId,
    number,
    applicantName,
  } = await prisma.case.findUniqueOrThrow({
    where: { id: system.caseOf('classC').split('/').at(-1)! },
  });
  const paper = { mime: 'image/png', size: 1, sha256: '-', storageKey: '-', uploadedAt: new Date() };
  await prisma.document.create({ data: { id: randomUUID(), caseId, kind: 'other', name: '新卡.png', ...paper } });
  const rows = ['6217000010000000003', '6217000010000000004'].map(
    (card) => `${number},农业银行,${card},${applicantName},新卡.png`,
  );
  const content = ['案件编号,开户银行,卡号,户名,银行卡影像', ...rows].join('\n');
  await reviewer.goto('/payments');
  const panel = reviewer.getByRole('region', { name: '发放账户成批办理' });
  await panel.getByRole('button', { name: '成批登记' }).press('Enter');
  await panel.getByRole('button', { name: '登记这些账户' }).press('Enter');
  await panel.getByText('请选择文件').waitFor();
  const file = { name: '账户.csv', mimeType: 'text/csv', buffer: Buffer.from(content) };
  await panel.getByLabel('账户文件').setInputFiles(file);
  await panel.getByRole('button', { name: '登记这些账户' }).press('Enter');
  await panel.getByText('登记1户,早已登记0户,有错误1行').waitFor();
  await panel.getByRole('cell', { name: '卡号校验位不对,请对照银行卡逐位核对' }).waitFor();
  await accessible(reviewer);
  await panel.getByRole('button', { name: '成批复核' }).press('Enter');
  await panel.getByText('本人登记的由另一人复核').waitFor();
  await accessible(reviewer);

  await head.goto('/payments');
  await head.getByRole('button', { name: '成批复核' }).press('Enter');
  await head.getByRole('checkbox', { name: `选择${applicantName}的账户****0003` }).press('Space');
  await accessible(head);
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
test(
  'a run goes from the township to the release by five people, and a checked card frees the household that waited',
  async () => {
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
    await reviewer.getByText('没有暂缓的').waitFor({ timeout: PATIENCE_MS });

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
    await bringAccounts(reviewer, head);
    await Promise.all([head.context().close(), reviewer.context().close()]);
  },
  2 * PATIENCE_MS,
);
