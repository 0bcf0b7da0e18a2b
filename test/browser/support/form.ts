import type { Locator, Page } from 'playwright-core';

/** A label is the field's words, with 「(选填)」 behind it where it may stay empty. */
const labelled = (label: string): RegExp => new RegExp(`^(${label.replace(/[()]/g, '\\$&')})(\\(选填\\))?$`);

export const field = (within: Page | Locator, label: string): Locator => within.getByLabel(labelled(label));

/** A choice from a drop-down list. */
export const choose = async (within: Page | Locator, label: string, option: string): Promise<void> => {
  const box = within.getByRole('combobox', { name: labelled(label) });
  await box.click();
  const page = 'page' in within ? within.page() : within;
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click();
};

/** The form of one step, opened from 「现在可以做」. */
export const startStep = async (page: Page, says: string): Promise<Locator> => {
  await page
    .getByRole('complementary', { name: '现在可以做' })
    .getByRole('button', { name: says, exact: true })
    .click();
  const panel = page.getByRole('region', { name: says, exact: true });
  await panel.waitFor();
  return panel;
};

/** Sends the step and waits until the case says that it is done. */
export const finishStep = async (page: Page, says: string): Promise<void> => {
  await page.getByRole('region', { name: says, exact: true }).getByRole('button', { name: says, exact: true }).click();
  await page.getByText(`已完成:${says}`).waitFor();
};

/** A step that asks for nothing, or for what the desk has filled in already. */
export const doStep = async (page: Page, says: string): Promise<void> => {
  await startStep(page, says);
  await finishStep(page, says);
};

/** The smallest picture that is one: 1 × 1, PNG. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export const photo = { name: '照片.png', mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') };
