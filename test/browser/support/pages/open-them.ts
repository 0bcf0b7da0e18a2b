import type { Page } from 'playwright-core';
import { addMonthsToMonth, civilDateAt, firstDayOf, monthOf } from '../../../../domain/civil-date';
import { clerk, countyReviewer, dataDesk, visitor, type Opened } from './world';

const firstOfNextMonth = (): string => firstDayOf(addMonthsToMonth(monthOf(civilDateAt(Date.now())), 1));

/** A draft of the clerk's, and the visit that waits for a colleague. */
export const openThem = async (at: (login: string) => Promise<Page>): Promise<Opened> => {
  const intake = await at(clerk);
  await intake.goto('/intake');
  await intake.getByRole('button', { name: '新建低保申请' }).click();
  await intake.waitForURL(/\/intake\/[0-9a-f-]{36}/);
  const visits = await at(visitor);
  await visits.goto('/visits');
  const visit = await visits
    .getByRole('link', { name: /晏发贵/ })
    .first()
    .getAttribute('href');
  const county = await at(countyReviewer);
  await county.goto('/uplift');
  await county.getByLabel('生效日期').fill(firstOfNextMonth());
  await county.getByRole('button', { name: '开始试算' }).click();
  const uplift = await county.getByRole('link', { name: /^查看腾冲市/ }).getAttribute('href');
  return {
    uplift: uplift ?? '',
    draft: new URL(intake.url()).pathname,
    visit: visit ?? '',
    package: await openPackage(await at(dataDesk)),
  };
};

/** A package of the county's standards, made by its data desk. */
const openPackage = async (page: Page): Promise<string> => {
  await page.goto('/exchange');
  await page.getByLabel('内容', { exact: true }).click();
  await page.locator('.ant-select-item-option', { hasText: '保障标准' }).click();
  await page.getByRole('button', { name: '生成', exact: true }).click();
  return (await page.getByRole('link', { name: '530581-STD-0001' }).getAttribute('href')) ?? '';
};
