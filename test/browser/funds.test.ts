import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { initialState } from '../../domain/lifecycle/state';
import { inventedIdNumber } from '../../prisma/seed/people';
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

const accessible = async (page: Page): Promise<void> => expect(await seriousFindings(page)).toEqual([]);
/** Amounts of a province, and the table still has no column beside the page: on the desk, and on A4 either way. */
const fits = async (page: Page): Promise<void> => {
  const large = (text: string): string => text.replaceAll(/"\d+\.\d\d"/g, '"123456789.01"');
  await page.route('**/api/v1/funds/closing*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: large(await response.text()) });
  });
  await page.reload();
  await page.getByText('123,456,789.01元').first().waitFor();
  const sizes = [
    [1280, 'screen'],
    [1043, 'print'],
    [718, 'print'],
  ] as const;
  for (const [width, media] of sizes) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ media });
    const beside = await page.evaluate<number[]>(
      `[...document.querySelectorAll('.table-wrap')].map((table) => table.scrollWidth - table.clientWidth)`,
    );
    expect({ width, media, beside }).toEqual({ width, media, beside: [0, 0] });
  }
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.unroute('**/api/v1/funds/closing*');
  await page.reload();
};
const choose = async (page: Page, label: string, option: string): Promise<void> => {
  await page.getByLabel(label, { exact: true }).click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).first().click();
};
const enter = async (page: Page, kind: string, documentNumber: string): Promise<void> => {
  await choose(page, '种类', kind);
  await page.locator('#fund-movement-programme').click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '临时救助' }).first().click();
  await choose(page, '资金来源', '县级');
  await choose(page, '拨出单位', '腾冲市');
  await page.getByLabel('金额(元)').fill('5000');
  await page.getByLabel('文号').fill(documentNumber);
  await page.getByRole('button', { name: '提交复核' }).click();
  await page.getByText(documentNumber).first().waitFor();
};

// @clause 三(二) from a document to money that can be spent, by two hands on the desk
test('money is entered by one, checked by another, and seen by the prefecture', async () => {
  const [maker, checker, prefecture] = [
    await deskOf(browser, system.url, 'tengchong.finance.maker'),
    await deskOf(browser, system.url, 'tengchong.finance.checker'),
    await deskOf(browser, system.url, 'bs.supervisor'),
  ];
  await maker.goto('/funds?tab=movements');
  await maker.getByRole('heading', { name: '登记下达、拨付、到账' }).waitFor();
  await maker.getByRole('button', { name: '提交复核' }).click();
  await maker.getByText('请选择种类').waitFor();
  await enter(maker, '下达', '测试文件1号');
  await maker.getByText('本人提出的由另一人复核').waitFor();
  await accessible(maker);
  await checker.goto('/funds?tab=movements');
  await checker.getByRole('button', { name: /^复核通过:下达 测试文件1号/ }).click();
  await checker.getByText('已复核', { exact: true }).waitFor();
  await enter(maker, '到账', '入账通知2号');
  await checker.reload();
  await checker.getByRole('button', { name: /^复核通过:到账 入账通知2号/ }).click();
  await checker.getByText('已复核', { exact: true }).nth(1).waitFor();
  await prefecture.goto('/funds');
  await prefecture.getByRole('link', { name: '腾冲市' }).click();
  await prefecture.getByRole('img', { name: /腾冲市\d{4}年各来源资金/ }).waitFor();
  await prefecture.getByRole('cell', { name: '5,000.00元' }).first().waitFor();
  await accessible(prefecture);
  await prefecture.getByRole('tab', { name: '提醒' }).click();
  await prefecture.getByText('没有即将到期或超期的资金').waitFor();
  await prefecture.getByRole('tab', { name: '测算' }).click();
  await prefecture.getByText('还没有测算').waitFor();
  await accessible(prefecture);
  await Promise.all([maker, checker, prefecture].map((page) => page.context().close()));
});

/** What is given to a household with a case is looked up by the keyboard, named, and then stands with the household. */
const giveThroughCase = async (clerk: Page, approver: Page): Promise<void> => {
  const number = '530581-2026-000001';
  const caseId = await caseOfRecipient(number);
  await clerk.reload();
  await clerk.getByLabel('受助人家庭的案件', { exact: false }).fill(number);
  await clerk.getByLabel('受助人家庭的案件', { exact: false }).press('Enter');
  await clerk.getByRole('button', { name: `选择案件${number}` }).press('Enter');
  await clerk.getByRole('button', { name: '另选' }).waitFor();
  await clerk.getByLabel('姓名', { exact: true }).fill('受助人丙');
  await clerk.getByLabel('身份证号', { exact: true }).fill(inventedIdNumber('受助人丙', '1970-01-01', 'male'));
  await choose(clerk, '方式', '现金');
  await clerk.getByLabel('金额(元)').fill('1');
  await clerk.getByLabel('救助事由').fill('急病');
  await clerk.getByRole('button', { name: '提交审批' }).press('Enter');
  await clerk.getByText('受助人不是这个案件的家庭成员;请核对身份证号,或另选案件').waitFor();
  await accessible(clerk);
  await clerk.getByLabel('姓名', { exact: true }).fill('受助人甲');
  await clerk.getByLabel('身份证号', { exact: true }).fill(inventedIdNumber('受助人甲', '1970-01-01', 'male'));
  await clerk.getByRole('button', { name: '提交审批' }).press('Enter');
  await clerk.getByText('本人提出的由另一人复核').waitFor();
  await approver.goto('/reserve-fund');
  const decision = approver.getByRole('button', { name: '复核通过:受＊＊甲 1.00元' });
  await decision.press('Enter');
  await decision.waitFor({ state: 'detached' });
  await approver.getByRole('link', { name: '打开案件' }).click();
  await approver.waitForURL(`**/cases/${caseId}?tab=payments`);
  const given = approver.getByRole('table', { name: '备用金救助' });
  await given.getByText('急病').waitFor();
  await accessible(approver);
  await approver.goto('/reserve-fund');
  await approver.getByRole('tab', { name: '账目' }).click();
  await approver.getByRole('cell', { name: '−1.00元' }).waitFor();
};

/** A household with a case, of which the first recipient is. */
const caseOfRecipient = async (number: string): Promise<string> => {
  const { prisma } = system.store;
  const { id: applicantId } = await prisma.person.findFirstOrThrow({ where: { name: '受助人甲' } });
  const [id, householdId, division, at] = [randomUUID(), randomUUID(), '530581001001', new Date()];
  await prisma.household.create({ data: { id: householdId, division, area: 'rural' } });
  await prisma.case.create({
    data: {
      ...{ id, number, programme: 'dibao', division, area: 'rural', householdId, applicantId, memberCount: 1 },
      ...{ applicantName: '受助人甲', stage: 'investigating', submittedAt: at, stageSince: at },
      snapshot: { ...initialState(id, 'dibao', division, 'engine'), stage: 'investigating' } as object,
    },
  });
  await prisma.caseMember.create({ data: { caseId: id, personId: applicantId, relation: 'applicant' } });
  return id;
};
// @clause 三(二) what a year has not spent goes on into the next by two hands, and the books of both years show it
test('what last year left is carried on by one and checked by another', async () => {
  const [maker, checker] = [
    await deskOf(browser, system.url, 'tengchong.finance.maker'),
    await deskOf(browser, system.url, 'tengchong.finance.checker'),
  ];
  const thisYear = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
  const at = (tab: string, year: number): string => `/funds?tab=${tab}&year=${year}&programme=temporaryAssistance`;
  const check = async (what: RegExp): Promise<void> => {
    await checker.goto(at('movements', thisYear - 1));
    await checker.getByRole('button', { name: what }).click();
    await checker.getByText('已复核', { exact: true }).first().waitFor();
    await checker.getByRole('button', { name: what }).waitFor({ state: 'detached' });
  };
  await maker.goto(at('movements', thisYear - 1));
  await enter(maker, '下达', '上年文件1号');
  await check(/^复核通过:下达 上年文件1号/);
  await enter(maker, '到账', '上年入账2号');
  await check(/^复核通过:到账 上年入账2号/);
  await maker.goto(at('closing', thisYear - 1));
  await maker.getByRole('button', { name: '结转下年:临时救助(县级)' }).click();
  await accessible(maker);
  await maker.getByLabel('文号').fill('年终结转3号');
  await maker.getByLabel('金额(元)').fill('5000.01');
  await maker.getByRole('button', { name: '提交复核' }).click();
  await checker.goto(at('movements', thisYear - 1));
  await checker.getByRole('button', { name: /^复核通过:结转下年 年终结转3号/ }).click();
  await checker.getByText('结转或退回超过这一年度的结余').first().waitFor();
  await checker.getByRole('button', { name: /^退回:结转下年 年终结转3号/ }).click();
  await checker.getByText('已退回', { exact: true }).first().waitFor();
  await maker.goto(at('closing', thisYear - 1));
  await maker.getByRole('button', { name: '结转下年:临时救助(县级)' }).click();
  await maker.getByLabel('文号').fill('年终结转4号');
  await maker.getByRole('button', { name: '提交复核' }).click();
  await check(/^复核通过:结转下年 年终结转4号/);
  await maker.goto(at('closing', thisYear - 1));
  const row = maker.getByRole('row').filter({ hasText: '临时救助(县级)' });
  await row.getByRole('cell', { name: '5,000.00元' }).nth(1).waitFor();
  await maker.getByRole('button', { name: /^结转下年/ }).waitFor({ state: 'detached' });
  await maker.goto(at('closing', thisYear));
  await maker
    .getByText(`${thisYear - 1}年资金 5,000.00元`)
    .first()
    .waitFor();
  await maker.getByText('已满年限,应当交回').waitFor();
  await fits(maker);
  expect(await maker.getByRole('button', { name: /^结转下年/ }).count()).toBe(0);
  await maker.getByRole('button', { name: '退回上级:临时救助(县级)' }).click();
  await maker.getByText('本级财政').first().waitFor();
  await accessible(maker);
  await Promise.all([maker, checker].map((page) => page.context().close()));
});

// @clause 二(三) the township's reserve fund on the desk
test('a township asks, gives to its limits and counts; the county approves and takes the monthly file', async () => {
  const [clerk, approver, checker] = [
    await deskOf(browser, system.url, 'tengyue.clerk1'),
    await deskOf(browser, system.url, 'tengyue.approver'),
    await deskOf(browser, system.url, 'tengchong.finance.checker'),
  ];
  await clerk.goto('/reserve-fund');
  await clerk.getByText('本乡镇还没有本年度备用金').waitFor();
  await clerk.getByLabel('金额(元)').fill('2000');
  await clerk.getByLabel('申请理由').fill('年初拨付');
  await accessible(clerk);
  await clerk.getByRole('button', { name: '提交申请' }).click();
  await clerk.getByRole('heading', { name: '登记救助' }).waitFor();
  await checker.goto('/reserve-fund');
  await checker.getByRole('link', { name: '腾越街道' }).click();
  await checker.getByRole('tab', { name: '补充' }).click();
  await accessible(checker);
  await checker.getByRole('button', { name: /^复核通过:腾越街道/ }).click();
  await checker.locator('dd', { hasText: '2,000.00元' }).waitFor();
  await clerk.reload();
  await clerk.locator('dd', { hasText: '2,000.00元' }).waitFor();
  await clerk.getByLabel('姓名', { exact: true }).fill('受助人甲');
  await clerk.getByLabel('身份证号', { exact: true }).fill(inventedIdNumber('受助人甲', '1970-01-01', 'male'));
  await choose(clerk, '方式', '现金');
  await clerk.getByLabel('金额(元)').fill('1200');
  await clerk.getByLabel('救助事由').fill('住房失火');
  await clerk.getByRole('button', { name: '提交审批' }).click();
  await clerk.locator('.field-problem', { hasText: '一卡通' }).waitFor();
  await clerk.getByLabel('金额(元)').fill('800');
  await clerk.getByRole('button', { name: '提交审批' }).click();
  await clerk.getByText('本人提出的由另一人复核').waitFor();
  await accessible(clerk);
  await approver.goto('/reserve-fund');
  await approver.getByRole('button', { name: /^复核通过:受＊＊甲/ }).click();
  await approver.locator('dd', { hasText: '1,200.00元' }).waitFor();
  await approver.getByRole('tab', { name: '账目' }).click();
  await approver.getByRole('cell', { name: '−800.00元' }).waitFor();
  await giveThroughCase(clerk, approver);
  await clerk.goto('/reserve-fund');
  await clerk.getByRole('tab', { name: '对账' }).click();
  await clerk.getByLabel('月份').fill(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7));
  await clerk.getByLabel('清点现金(元)').fill('1190');
  await clerk.getByRole('button', { name: '提交签字' }).click();
  await clerk.getByText('请写明差异原因').first().waitFor();
  await Promise.all([clerk, approver, checker].map((page) => page.context().close()));
});

test('a file of direct grants is read line by line on the page', async () => {
  const page = await deskOf(browser, system.url, 'tengchong.finance.maker');
  await page.goto('/reserve-fund?tab=imports');
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await page.getByText('请选择文件').waitFor();
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const id = inventedIdNumber('受助人乙', '1980-01-01', 'female');
  const rows = ['300', '1000.01'].map((amount) => `530581001,受助人乙,${id},${day},现金,${amount},,急病,县级`);
  const content = ['乡镇代码,姓名,身份证号,发放日期,方式,金额,实物名称,救助事由,资金来源', ...rows].join('\n');
  await page
    .locator('#direct-file')
    .setInputFiles({ name: '直接救助.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await page.getByText(/第3行“金额”:现金1,000\.01元超过1,000\.00元/).waitFor();
  await page.getByRole('cell', { name: '入账1行,早已入账0行,有错误1行' }).waitFor();
  await accessible(page);
  await page.context().close();
});
