import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** `npm run docs -- --screenshots` sets it to docs/walkthrough; without it nothing is written. */
const folder = process.env['WALKTHROUGH_PICTURES'];

/** A picture of the page as it stands, for docs/walkthrough.md; small, and the same wherever nothing has changed. */
export const takePicture = async (page: Page, name: string): Promise<void> => {
  if (!folder) return;
  await page.mouse.move(0, 0);
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
};
