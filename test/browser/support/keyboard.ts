import type { Locator, Page } from 'playwright-core';

/** More than any page has on the way to the thing wanted. */
const MOST_TABS = 150;
const MOST_OPTIONS = 40;
/** Looks at a thing until what it is drawn with has come to rest. */
const MOST_LOOKS = 500;

interface Drawn {
  readonly parentElement: Drawn | null;
  readonly nextElementSibling: Drawn | null;
}
declare const document: { readonly activeElement: Drawn | null };
declare const getComputedStyle: (one: Drawn) => Readonly<Record<string, string>>;

/** How each thing and what is drawn around it look, and which of them has the focus. Runs in the page. */
const looksOf = (all: readonly unknown[]): { readonly looks: readonly string[]; readonly focused: number } => {
  const parts = ['outline', 'boxShadow', 'borderColor', 'backgroundColor', 'textDecoration'];
  const look = (at: Drawn): string => {
    const near = at.nextElementSibling ? [at, at.nextElementSibling] : [at];
    for (let above = at.parentElement; above && near.length < 7; above = above.parentElement) near.push(above);
    return near.map((one) => parts.map((part) => getComputedStyle(one)[part]).join()).join();
  };
  return {
    looks: (all as readonly Drawn[]).map(look),
    focused: (all as readonly (Drawn | null)[]).indexOf(document.activeElement),
  };
};

const isFocused = async (page: Page, wanted: Locator): Promise<boolean> =>
  (await wanted.and(page.locator(':focus')).count()) > 0;

/** Whether what has the focus looks different from how it looked without. */
const shows = async (wanted: Locator, plain: readonly string[]): Promise<boolean> => {
  for (let looked = 0; looked < MOST_LOOKS; looked += 1) {
    const { looks, focused } = await wanted.evaluateAll(looksOf);
    if (looks[focused] !== plain[focused]) return true;
  }
  return false;
};

/** Tab until the thing wanted has the focus, and looks different from before. */
export const tabTo = async (page: Page, wanted: Locator): Promise<void> => {
  await wanted.first().waitFor();
  if (await isFocused(page, wanted)) await page.keyboard.press('Shift+Tab');
  const { looks } = await wanted.evaluateAll(looksOf);
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    if (await isFocused(page, wanted)) {
      expect({ wanted: String(wanted), focusShows: await shows(wanted, looks) }).toMatchObject({ focusShows: true });
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to ${String(wanted)}`);
};

export const press = async (page: Page, wanted: Locator, key = 'Enter'): Promise<void> => {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
};

export const write = async (page: Page, wanted: Locator, text: string): Promise<void> => {
  await tabTo(page, wanted);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
};

/** Into the date field of the browser, whose parts stand in the order of its language. */
export const writeDate = async (page: Page, wanted: Locator, date: string): Promise<void> => {
  const [year = '', month = '', day = ''] = date.split('-');
  for (const parts of [
    [year, month, day],
    [month, day, year],
  ]) {
    await tabTo(page, wanted);
    for (const [at, part] of parts.entries()) {
      await page.keyboard.type(part);
      if (part === year && at === 0) await page.keyboard.press('ArrowRight');
    }
    if ((await wanted.inputValue()) === date) return;
    // Back to its first part, as somebody does who sees that it came out wrong.
    for (let back = 0; back < 3; back += 1) await page.keyboard.press('ArrowLeft');
  }
  throw new Error(`${String(wanted)} does not take ${date}`);
};

/** One of some buttons of which only one can be down: Tab comes to the group, the arrows go through it. */
export const pick = async (page: Page, group: Locator, name: string): Promise<void> => {
  await tabTo(page, group.getByRole('radio'));
  const wanted = group.getByRole('radio', { name, exact: true });
  await page.keyboard.press('Space');
  for (let pressed = 0; pressed < MOST_OPTIONS && !(await wanted.isChecked()); pressed += 1)
    await page.keyboard.press('ArrowDown');
  expect(await wanted.isChecked()).toBe(true);
};

/** An entry of a drop-down list. */
export const pickFromList = async (page: Page, box: Locator, option: string): Promise<void> => {
  await press(page, box, 'ArrowDown');
  const list = page.locator('.ant-select-dropdown:visible');
  await list.getByText(option, { exact: true }).waitFor();
  const active = list.locator('.ant-select-item-option-active');
  for (let pressed = 0; pressed < MOST_OPTIONS; pressed += 1) {
    if ((await active.count()) > 0 && (await active.innerText()) === option) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await list.waitFor({ state: 'hidden' });
};

/** The camera or the folder that the field opens. */
export const attach = async (
  page: Page,
  wanted: Locator,
  file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
): Promise<void> => {
  await tabTo(page, wanted);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles(file);
};
