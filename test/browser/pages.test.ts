import type { Browser, Page } from 'playwright-core';
import { startSystem, type RunningSystem } from '../support/running-system';
import { seriousFindings } from './support/axe';
import { deskOf, logIn, openBrowser, openDesk } from './support/desk';

let system: RunningSystem;
let browser: Browser;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(['fresh', 'confirming']), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await system.stop();
});

/** A page is there when its heading is and nothing is being read any more. */
const settled = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('.loading').first().waitFor({ state: 'detached' });
};

const tabs = ['members', 'facts', 'amount', 'documents', 'timeline', 'letters', 'entitlements'];
const administration = ['parameters', 'calendar', 'staff', 'workflows'].map((page) => `/admin/${page}`);

describe('every page is free of serious accessibility findings', () => {
  test('log-in', async () => {
    const page = await openDesk(browser, system.url);
    await page.goto('/');
    await settled(page);
    expect(await seriousFindings(page)).toEqual([]);
    await page.context().close();
  });

  test('the clerk’s pages: queue, cases, a case with every tab and a form, drafts', async () => {
    const page = await deskOf(browser, system.url, 'tengyue.clerk1');
    const here = system.caseOf('fresh');
    const addresses = [
      '/',
      '/cases',
      here,
      ...tabs.map((tab) => `${here}?tab=${tab}`),
      `${here}?do=stage.accept`,
      '/intake',
    ];
    for (const address of addresses) {
      await page.goto(address);
      await settled(page);
      expect([address, await seriousFindings(page)]).toEqual([address, []]);
    }
    await page.context().close();
  });

  test('intake, part by part', async () => {
    const page = await deskOf(browser, system.url, 'tengyue.clerk1');
    await page.goto('/intake');
    await page.getByRole('button', { name: '新建低保申请' }).click();
    await page.getByRole('heading', { name: '受理申请' }).waitFor();
    for (const button of await page.getByRole('navigation', { name: '填写步骤' }).getByRole('button').all()) {
      await button.click();
      await settled(page);
      expect([page.url(), await seriousFindings(page)]).toEqual([page.url(), []]);
    }
    await page.context().close();
  });

  test('administration', async () => {
    const page = await deskOf(browser, system.url, 'yn.admin1');
    const workflow = system.caseOf('fresh').replace('/cases', '/admin/workflows');
    for (const address of [...administration, workflow]) {
      await page.goto(address);
      await settled(page);
      expect([address, await seriousFindings(page)]).toEqual([address, []]);
    }
    await page.getByText('数据库与流程引擎一致').waitFor();
    await page.context().close();
  });
});

describe('without a mouse', () => {
  test('from log-in to a case and its first step', async () => {
    const page = await openDesk(browser, system.url);
    await page.goto('/');
    await page.getByLabel('登录名').waitFor();
    await page.keyboard.type('tengyue.clerk1');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Doudi-demo-2022');
    await page.keyboard.press('Enter');
    await page.getByRole('row').nth(1).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
    await settled(page);
    await page.keyboard.press('a');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: '受理申请' }).waitFor();
    await page.context().close();
  });

  test('search by its key, help by its key', async () => {
    const page = await deskOf(browser, system.url, 'tengyue.clerk1');
    await settled(page);
    await page.keyboard.press('/');
    await page.keyboard.type('寸丽仙');
    await page.keyboard.press('Enter');
    await page.getByRole('row').filter({ hasText: '寸丽仙' }).waitFor();
    // A name never stands in an address.
    expect(decodeURIComponent(page.url())).not.toContain('寸');
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '快捷键' }).waitFor();
    await page.context().close();
  });
});

describe('what the desk keeps and refuses', () => {
  const opinion = (page: Page) => page.getByRole('textbox', { name: /^意见/ });

  test('somebody was faster: it says what happened, and the words stay', async () => {
    const address = `${system.caseOf('confirming')}?do=stage.confirm`;
    const approver = (): Promise<Page> => deskOf(browser, system.url, 'tengchong.approver');
    const [cutOff, watching, quick] = await Promise.all([approver(), approver(), approver()]);
    await cutOff.route('**/api/v1/events*', (route) => route.abort());
    for (const page of [cutOff, watching]) {
      await page.goto(address);
      await opinion(page).fill('我写了很久的意见');
    }
    await quick.goto(address);
    await quick.getByRole('button', { name: '予以确认' }).click();
    await quick.getByText('已完成:予以确认').waitFor();
    await watching.getByText('这一步已经不在了').first().waitFor();
    await cutOff.getByRole('button', { name: '予以确认' }).click();
    await cutOff
      .getByText(/没有提交|这一步已经不在了/)
      .first()
      .waitFor();
    for (const page of [cutOff, watching])
      expect(await page.evaluate('JSON.stringify(sessionStorage)')).toContain('我写了很久的意见');
    await Promise.all([cutOff, watching, quick].map((page) => page.context().close()));
  });

  test('a session that ended asks for the password over the page; nothing typed is lost', async () => {
    const page = await deskOf(browser, system.url, 'tengyue.clerk1');
    await page.goto(`${system.caseOf('fresh')}?do=stage.accept`);
    await opinion(page).fill('材料齐全');
    await page.context().clearCookies();
    await page.getByRole('button', { name: '受理申请' }).click();
    const dialog = page.getByRole('dialog', { name: /登录已失效/ });
    await dialog.getByLabel('登录名').fill('tengyue.clerk1');
    await dialog.getByLabel('密码', { exact: true }).fill('Doudi-demo-2022');
    await dialog.getByRole('button', { name: '登录' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await opinion(page).inputValue()).toBe('材料齐全');
    await page.reload();
    expect(await opinion(page).inputValue()).toBe('材料齐全');
    await page.context().close();
  });

  test('a page that is not for the post says so, and what now', async () => {
    const page = await deskOf(browser, system.url, 'tengyue.clerk1');
    await page.goto('/admin/staff');
    await page.getByText('当前任职不能查看这里').waitFor();
    await page.context().close();
  });

  test('a case of another county is not there', async () => {
    const page = await deskOf(browser, system.url, 'wuhua.reviewer1');
    await page.goto(system.caseOf('fresh'));
    await page.getByText('没有找到').first().waitFor();
    await page.context().close();
  });

  test('on a phone nothing lies outside the screen', async () => {
    const page = await openDesk(browser, system.url);
    await page.setViewportSize({ width: 390, height: 844 });
    await logIn(page, 'tengyue.clerk1');
    for (const address of ['/', '/cases', system.caseOf('fresh'), `${system.caseOf('fresh')}?do=stage.accept`]) {
      await page.goto(address);
      await settled(page);
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      expect([address, width <= 390]).toEqual([address, true]);
      expect([address, await seriousFindings(page)]).toEqual([address, []]);
    }
    await page.context().close();
  });
});
