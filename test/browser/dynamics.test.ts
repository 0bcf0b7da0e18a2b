import type { Browser, Page } from 'playwright-core';
import { tickDynamics } from '../../activities/dynamics/tick';
import { createRulebook } from '../../store/rulebook';
import { caseIdOf } from '../payments/support/population';
import { seriousFindings } from './support/axe';
import { deskOf, openBrowser } from './support/desk';
import { startPaidDesk, type PaidDesk } from './support/paid-desk';

const TOWNSHIP = '530581001';

let desk: PaidDesk;
let browser: Browser;
beforeAll(async () => {
  [desk, browser] = await Promise.all([
    startPaidDesk({ on: '2027-10-05', townships: [TOWNSHIP], count: 3, fromMonth: '2027-08' }),
    openBrowser(),
  ]);
  for (const [n, birthDate] of [
    [1, '2011-11-05'],
    [2, '1967-11-30'],
  ] as const)
    await desk.owner.query(
      `update person set birth_date = $2 where id = (select applicant_id from "case" where id = $1)`,
      [await caseIdOf(desk.owner, TOWNSHIP, n), birthDate],
    );
  await tickDynamics({ store: desk.worker, rulebook: createRulebook() }, '2027-10-01');
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

const accessible = async (page: Page): Promise<void> => expect(await seriousFindings(page)).toEqual([]);

// @clause 一(二) the list of a month on the desk: decided by one, signed by another, reported to the county
test('a clerk decides each item, the head signs, the county reads the report', async () => {
  const clerk = await deskOf(browser, desk.url, 'tengyue.clerk1');
  await clerk.goto('/dynamics');
  await clerk.getByRole('link', { name: '打开腾越街道2027年10月清单' }).click();
  await clerk.getByRole('heading', { level: 1, name: '腾越街道2027年10月动态管理清单' }).waitFor();
  await accessible(clerk);
  await clerk.getByRole('button', { name: '提交清单' }).click();
  await clerk.getByText('还有2项没有决定,请全部决定后提交').waitFor();
  await clerk.getByRole('button', { name: '无变化:年满16周岁 住户1之1' }).click();
  await clerk.getByRole('table', { name: '事项' }).locator('.tag', { hasText: '无变化' }).waitFor();
  await clerk.getByLabel('年满60周岁 住户1之2的说明').fill('核实养老金发放情况');
  await clerk.getByRole('button', { name: '转变更:年满60周岁 住户1之2' }).click();
  await clerk.getByRole('table', { name: '事项' }).locator('.tag', { hasText: '转办事项' }).waitFor();
  await clerk.getByRole('button', { name: '提交清单' }).click();
  await clerk.getByText('待签字', { exact: true }).waitFor();

  const head = await deskOf(browser, desk.url, 'tengyue.approver');
  await head.goto(new URL(clerk.url()).pathname + new URL(clerk.url()).search);
  await head.getByRole('button', { name: '签字', exact: true }).click();
  await head.getByText('已签字', { exact: true }).first().waitFor();
  await accessible(head);

  const county = await deskOf(browser, desk.url, 'tengchong.reviewer1');
  await county.goto('/dynamics');
  await county.getByRole('link', { name: '2027年10月月报' }).click();
  await county.getByText('清单1份,已签字1份,逾期0份').waitFor();
  expect((await county.getByRole('row', { name: /^合计/ }).innerText()).replaceAll(/\s+/g, ' ')).toMatch(
    /合计 2 1 1 0 0/,
  );
  await accessible(county);
  for (const page of [clerk, head, county]) await page.context().close();
});
