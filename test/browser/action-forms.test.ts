import type { Browser, Page } from 'playwright-core';
import { startSystem, type RunningSystem } from '../support/running-system';
import { seriousFindings } from './support/axe';
import { deskOf, openBrowser } from './support/desk';
import { field, finishStep, startStep } from './support/form';
import { takePicture } from './support/picture';

let system: RunningSystem;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(['fresh', 'leaving']), openBrowser()]);
  page = await deskOf(browser, system.url, 'tengyue.clerk1');
});
afterAll(async () => {
  await browser.close();
  await system.stop();
});

const pick = async (name: string, option: RegExp): Promise<void> => {
  await page.getByRole('combobox', { name }).click();
  await page.locator('.ant-select-dropdown:visible').getByTitle(option).first().click();
};

/** @clause 一(四) a form knows what the file knows: what is missing before a stage closes, what to ask for, where one can move */
describe('what a form brings along', () => {
  test('a step that leads out of the stage lists what the file lacks; one that stays does not', async () => {
    await page.goto(system.caseOf('fresh'));
    const accept = await startStep(page, '受理申请');
    await accept.getByText(/^档案还缺\d+项$/).waitFor();
    expect(await accept.getByText('请上传身份证、户口簿的照片或扫描件').isVisible()).toBe(true);
    expect(await seriousFindings(page)).toEqual([]);
    await takePicture(page, 'case-missing-before-step');
    await page.goto(system.caseOf('fresh'));
    const forward = await startStep(page, '转交有管辖权的乡镇');
    await field(forward, '理由').waitFor();
    expect(await forward.getByText(/档案还缺/).count()).toBe(0);
  });

  test('the one-time notice begins with what the file lacks, and can be changed before it is sent', async () => {
    await page.goto(system.caseOf('fresh'));
    const form = await startStep(page, '一次性告知补正');
    await form.getByText(/^已列入本案现缺的\d+样材料/).waitFor();
    const papers = form.getByRole('textbox', { name: '材料名称' });
    const count = await papers.count();
    expect(count).toBeGreaterThan(1);
    expect(await papers.first().inputValue()).toBe('身份证、户口簿');
    expect(await field(form, '补正要求').first().inputValue()).toBe('请上传身份证、户口簿的照片或扫描件');
    await field(form, '补正要求').first().fill('请补交户口簿全本的照片');
    await form.getByRole('button', { name: `删去第${count}项` }).click();
    expect(await papers.count()).toBe(count - 1);
    expect(await seriousFindings(page)).toEqual([]);
    await finishStep(page, '一次性告知补正');
    await page.goto(`${system.caseOf('fresh')}?tab=letters`);
    await page.getByRole('tabpanel').getByRole('button', { name: /补正/ }).click();
    await page
      .locator('.letter')
      .getByText(/请补交户口簿全本的照片/)
      .waitFor();
  });

  test('a household moves to a place that is picked level by level, and the move stands under the related cases', async () => {
    await page.goto(system.caseOf('leaving'));
    const form = await startStep(page, '提出迁移');
    await form.getByRole('combobox', { name: /:州市$/ }).waitFor();
    await form.getByRole('button', { name: '提出迁移', exact: true }).click();
    await form
      .locator('.field-problem')
      .filter({ hasText: /^请选择/ })
      .waitFor();
    const place = (level: string): string => `转往的地区:${level}`;
    await pick(place('州市'), /昆明市/);
    await pick(place('县市区'), /五华区/);
    await pick(place('乡镇街道'), /街道/);
    await field(form, '理由').fill('全家搬到昆明居住');
    expect(await seriousFindings(page)).toEqual([]);
    await finishStep(page, '提出迁移');
    const moves = page.getByRole('list', { name: '迁移' });
    expect(await moves.innerText()).toMatch(/从云南省保山市腾冲市.*迁往云南省昆明市五华区.*待迁入地接收/);
    await takePicture(page, 'case-moves');
  });
});
