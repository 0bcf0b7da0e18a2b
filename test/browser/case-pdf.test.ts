import type { Browser, Locator, Page } from 'playwright-core';
import { startSystem, type RunningSystem } from '../support/running-system';
import { seriousFindings } from './support/axe';
import { deskOf, openBrowser } from './support/desk';
import { field } from './support/form';
import { damaged, locked, twoPages, withoutFont } from './support/pdfs';
import { takePicture } from './support/picture';
import { listenForErrors } from './support/script-errors';

let system: RunningSystem;
let browser: Browser;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(['fresh']), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await system.stop();
});

const RED = [255, 0, 0];
const BLUE = [0, 0, 255];

const upload = async (page: Page, name: string, buffer: Buffer): Promise<void> => {
  await page.getByLabel('选择文件').setInputFiles({ name, mimeType: 'application/pdf', buffer });
  await page.getByRole('table', { name: '材料' }).getByRole('button', { name }).waitFor();
};

const view = async (page: Page, name: string): Promise<Locator> => {
  await page.getByRole('table', { name: '材料' }).getByRole('button', { name }).click();
  return page.getByRole('region', { name: '材料', exact: true });
};

const middlePixel = `(() => {
  const canvas = document.querySelector('.viewer canvas');
  return [...canvas.getContext('2d').getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data].slice(0, 3);
})()`;
const darkPixels = `(() => {
  const canvas = document.querySelector('.viewer canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return data.filter((value, place) => place % 4 === 0 && value < 64).length;
})()`;

/** Waits until the page named is the one that stands on the canvas. */
const drawn = async (sheet: Locator): Promise<void> => {
  await sheet.and(sheet.page().locator('[aria-busy="false"]')).waitFor();
  await sheet.locator('canvas').waitFor();
};

/** Red, green and blue in the middle of the page, once it is drawn. */
const middle = async (sheet: Locator): Promise<readonly number[]> => {
  await drawn(sheet);
  return sheet.page().evaluate<number[]>(middlePixel);
};

/** @clause 一(四) a case on one page: the evidence beside the form that it supports */
describe('a PDF beside the form', () => {
  test('is drawn page by page, by keys and buttons, while the form keeps its words', async () => {
    const page = await deskOf(browser, system.url, 'tengyue.clerk1');
    const errors = listenForErrors(page);
    await page.goto(`${system.caseOf('fresh')}?tab=documents`);
    await upload(page, '收入证明.pdf', await twoPages());
    const viewer = await view(page, '收入证明.pdf');
    await viewer.getByText('第1页,共2页').waitFor();
    await page.goto(`${page.url()}&action=accept`);
    const form = page.getByRole('region', { name: '受理申请' });
    await field(form, '意见').fill('证件齐全');
    const sheet = (at: number): Locator => viewer.getByRole('img', { name: `收入证明.pdf 第${at}页,共2页` });
    expect(await middle(sheet(1))).toEqual(RED);
    await viewer.getByRole('heading').click();
    await page.keyboard.press('n');
    await viewer.getByRole('status').filter({ hasText: '第2页,共2页' }).waitFor();
    expect(await middle(sheet(2))).toEqual(BLUE);
    expect(await viewer.getByRole('button', { name: '下一页' }).isDisabled()).toBe(true);
    await viewer.getByRole('button', { name: '上一页' }).click();
    expect(await middle(sheet(1))).toEqual(RED);
    await viewer.getByRole('button', { name: '放大' }).click();
    await viewer.locator('canvas[style*="150%"]').waitFor();
    expect(await middle(sheet(1))).toEqual(RED);
    expect(await viewer.getByRole('link', { name: '下载' }).getAttribute('download')).toBe('收入证明.pdf');
    expect(await field(form, '意见').inputValue()).toBe('证件齐全');
    expect(await seriousFindings(page)).toEqual([]);
    await takePicture(page, 'case-pdf-beside-form');
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(await seriousFindings(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('that brings no font for its Chinese is drawn with the characters it names', async () => {
    const page = await deskOf(browser, system.url, 'tengyue.clerk1');
    const errors = listenForErrors(page);
    await page.goto(`${system.caseOf('fresh')}?tab=documents`);
    await upload(page, '无字体.pdf', await withoutFont());
    const viewer = await view(page, '无字体.pdf');
    await drawn(viewer.getByRole('img', { name: '无字体.pdf 第1页,共1页' }));
    expect(await page.evaluate<number>(darkPixels)).toBeGreaterThan(1000);
    expect(errors).toEqual([]);
    await takePicture(page, 'case-pdf-without-font');
    await page.context().close();
  });

  test('that does not open says why, and can be downloaded', async () => {
    const page = await deskOf(browser, system.url, 'tengyue.clerk1');
    const kinds = [
      ['坏文件.pdf', damaged, '这份 PDF 已损坏'],
      ['带密码.pdf', await locked(), '这份 PDF 设有密码'],
    ] as const;
    for (const [name, bytes, saying] of kinds) {
      await page.goto(`${system.caseOf('fresh')}?tab=documents`);
      await upload(page, name, bytes);
      const viewer = await view(page, name);
      await viewer.getByRole('alert').filter({ hasText: saying }).waitFor();
      expect(await viewer.getByRole('link', { name: '下载' }).getAttribute('download')).toBe(name);
      expect(await viewer.locator('canvas').count()).toBe(0);
      expect(await seriousFindings(page)).toEqual([]);
    }
    await page.context().close();
  });
});
