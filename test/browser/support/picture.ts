import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Pictured } from '../../../tools/walkthrough/pages';

/** `npm run docs -- --screenshots` sets it to docs/walkthrough; without it nothing is written. */
const folder = process.env['WALKTHROUGH_PICTURES'];
/** Letters stay sharp, and a hundred pages stay below six megabytes. */
const QUALITY = 60;

/** Nothing moves or blinks; a sheet of this kind is no business of the page's content policy. */
const holdStill = `(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent !important; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
})()`;
const letMove = 'document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1)';

const write = (name: string, content: string | Buffer): void => {
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), content);
};

/** A picture of the page as it stands, for docs/walkthrough.md. */
export const takePicture = async (page: Page, name: string): Promise<void> => {
  if (!folder) return;
  await page.mouse.move(0, 0);
  await page.evaluate(holdStill);
  await page.locator('.loading').first().waitFor({ state: 'detached' });
  await page.evaluate('document.fonts.ready');
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  await session.detach();
  await page.evaluate(letMove);
  write(`${name}.webp`, Buffer.from(data, 'base64'));
};

/** Beside the pictures, what each shows: the gallery of docs/walkthrough.md. */
export const writePages = (pages: readonly Pictured[]): void =>
  write('pages.json', `${JSON.stringify(pages, null, 2)}\n`);
