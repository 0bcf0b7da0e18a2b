import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { picturesOf, sayWho } from '../../tools/walkthrough/pages';
import { views } from '../../web/public/address';
import { startSystem, type RunningSystem } from '../support/running-system';
import { seriousFindings } from './support/axe';
import { deskOf, openBrowser, openDesk } from './support/desk';
import type { PageRow } from './support/page-row';
import { openThem } from './support/pages/open-them';
import { pageTable, told } from './support/page-table';
import { takePicture, writePages } from './support/picture';
import { answerEmpty, createGate, headingFaults, problem, reachedByTab, wordsOf } from './support/states';

let system: RunningSystem;
let browser: Browser;
let rows: readonly PageRow[];
/** What a service worker answers cannot be delayed or refused here. */
const alone = { serviceWorkers: 'block' } as const;
/** Rows looked at side by side: while one page waits for an answer, another is drawn. */
const lanes = [0, 1, 2] as const;
/** Everybody logs in once, and has a page of their own in each lane. */
const desks = new Map<string, Promise<Page>>();

const remember = (key: string, open: () => Promise<Page>): Promise<Page> => {
  const page = desks.get(key) ?? open();
  desks.set(key, page);
  return page;
};
const at = (who: string | undefined, lane = 0): Promise<Page> => {
  const first = remember(`0 ${who}`, () =>
    who ? deskOf(browser, system.url, who, alone) : openDesk(browser, system.url, alone),
  );
  return lane === 0 ? first : remember(`${lane} ${who}`, async () => (await first).context().newPage());
};

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(told), openBrowser()]);
  rows = pageTable(system, await openThem(at));
});
afterAll(async () => {
  await browser.close();
  await system.stop();
});

/** Every row once, so that one run tells of all that is wrong. */
const eachRow = async (
  wanted: (row: PageRow) => boolean,
  look: (page: Page, row: PageRow) => Promise<object>,
  who: (row: PageRow) => string | undefined = (row) => row.who,
): Promise<void> => {
  const wrong: unknown[] = [];
  const waiting = rows.filter(wanted).values();
  const work = async (lane: number): Promise<void> => {
    for (const row of waiting) {
      const page = await at(who(row), lane);
      const found = await look(page, row).catch((error: Error) => ({ error: error.message.slice(0, 300) }));
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      if (Object.values(found).some((one: unknown) => !Array.isArray(one) || one.length > 0))
        wrong.push({ page: row.address, ...found });
    }
  };
  await Promise.all(lanes.map(work));
  expect(wrong).toEqual([]);
};

const content = (page: Page, { full }: PageRow) => page.locator('#content').getByText(full).first();
const isFull = async (page: Page, row: PageRow): Promise<void> => {
  // The name of a landmark is content as well.
  const named = typeof row.full === 'string' ? page.locator(`#content [aria-label*="${row.full}"]`).first() : undefined;
  await (named ? content(page, row).or(named).first() : content(page, row)).waitFor({ state: 'attached' });
};
const asking = (row: PageRow): boolean => row.asks !== undefined;

/** @clause 一(四) every page in each of its states */
describe('every page', () => {
  test('of web/desk/routes.tsx stands in the table, and no other', () => {
    const source = readFileSync(join(__dirname, '../../web/desk/routes.tsx'), 'utf8');
    const routes = [...source.matchAll(/path: '([^'/][^']*)'|\bindex: true/g)].map(([, path = '']) => path);
    expect(routes.length).toBeGreaterThan(10);
    const known = rows.map(({ route }) => route).filter((route) => !route.startsWith('/public'));
    expect([...new Set(known)].sort()).toEqual([...routes].sort());
  });

  test('of the public stands in it as well', () => {
    const known = rows.map(({ route }) => route).filter((route) => route.startsWith('/public'));
    expect(known).toEqual(views.map((view, at) => (at === 0 ? '/public' : `/public?view=${view}`)));
  });

  test('full: no serious finding, headings in order, a title of its own, the first thing to do within reach of Tab', async () => {
    const pictures = picturesOf(rows);
    const titles = new Map<PageRow, string>();
    await eachRow(
      () => true,
      async (page, row) => {
        await page.goto(row.address);
        await isFull(page, row);
        await takePicture(page, pictures[rows.indexOf(row)]!);
        const reached = await reachedByTab(page, row);
        const title = await page.title();
        titles.set(row, title.replace(' · 兜底', ''));
        return {
          findings: await seriousFindings(page),
          headings: await headingFaults(page),
          title: /^\S.*( · 兜底|公示)$/.test(title) ? [] : [title],
          reach: reached ? [] : [row.primary?.name],
        };
      },
    );
    writePages(
      rows.map((row, at) => ({
        picture: pictures[at]!,
        route: row.route,
        title: titles.get(row) ?? '',
        who: sayWho(row.who),
      })),
    );
  });

  test('loading: says that it reads, and then shows what it read', () =>
    eachRow(asking, async (page, row) => {
      const gate = createGate();
      await page.route(row.asks!, gate.hold);
      await page.goto(row.address);
      await page
        .getByRole('status')
        .filter({ hasNotText: /^\s+$/ })
        .or(page.getByRole('status', { name: wordsOf(row).loading }))
        .first()
        .waitFor({ state: 'attached' });
      const findings = await seriousFindings(page);
      gate.open();
      await isFull(page, row);
      return { findings };
    }));

  test('error: says what happened and whom to tell, and tries again on demand', () =>
    eachRow(asking, async (page, row) => {
      const { failed, retry } = wordsOf(row);
      await page.route(row.asks!, (route) => route.fulfill(problem));
      await page.goto(row.address);
      await page.getByRole('alert').getByText(failed).first().waitFor();
      const findings = await seriousFindings(page);
      await page.unroute(row.asks!);
      await page.getByRole('button', { name: retry }).first().click();
      await isFull(page, row);
      return { findings };
    }));

  test('empty: says so kindly', () =>
    eachRow(
      ({ empty }) => empty !== undefined,
      async (page, row) => {
        await page.route(row.asks!, answerEmpty);
        await page.goto(row.address);
        await page.getByText(row.empty!).first().waitFor();
        return { findings: await seriousFindings(page), headings: await headingFaults(page) };
      },
    ));

  test('no permission: says that this post cannot look here, and what now', () =>
    eachRow(
      ({ stranger }) => stranger !== undefined,
      async (page, row) => {
        await page.goto(row.address);
        await page.getByRole('alert').getByText('当前任职不能查看这里').first().waitFor();
        return { findings: await seriousFindings(page) };
      },
      ({ stranger }) => stranger,
    ));
});
