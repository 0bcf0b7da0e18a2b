import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../../prisma/seed/staff/enrol';

/** For a machine that has much else to do. */
const PATIENCE_MS = 240_000;

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=zh-CN',
];

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['TEST_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ARGS,
    env: { ...process.env, LANGUAGE: 'zh_CN' },
  });

/** A desk of its own: another person at another computer, on the screen of an office. */
export const openDesk = async (browser: Browser, url: string, more: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    ...more,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  return context.newPage();
};

export const logIn = async (page: Page, login: string): Promise<void> => {
  await page.goto('/');
  await page.getByLabel('登录名').fill(login);
  await page.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('navigation', { name: '主菜单' }).waitFor();
};

/** A desk with somebody at it. */
export const deskOf = async (
  browser: Browser,
  url: string,
  login: string,
  more: BrowserContextOptions = {},
): Promise<Page> => {
  const page = await openDesk(browser, url, more);
  await logIn(page, login);
  return page;
};
