import type { Browser, Page } from 'playwright-core';
import { startSystem, type RunningSystem } from '../support/running-system';
import { deskOf, openBrowser } from './support/desk';
import { photo } from './support/form';
import { takePicture } from './support/picture';

let system: RunningSystem;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(['publicised', 'toPost', 'toPostToo', 'leaving']), openBrowser()]);
  page = await deskOf(browser, system.url, 'tengyue.clerk1');
});
afterAll(async () => {
  await browser.close();
  await system.stop();
});

/** @clause 一(四) a whole village's notices by one clerk: list, board, photos, what was refused */
describe('the notices of a village', () => {
  test('are listed with what is to be done, and their board is one sheet', async () => {
    await page.goto('/notices');
    const village = page.getByRole('region', { name: '下绮罗社区' });
    await village.getByRole('row').filter({ hasText: '尚春兰' }).getByText('待张榜').waitFor();
    await village.getByText(/公示到.*期满无异议自动转下一环节/).waitFor();
    await takePicture(page, 'notices');
    await village.getByRole('link', { name: '打印公示单:下绮罗社区居民委员会' }).click();
    const paper = page.getByRole('article', { name: '最低生活保障拟确认对象公示' });
    await paper.getByText('濮正林').waitFor();
    await takePicture(page, 'notice-board');
    const words = await paper.innerText();
    expect(words).toContain('尚春兰');
    for (const hidden of ['尚开文', '钏美芝', '病', '残']) expect(words).not.toContain(hidden);
    const pdf = await page.request.get((await page.getByRole('link', { name: /PDF/ }).getAttribute('href')) ?? '');
    expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);
  });

  test('say beside the field what is missing, and send nothing', async () => {
    await page.goto('/notices?state=toPost');
    await page.getByRole('checkbox', { name: '选择下绮罗社区居民委员会全部' }).check();
    await page.getByRole('button', { name: '登记张榜(2户)' }).click();
    const form = page.getByRole('form', { name: '登记所选家庭' });
    await form.getByRole('button', { name: '登记张榜(2户)' }).click();
    await form.getByRole('alert').getByText('请填写张榜地点').waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('record-place');
  });

  test('are posted together; what a colleague was faster with is told row by row, the others are done', async () => {
    const colleague = await deskOf(browser, system.url, 'tengyue.clerk2');
    await colleague.goto('/notices?state=toPost');
    await colleague.getByRole('checkbox', { name: '选择濮正林' }).check();
    await colleague.getByRole('button', { name: '登记张榜(1户)' }).click();
    await colleague.getByLabel('张榜地点').fill('下绮罗社区公开栏');
    await colleague.getByLabel('照片').setInputFiles(photo);
    await colleague.getByRole('button', { name: '登记张榜(1户)' }).click();
    await colleague.getByText('1户全部登记完成').waitFor();
    await colleague.context().close();

    const form = page.getByRole('form', { name: '登记所选家庭' });
    await form.getByLabel('张榜地点').fill('下绮罗社区公开栏');
    await form.getByLabel('照片').setInputFiles(photo);
    await form.getByRole('button', { name: '登记张榜(2户)' }).click();
    await form.getByRole('listitem').filter({ hasText: '尚春兰' }).getByText('已登记').waitFor();
    await form.getByRole('listitem').filter({ hasText: '濮正林' }).locator('.field-problem').waitFor();
    await form.getByRole('button', { name: '重试未登记的1户' }).waitFor();
    await form.getByRole('button', { name: '取消' }).click();
    await page.goto('/notices?state=running');
    await page.getByRole('row').filter({ hasText: '尚春兰' }).waitFor();
  });

  test('keep the photos of start and end as evidence', async () => {
    await page.getByRole('checkbox', { name: '选择尚春兰' }).check();
    await page.getByRole('button', { name: '登记结束照片(1户)' }).click();
    await page.getByLabel('照片').setInputFiles(photo);
    await page.getByRole('button', { name: '登记结束照片(1户)' }).click();
    await page.getByText('1户全部登记完成').waitFor();
    await page.goto('/notices/evidence');
    const card = page.getByRole('region', { name: '尚春兰' });
    await card.getByRole('img', { name: '尚春兰结束照片' }).waitFor();
    await takePicture(page, 'notice-evidence');
    const source = await card.getByRole('img', { name: '尚春兰张榜照片' }).getAttribute('src');
    expect((await page.request.get(source ?? '')).headers()['content-type']).toBe('image/png');
  });
});

test('long-term publication is looked at village by village, and printed', async () => {
  await page.goto('/notices/recipients');
  await page.getByRole('combobox', { name: '选择村(社区)' }).fill('下绮罗');
  await page.locator('.ant-select-item-option-active', { hasText: '下绮罗' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('article', { name: '最低生活保障对象长期公示' }).getByText(/共1户/).waitFor();
  await takePicture(page, 'recipients');
  const href = await page.getByRole('link', { name: /PDF/ }).getAttribute('href');
  expect((await page.request.get(href ?? '')).headers()['content-type']).toBe('application/pdf');
});
