import type { Page, Route } from 'playwright-core';
import type { PageRow } from './page-row';

/** What the desk and the public pages say in a state. */
const words = {
  desk: { loading: '正在读取', failed: '没有读取成功', retry: '重新读取' },
  public: { loading: '正在打开…', failed: '系统出错,请稍后再试', retry: '再试一次' },
} as const;

export const wordsOf = ({ route }: PageRow): (typeof words)['desk' | 'public'] =>
  words[route.startsWith('/public') ? 'public' : 'desk'];

export const problem = {
  status: 500,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    type: 'about:blank',
    title: '系统出错',
    status: 500,
    code: 'internal',
    detail: '系统出错,请稍后再试',
    requestId: 'request-for-the-test',
  }),
};

/** The same answer with nothing in it. */
const emptied = (value: unknown): unknown => {
  if (Array.isArray(value)) return [];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, emptied(inner)]));
};

export const answerEmpty = async (route: Route): Promise<void> => {
  const response = await route.fetch();
  await route.fulfill({ response, json: emptied(await response.json()) });
};

/** Holds every request back until it is opened. */
export const createGate = () => {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    open: () => open(),
    hold: async (route: Route): Promise<void> => {
      await opened;
      // The page may have gone on meanwhile: nobody waits for this answer any more.
      await route.continue().catch(() => undefined);
    },
  };
};

/** One h1, and no level left out on the way down. */
export const headingFaults = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(`(() => {
    const shown = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter((one) => one.checkVisibility());
    const levels = shown.map((one) => Number(one.tagName[1]));
    const faults = levels.filter((level) => level === 1).length === 1 ? [] : ['h1: ' + levels.filter((level) => level === 1).length];
    levels.forEach((level, at) => { if (at > 0 && level > levels[at - 1] + 1) faults.push(shown[at].textContent); });
    return faults;
  })()`);

const MOST_TABS = 60;

/** Tab from where the page puts the focus, until the thing to do is in focus. */
export const reachedByTab = async (page: Page, { primary }: PageRow): Promise<boolean> => {
  if (!primary) return true;
  const wanted = page.getByRole(primary.role, { name: primary.name }).first();
  await wanted.waitFor();
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    if ((await wanted.and(page.locator(':focus')).count()) > 0) return true;
    await page.keyboard.press('Tab');
  }
  return false;
};
