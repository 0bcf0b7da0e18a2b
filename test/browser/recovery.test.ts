import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { tickRecovery } from '../../activities/recovery/tick';
import { createRulebook } from '../../store/rulebook';
import { goThrough, openRun } from '../payment-history/support/run';
import { caseIdOf } from '../payments/support/population';
import { seriousFindings } from './support/axe';
import { deskOf, openBrowser } from './support/desk';
import { startPaidDesk, type PaidDesk } from './support/paid-desk';

const PATIENCE_MS = 180_000;
const TOWNSHIP = '530581001';

let desk: PaidDesk;
let browser: Browser;
beforeAll(async () => {
  [desk, browser] = await Promise.all([
    startPaidDesk({ on: '2027-09-20', townships: [TOWNSHIP], count: 2, fromMonth: '2027-08' }),
    openBrowser(),
  ]);
  const { worker, owner } = desk;
  for (const month of ['2027-08', '2027-09'])
    await goThrough(worker, await openRun(worker, month), () => ({ state: 'paid' }));
  const caseId = await caseIdOf(owner, TOWNSHIP, 1);
  await owner.query(`update entitlement set to_month = '2027-08' where case_id = $1`, [caseId]);
  const file = { mime: 'image/png', size: 1, sha256: '-', storageKey: '-', uploadedAt: new Date() };
  await worker.prisma.document.create({
    data: { id: randomUUID(), caseId, kind: 'other', name: '还款协议.png', ...file },
  });
  await tickRecovery({ store: worker, rulebook: createRulebook() }, '2027-09-20');
}, 2 * PATIENCE_MS);
afterAll(async () => {
  await browser.close();
  await desk.stop();
}, PATIENCE_MS);

const accessible = async (page: Page): Promise<void> => expect(await seriousFindings(page)).toEqual([]);
const openOne = async (login: string): Promise<Page> => {
  const page = await deskOf(browser, desk.url, login);
  await page.goto('/recovery');
  await page.getByRole('link', { name: '打开住户1之1的追缴' }).click();
  await page.getByRole('heading', { level: 1, name: '追缴:住户1之1' }).waitFor();
  return page;
};
const choose = async (page: Page, label: string, option: string): Promise<void> => {
  await page.getByLabel(label).click();
  await page.locator('.ant-select-item-option', { hasText: option }).first().click();
};

// @clause 三(三) a recovery on the desk, from what the system found to the last yuan, each step by its own hand
test(
  'reviewer, finance, township and approver take a recovery to its end',
  async () => {
    const reviewer = await openOne('tengchong.reviewer1');
    await reviewer.getByText('300.00元 = 0.00元 + 0.00元 + 300.00元').first().waitFor();
    await accessible(reviewer);
    await choose(reviewer, '认定情形', '工作差错');
    await reviewer.getByLabel('说明').fill('停保决定迟到一个月');
    await reviewer.getByRole('button', { name: '核实多发', exact: true }).last().click();
    await reviewer.getByText('请银行退回', { exact: true }).first().waitFor();

    const finance = await openOne('tengchong.finance.maker');
    await finance.getByLabel('银行退回金额').fill('100');
    await finance.getByLabel('日期').fill('2027-09-19');
    await finance.getByRole('button', { name: '登记银行退回结果' }).last().click();
    await finance.getByText('300.00元 = 100.00元 + 0.00元 + 200.00元').first().waitFor();

    const clerk = await openOne('tengyue.clerk1');
    await choose(clerk, '还款协议(本案材料)', '还款协议.png');
    await clerk.getByLabel('分期').fill('2027-10-10 100');
    await clerk.getByRole('button', { name: '提交还款协议' }).last().click();
    await clerk
      .getByText(/各期金额之和应等于未收回的金额/)
      .first()
      .waitFor();
    await clerk.getByLabel('分期').fill('2027-10-10 100\n2027-11-10 100');
    await clerk.getByRole('button', { name: '提交还款协议' }).last().click();
    await clerk.getByText('没有书面同意抵扣').first().waitFor();
    await accessible(clerk);

    const approver = await openOne('tengchong.approver');
    await approver.getByRole('button', { name: '同意还款协议', exact: true }).last().click();
    await approver.getByText('已同意').waitFor();

    await finance.reload();
    await finance.getByLabel('金额(元)').fill('200');
    await finance.getByLabel('日期').fill('2027-09-20');
    await finance.getByRole('button', { name: '登记还款', exact: true }).last().click();
    await finance.getByText('已结清', { exact: true }).first().waitFor();
    await finance.goto('/recovery?show=closed');
    await finance.getByRole('link', { name: '打开住户1之1的追缴' }).waitFor();
    await accessible(finance);
    for (const page of [reviewer, finance, clerk, approver]) await page.context().close();
  },
  2 * PATIENCE_MS,
);
