import type { Page } from 'playwright-core';
import { field } from './form';

export const step = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '填写步骤' }).getByRole('button', { name: new RegExp(`^${name}`) });
export const saved = (page: Page) =>
  page
    .getByRole('status')
    .filter({ hasText: /^已保存$/ })
    .waitFor();
export const newDraft = async (page: Page): Promise<string> => {
  await page.goto('/intake');
  await page.getByRole('button', { name: '新建低保申请' }).click();
  await field(page, '住址').waitFor();
  return new URL(page.url()).pathname;
};
export const fillPlace = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: '城市', exact: true }).check();
  await field(page, '住址').fill('示例路1号');
};
export const fillApplicant = async (page: Page, name: string, idNumber: string): Promise<void> => {
  await step(page, '家庭成员').click();
  await field(page, '身份证号').fill(idNumber);
  await field(page, '姓名').fill(name);
};
export const noRelatives = async (page: Page): Promise<void> => {
  await step(page, '近亲属备案').click();
  await page.getByRole('radio', { name: '没有', exact: true }).check();
};
export const sign = async (page: Page, label: string): Promise<void> => {
  const canvas = page.getByRole('img', { name: `${label}的签字框` });
  await canvas.scrollIntoViewIfNeeded();
  const box = (await canvas.boundingBox())!;
  await page.mouse.move(box.x + 40, box.y + 60);
  await page.mouse.down();
  for (let at = 1; at <= 12; at += 1) await page.mouse.move(box.x + 40 + at * 14, box.y + 60 + (at % 3) * 18);
  await page.mouse.up();
  await page.getByRole('button', { name: `保存签字:${label}` }).click();
  await page.getByRole('group', { name: label }).getByText('✓ 已签字').waitFor();
};
export const submit = async (page: Page): Promise<void> => {
  await step(page, '承诺与提交').click();
  const promise = page.getByRole('checkbox', { name: /已承诺所填/ });
  if (!(await promise.isChecked())) await promise.check();
  await page.getByRole('button', { name: '提交申请' }).click();
};
/** The eye and the keyboard are at the field, or at the first choice of it. */
export const focusIn = (page: Page, id: string) =>
  page.waitForFunction(`document.activeElement?.closest('#${id}') !== null`);
