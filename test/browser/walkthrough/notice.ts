import type { Page } from 'playwright-core';
import { doStep, field, finishStep, startStep } from '../support/form';
import { phone, type Walk } from './walk';

const CLERK = 'tengyue.clerk1';
const APPROVER = 'tengyue.approver';
const places = ['保山市', '腾冲市', '腾越街道', '下绮罗社区居民委员会'];

/** The clerk proposes beside the sum, the approver agrees. */
export const propose = async (walk: Walk, address: string): Promise<void> => {
  const page = await walk.sit(CLERK, `${address}?tab=amount`);
  await page.getByRole('table', { name: '结果' }).getByText(/元/).waitFor();
  const proposal = await startStep(page, '提出初审建议');
  await proposal.getByRole('radio', { name: '整户纳入' }).check();
  await field(proposal, '理由').fill('家庭人均收入低于低保标准,财产符合规定');
  await walk.tell(page, 'proposal');
  await finishStep(page, '提出初审建议');
  const approver = await walk.sit(APPROVER, address);
  const opinion = await startStep(approver, '同意初审建议');
  await field(opinion, '意见').fill('同意初审建议');
  await walk.tell(approver, 'approval');
  await finishStep(approver, '同意初审建议');
};

const BOARD = '最低生活保障拟确认对象公示';

/** The sheet as it hangs on the board, as a camera sees it. */
const photographed = async (page: Page) => {
  await page.goto('/notices');
  await page.getByRole('link', { name: /^打印公示单/ }).click();
  const sheet = page.getByRole('article', { name: BOARD });
  await sheet.getByText('杨守田').waitFor();
  return { name: '张榜照片.png', mimeType: 'image/png', buffer: await sheet.screenshot() };
};

const post = async (walk: Walk): Promise<Page> => {
  const page = await walk.sit(CLERK, '/notices');
  const photo = await photographed(page);
  await page.goto('/notices?state=toPost');
  await page.getByRole('checkbox', { name: '选择杨守田' }).check();
  await page.getByRole('button', { name: '登记张榜(1户)' }).click();
  await page.getByLabel('张榜地点').fill('社区公开栏');
  await page.getByLabel('照片').setInputFiles(photo);
  await page.getByRole('button', { name: '登记张榜(1户)' }).click();
  await page.getByText('1户全部登记完成').waitFor();
  return page;
};

export const publicise = async (walk: Walk): Promise<void> => {
  const page = await walk.sit(CLERK, '/notices');
  await page.getByRole('link', { name: /^打印公示单/ }).click();
  await page.getByRole('article', { name: BOARD }).getByText('杨守田').waitFor();
  await walk.tell(page, 'board');
  const posted = await post(walk);
  await posted.goto('/notices/evidence');
  await posted.getByRole('img', { name: '杨守田张榜照片' }).waitFor();
  await walk.tell(posted, 'posted');
};

/** A neighbour reads the village's notice on a phone, and says what they know. */
export const object = async (walk: Walk): Promise<void> => {
  const page = await walk.sit(undefined, '/public', phone);
  for (const place of places) await page.getByRole('link', { name: new RegExp(`^${place}\\s*1户$`) }).click();
  const notice = page.getByRole('article').filter({ hasText: '杨＊田' });
  await notice.getByText(/^公示到/).waitFor();
  expect(await page.content()).not.toContain('杨守田');
  await walk.tell(page, 'public-notice');
  await notice.getByRole('link', { name: '查看,提意见' }).click();
  await page.getByLabel('您知道的情况').fill('听说他家去年买了一辆面包车');
  await walk.tell(page, 'public-objection');
  await page.getByRole('button', { name: '提交意见' }).click();
  await page.getByRole('heading', { name: '已经收到您的意见' }).waitFor();
};

/** The village meets, and the notice begins anew. */
export const appraise = async (walk: Walk, address: string): Promise<void> => {
  const page = await walk.sit(CLERK, address);
  const appraisal = await startStep(page, '记录民主评议');
  for (const [label, value] of [
    ['评议日期|日期', walk.today()],
    ['到会人数', '21'],
    ['赞成票', '19'],
    ['反对票', '1'],
    ['弃权票', '1'],
    ['评议结论|结论', '面包车是亲戚寄放的,家庭情况属实,同意纳入'],
  ] as const)
    await field(appraisal, label).fill(value);
  await walk.tell(page, 'appraisal');
  await finishStep(page, '记录民主评议');
  await doStep(await walk.sit(APPROVER, address), '同意初审建议');
  await post(walk);
};
