import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { startSystem, type RunningSystem } from '../support/running-system';
import { seriousFindings } from './support/axe';
import { deskOf, openBrowser } from './support/desk';

let system: RunningSystem;
let browser: Browser;
beforeAll(async () => {
  [system, browser] = await Promise.all([
    startSystem(['fresh', 'toPost', 'publicised', 'confirming', 'relative']),
    openBrowser(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await system.stop();
});

const group = (page: Page, name: string) => page.getByRole('group', { name });
const part = (page: Page, name: string) => group(page, '时限').getByRole('button', { name: new RegExp(`^${name}`) });
const counted = (page: Page, name: string, count: number) =>
  group(page, '时限')
    .getByRole('button', { name: new RegExp(`^${name} ?${count}$`) })
    .waitFor();
const rows = (page: Page) => page.locator('tbody tr');
const at = async (login: string, work: (page: Page) => Promise<void>): Promise<void> => {
  const page = await deskOf(browser, system.url, login);
  await work(page);
  await page.context().close();
};

/** @clause 一(四) work by its limits for every post: what is late, where it is stuck, whom one waits for */
describe('the desk of each post', () => {
  test('the clerk: exact counts, what is waited for and until when, and one click to the form', () =>
    at('tengyue.clerk1', async (page) => {
      await rows(page).first().waitFor();
      await counted(page, '全部', await rows(page).count());
      await part(page, '等别人').click();
      await page.getByText(/24时公示期满,系统自动转下一环节/).waitFor();
      await counted(page, '等别人', await rows(page).count());
      await part(page, '全部').click();
      await page.getByRole('link', { name: /^受理,办理/ }).click();
      await page.getByRole('region', { name: '受理申请' }).waitFor();
    }));

  test('drafts are found where work is, and lead on', () =>
    at('tengyue.clerk2', async (page) => {
      await page.goto('/?filter=drafts');
      await page.getByText('没有草稿').waitFor();
      await page.goto('/intake');
      await page.getByRole('button', { name: '新建低保申请' }).click();
      await page.getByRole('heading', { name: '受理申请' }).waitFor();
      await page.getByRole('link', { name: '工作台' }).click();
      await part(page, '草稿').click();
      await page.getByRole('link', { name: /^继续填写/ }).click();
      await page.getByRole('heading', { name: '受理申请' }).waitFor();
    }));

  test('the supervisor: what is late below, and where it is stuck', () =>
    at('bs.supervisor', async (page) => {
      await rows(page).first().waitFor();
      expect(await part(page, '草稿').count()).toBe(0);
      await part(page, '超期').click();
      await page
        .getByText(/停在腾越街道乡镇经办人/)
        .first()
        .waitFor();
      expect(await seriousFindings(page)).toEqual([]);
    }));

  test('the county: a household that must be visited is marked on the desk, in the list and on its page', () =>
    at('wuhua.reviewer1', async (page) => {
      const marked = page.getByText('县级必须入户', { exact: true }).first();
      for (const address of ['/', '/cases', system.caseOf('relative')]) {
        await page.goto(address);
        await marked.waitFor();
      }
      await page.goto('/');
      await page.getByRole('link', { name: /^审查,办理普家琴/ }).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
    }));

  test('an empty desk says so, and what comes within a week', () =>
    at('tengyue.clerk1', async (page) => {
      await page.goto('/?filter=today');
      await page.getByText('今天没有到期的事').waitFor();
      await page.getByRole('region', { name: '一周内将到期' }).getByRole('link').first().waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await page.getByRole('button', { name: '查看全部事项' }).click();
      await rows(page).first().waitFor();
    }));
});

describe('the list of cases', () => {
  test('keeps filters and columns under a name', () =>
    at('tengyue.clerk1', async (page) => {
      await page.goto('/cases?stage=publicised');
      await rows(page).first().waitFor();
      await page.getByRole('button', { name: '选择列' }).click();
      await page.getByRole('checkbox', { name: '申请日期' }).check();
      await page.getByRole('columnheader', { name: '申请日期' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '保存的筛选' }).click();
      await page.getByLabel('名称').fill('正在公示的');
      await page.getByRole('button', { name: '保存', exact: true }).click();
      await page.getByText('已保存筛选“正在公示的”').waitFor();

      await page.evaluate('localStorage.clear()');
      await page.goto('/cases');
      await rows(page).first().waitFor();
      expect(await page.getByRole('columnheader', { name: '申请日期' }).count()).toBe(0);
      await page.getByRole('button', { name: '保存的筛选' }).click();
      expect(await seriousFindings(page)).toEqual([]);
      await page.getByRole('button', { name: '正在公示的', exact: true }).click();
      await page.waitForURL(/stage=publicised/);
      await page.getByRole('columnheader', { name: '申请日期' }).waitFor();
    }));

  test('leaves as a file with the rows that are shown', () =>
    at('tengyue.clerk1', async (page) => {
      await page.goto('/cases?stage=publicised');
      await rows(page).first().waitFor();
      const shown = await rows(page).count();
      await page.getByRole('button', { name: '导出' }).click();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: '导出 CSV' }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(/^案件清单.*\.csv$/);
      const lines = readFileSync(await file.path(), 'utf8')
        .trim()
        .split('\r\n');
      expect(lines).toHaveLength(1 + shown);
      await page.getByText(`已导出${shown}件`).waitFor();
    }));

  test('keeps its place: coming back shows the same height, and j goes on from the row that was opened', () =>
    at('tengyue.clerk1', async (page) => {
      await page.setViewportSize({ width: 1366, height: 320 });
      await page.goto('/cases');
      await rows(page).nth(2).waitFor();
      await page.evaluate('window.scrollTo(0, 120)');
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      const opened = await page.evaluate<string>('document.activeElement.innerText');
      const height = await page.evaluate<number>('window.scrollY');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
      await page.getByRole('navigation', { name: '所在位置' }).waitFor();
      await page.goBack();
      await page.waitForFunction(`Math.abs(window.scrollY - ${height}) < 2`);
      await page.keyboard.press('k');
      await page.keyboard.press('j');
      expect(await page.evaluate('document.activeElement.innerText')).toBe(opened);
    }));

  test('finds by number, by name and by ID number, with none of them in an address', () =>
    at('tengyue.clerk1', async (page) => {
      const addresses: string[] = [];
      page.on('request', (request) => addresses.push(decodeURIComponent(request.url())));
      await page.goto(system.caseOf('fresh'));
      const heading = page.getByRole('heading', { level: 1 });
      await heading.waitFor();
      const name = (await heading.innerText()).split('家(')[0]!;
      const number = /\d{6}-\d{4}-\d{6}/.exec(await page.getByRole('navigation', { name: '所在位置' }).innerText())![0];
      addresses.length = 0;
      for (const words of [number, name]) {
        await heading.click();
        await page.keyboard.press('/');
        await page.getByRole('textbox', { name: /^搜索案件/ }).fill(words);
        await page.keyboard.press('Enter');
        await page.getByText(`搜索“${words}”的结果`).waitFor();
        await rows(page).filter({ hasText: name }).waitFor();
      }
      await heading.click();
      await page.keyboard.press('/');
      await page.getByRole('textbox', { name: /^搜索案件/ }).fill('530522197505150014');
      await page.keyboard.press('Enter');
      await page.getByText('按身份证号搜索的结果').waitFor();
      expect(
        addresses.filter((url) => [number, name, '530522197505150014'].some((word) => url.includes(word))),
      ).toEqual([]);
    }));
});
