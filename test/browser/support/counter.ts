import type { Browser, Page } from 'playwright-core';
import { startSystem, type RunningSystem } from '../../support/running-system';
import { deskOf, openBrowser } from './desk';

export const CLERK = 'tengyue.clerk1';

interface Counter {
  /** A desk of its own for somebody, closed after the test. */
  desk(login?: string): Promise<Page>;
}

/** An office without cases, for the tests of a file: system and browser before them, nothing left after. */
export const openCounter = (): Counter => {
  let system: RunningSystem;
  let browser: Browser;
  const opened: Page[] = [];
  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem([]), openBrowser()]);
  });
  afterEach(() => Promise.all(opened.splice(0).map((page) => page.context().close())));
  afterAll(async () => {
    await browser.close();
    await system.stop();
  });
  return {
    desk: async (login = CLERK) => {
      const page = await deskOf(browser, system.url, login);
      opened.push(page);
      return page;
    },
  };
};
