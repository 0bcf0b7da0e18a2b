import type { Browser, Page } from 'playwright-core';
import { startSystem, type RunningSystem } from '../support/running-system';
import { seriousFindings } from './support/axe';
import { deskOf, openBrowser } from './support/desk';
import { doStep, field, finishStep, photo, startStep } from './support/form';
import { takePicture } from './support/picture';

let system: RunningSystem;
let browser: Browser;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(['fresh', 'confirming', 'relative']), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await system.stop();
});

const stage = (page: Page, label: string) =>
  page.getByRole('region', { name: '进程' }).locator('[aria-current=step]', { hasText: label }).waitFor();

const noted = async (page: Page): Promise<void> => {
  expect([page.url(), await seriousFindings(page)]).toEqual([page.url(), []]);
};

/** @clause 一(四) a case on one page: what it waits for, why, with what evidence, and who is next */
describe('the page of a case', () => {
  test('tells the way with its dates, whose turn it is, and who could do what the reader cannot', async () => {
    const page = await deskOf(browser, system.url, 'tengchong.approver');
    await page.goto(system.caseOf('confirming'));
    const way = page.getByRole('region', { name: '进程' });
    await way.getByText('✓ 入户调查').waitFor();
    expect(await way.innerText()).toMatch(/入户调查\s+\d{4}年\d+月\d+日完成/);
    await way.getByText(/^轮到:县级审批人/).waitFor();
    await takePicture(page, 'case');
    await page.goto(system.caseOf('fresh'));
    await page.getByText(/^下一步由.*乡镇经办人.*审查材料/).waitFor();
    const impossible = page.getByText(/^暂时不能做/);
    await impossible.click();
    await page
      .getByText(/^可以办理:.*乡镇经办人/)
      .first()
      .waitFor();
    await page.context().close();
  });

  test('lays two checks of the household side by side and marks what differs', async () => {
    const page = await deskOf(browser, system.url, 'tengchong.approver');
    await page.goto(`${system.caseOf('confirming')}?tab=amount`);
    await page.getByText('每月保障金额').last().waitFor();
    await page.getByRole('table', { name: '家庭收入' }).locator('summary').first().click();
    await page
      .getByText(/^依据:/)
      .first()
      .waitFor();
    await page.getByRole('combobox', { name: '与上次比较' }).click();
    await page.locator('.ant-select-dropdown:visible .ant-select-item').nth(1).click();
    const result = page.getByRole('table', { name: '与上次比较:结果' });
    await result.waitFor();
    expect(await result.getByRole('row').count()).toBe(6);
    await noted(page);
    await page.reload();
    await result.waitFor();
    await takePicture(page, 'case-comparison');
    await page.context().close();
  });

  test('opens each step of the way with what was entered, in the words of the form, without whole numbers', async () => {
    const page = await deskOf(browser, system.url, 'tengyue.clerk1');
    await page.goto(`${system.caseOf('fresh')}?tab=timeline`);
    await page.getByRole('button', { name: /提交申请/ }).click();
    const detail = page.getByRole('list', { name: '当时填写的内容' });
    await detail.getByText('诚信承诺').waitFor();
    const text = await detail.innerText();
    expect(text).toMatch(/\d{3}\*{11}\d{3}[\dX]/);
    expect(text).not.toMatch(/\d{17}[\dX]/);
    await noted(page);
    await takePicture(page, 'case-timeline');
    await page.getByRole('button', { name: '系统自动' }).click();
    await page.waitForURL(/only=system/);
    await page.context().close();
  });

  test('shows every tab without serious findings, and the messages sent', async () => {
    const page = await deskOf(browser, system.url, 'tengyue.clerk1');
    for (const tab of ['overview', 'members', 'facts', 'messages', 'documents']) {
      await page.goto(`${system.caseOf('confirming')}?tab=${tab}`);
      await page.getByRole('tabpanel').waitFor();
      await page.locator('.loading').first().waitFor({ state: 'detached' });
      await noted(page);
    }
    await page.context().close();
  });
});

describe('a document beside the form', () => {
  test('is turned, enlarged and changed by keys while the form stays, on a desk and on a phone', async () => {
    const page = await deskOf(browser, system.url, 'tengyue.clerk1');
    await page.goto(`${system.caseOf('fresh')}?tab=documents`);
    for (const name of ['甲.png', '乙.png']) {
      await page.getByLabel('选择文件').setInputFiles({ ...photo, name });
      await page.getByRole('table', { name: '材料' }).getByRole('button', { name }).waitFor();
    }
    await page.getByRole('table', { name: '材料' }).getByRole('button', { name: '甲.png' }).click();
    const viewer = page.getByRole('region', { name: '材料', exact: true });
    const heading = viewer.getByRole('heading');
    const before = await heading.innerText();
    await page.goto(`${page.url()}&action=accept`);
    const form = page.getByRole('region', { name: '受理申请' });
    await field(form, '意见').fill('证件齐全');
    await heading.click();
    await page.keyboard.press('r');
    await page.keyboard.press('+');
    expect(await viewer.getByRole('img', { name: '甲.png' }).getAttribute('style')).toMatch(
      /width: 150%.*rotate\(90deg\)/,
    );
    await page.keyboard.press('ArrowRight');
    await heading.filter({ hasNotText: before }).waitFor();
    expect(await field(form, '意见').inputValue()).toBe('证件齐全');
    await noted(page);
    await takePicture(page, 'case-document-beside-form');
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await noted(page);
    await heading.click();
    await page.keyboard.press('Escape');
    await viewer.waitFor({ state: 'detached' });
    expect(await field(form, '意见').inputValue()).toBe('证件齐全');
    await page.context().close();
  });
});

describe('a line of the sum', () => {
  test('opens the paper that proves the fact it rests on', async () => {
    const page = await deskOf(browser, system.url, 'tengyue.clerk1');
    await page.goto(`${system.caseOf('fresh')}?tab=facts`);
    await page.getByRole('button', { name: '更正' }).first().click();
    const form = page.getByRole('form', { name: '更正' });
    await form.getByRole('combobox', { name: /证明材料/ }).click();
    await page
      .locator('.ant-select-dropdown:visible')
      .getByText(/甲\.png/)
      .click();
    await form.getByRole('button', { name: '查看' }).click();
    const viewer = page.getByRole('region', { name: '材料', exact: true });
    await viewer.getByRole('img', { name: '甲.png' }).waitFor();
    await noted(page);
    await form.getByRole('button', { name: '保存更正' }).click();
    await form.waitFor({ state: 'detached' });
    await page.goto(`${system.caseOf('fresh')}?tab=amount`);
    await page.locator('summary').filter({ hasText: '附证明' }).first().click();
    await page.getByRole('button', { name: '甲.png' }).click();
    await viewer.getByRole('img', { name: '甲.png' }).waitFor();
    await takePicture(page, 'case-sum-with-evidence');
    await page.context().close();
  });
});

describe('two officers on one case', () => {
  test('the slower one reads who did what, keeps the words after a reload, and sends them in the new state', async () => {
    const [slow, quick] = (await Promise.all(
      ['tengyue.clerk1', 'tengyue.clerk2'].map((login) => deskOf(browser, system.url, login)),
    )) as [Page, Page];
    await slow.route('**/api/v1/events*', (route) => route.abort());
    await slow.goto(`${system.caseOf('fresh')}?do=stage.withdraw`);
    const form = slow.getByRole('region', { name: '登记撤回申请' });
    await field(form, '理由').fill('家里有人找到工作');
    await slow.reload();
    expect(await field(form, '理由').inputValue()).toBe('家里有人找到工作');
    await quick.goto(system.caseOf('fresh'));
    await startStep(quick, '受理申请');
    await quick
      .getByRole('region', { name: '受理申请' })
      .getByRole('button', { name: '受理申请', exact: true })
      .click();
    await quick.getByText('已完成:受理申请').waitFor();
    await field(form, '书面日期').fill(new Date().toISOString().slice(0, 10));
    await form.getByRole('button', { name: '登记撤回申请' }).click();
    await form.getByText('没有提交:案件刚才有了变化').waitFor();
    await form.getByText(/您打开本表后:.*受理申请/).waitFor();
    expect(await field(form, '理由').inputValue()).toBe('家里有人找到工作');
    await noted(slow);
    await takePicture(slow, 'case-conflict');
    await form.getByRole('button', { name: '已了解,按新情况继续' }).click();
    await form.getByRole('button', { name: '登记撤回申请' }).click();
    await slow.getByText('已完成:登记撤回申请').waitFor();
    await Promise.all([slow, quick].map((page) => page.context().close()));
  });

  test('where the step is gone, it says who did what and keeps the words on the screen', async () => {
    const [slow, quick] = (await Promise.all([0, 1].map(() => deskOf(browser, system.url, 'tengchong.approver')))) as [
      Page,
      Page,
    ];
    await slow.goto(`${system.caseOf('confirming')}?do=stage.confirm`);
    await slow.getByRole('textbox', { name: /^意见/ }).fill('我写了很久的意见');
    await quick.goto(`${system.caseOf('confirming')}?do=stage.confirm`);
    await quick.getByRole('button', { name: '予以确认' }).click();
    await quick.getByText('已完成:予以确认').waitFor();
    await stage(quick, '保障中');
    await quick.getByRole('tab', { name: '待遇' }).click();
    await quick
      .getByRole('table', { name: '待遇' })
      .getByText(/另有决定时/)
      .waitFor();
    await quick.getByRole('tab', { name: '文书' }).click();
    await quick.getByText('待送达').first().waitFor();
    await slow.getByText('没有提交:“予以确认”现在已不能办理').waitFor();
    await slow.getByText(/您打开本表后:.*予以确认/).waitFor();
    await slow.getByText(/案件已从“区县审核确认”转入“保障中”/).waitFor();
    await slow.getByText('我写了很久的意见').waitFor();
    await noted(slow);
    await Promise.all([slow, quick].map((page) => page.context().close()));
  });
});

describe('a case that stands before the county', () => {
  test('the county visits a declared relative’s household before it recommends', async () => {
    const page = await deskOf(browser, system.url, 'wuhua.reviewer1');
    await page.goto(system.caseOf('relative'));
    await stage(page, '区县审查意见');
    const visit = await startStep(page, '记录县级入户');
    await field(visit, '入户日期|日期').fill(new Date().toISOString().slice(0, 10));
    await field(visit.getByRole('group', { name: '第2项' }), '姓名').fill('某县级干部');
    await field(visit, '入户情况|调查情况|情况').fill('经入户核查,情况属实');
    await finishStep(page, '记录县级入户');
    await doStep(page, '提出审查意见');
    await stage(page, '区县审核确认');
    await page.context().close();
  });
});
