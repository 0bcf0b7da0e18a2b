import type { Locator, Page } from 'playwright-core';
import { idNumberOf } from '../../support/people';
import { choose, doStep, field, finishStep, photo, startStep } from '../support/form';
import { fillPlace, newDraft, noRelatives, sign, step, submit } from '../support/intake';
import { phone, type Walk } from './walk';

const CLERK = 'tengyue.clerk1';
const father = { name: '杨守田', idNumber: idNumberOf('1981-05-15', 1) };
const others = [
  { name: '李秋兰', idNumber: idNumberOf('1983-03-02', 2), relation: '配偶' },
  { name: '杨小满', idNumber: idNumberOf('2014-09-01', 2), relation: '子女' },
] as const;
const second = '何佳明';
export const household = `${father.name}家(3人)`;
const summary = '家庭财产、收入与申报一致';

const members = async (page: Page): Promise<void> => {
  await step(page, '家庭成员').click();
  await field(page, '身份证号').fill(father.idNumber);
  await field(page, '姓名').fill(father.name);
  for (const [index, { name, idNumber, relation }] of others.entries()) {
    await page.getByRole('button', { name: '增加家庭成员' }).click();
    await field(page.getByRole('group', { name: `成员${index + 2}` }), '姓名').fill(name);
    const one = page.getByRole('group', { name });
    await choose(one, '与申请人关系', relation);
    await field(one, '身份证号').fill(idNumber);
  }
};

/** From the counter to the acceptance; gives the address of the case. */
export const apply = async (walk: Walk): Promise<string> => {
  const page = await walk.sit(CLERK, '/intake');
  await newDraft(page);
  await choose(page, '村(社区)', '下绮罗社区居民委员会');
  await fillPlace(page);
  await members(page);
  await step(page, '收入').click();
  await page.getByRole('button', { name: '增加一笔收入' }).click();
  await choose(page, '家庭成员', father.name);
  await choose(page, '收入种类', '工资性收入');
  await field(page, '金额(元)').fill('900');
  await choose(page, '期间', '每月');
  await page.getByText('符合,整户纳入').waitFor();
  await walk.tell(page, 'intake');
  await noRelatives(page);
  await step(page, '材料与签字').click();
  await page.locator('input[capture]').first().setInputFiles(photo);
  await page.getByRole('link', { name: /查看身份证、户口簿/ }).waitFor();
  await sign(page, `${father.name}的诚信承诺`);
  await walk.tell(page, 'papers');
  for (const { name } of [father, others[0]]) await sign(page, `${name}的核对授权`);
  await submit(page);
  await page.getByRole('heading', { name: household }).waitFor();
  await page.getByRole('button', { name: '受理申请' }).waitFor();
  await walk.tell(page, 'submitted');
  const acceptance = await startStep(page, '受理申请');
  for (const { name, relation } of others)
    expect(await acceptance.getByRole('checkbox', { name }).isChecked()).toBe(relation !== '子女');
  await finishStep(page, '受理申请');
  await page.getByRole('list', { name: '本环节要完成的事' }).waitFor();
  await walk.tell(page, 'accepted');
  const impossible = page.getByRole('group').filter({ hasText: '暂时不能做' });
  await impossible.locator('summary').click();
  await impossible.getByRole('listitem').filter({ hasText: '提请信息核对还有2名成年家庭成员未签核对授权书' }).waitFor();
  return new URL(page.url()).pathname;
};

const strokes = async (page: Page, pad: Locator): Promise<void> => {
  await pad.scrollIntoViewIfNeeded();
  const box = (await pad.locator('canvas').boundingBox())!;
  for (const y of [0.3, 0.6]) {
    await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * (y + 0.2), { steps: 6 });
    await page.mouse.up();
  }
};
const next = (page: Page): Promise<void> => page.getByRole('button', { name: '下一步' }).click();
const pad = (page: Page, label: string | RegExp): Locator =>
  page.getByRole('group', { name: label }).filter({ has: page.locator('canvas') });

/** The two investigators at the household's table, with a phone. */
export const visit = async (walk: Walk, address: string): Promise<void> => {
  const desk = await walk.sit(CLERK, address);
  const authorisation = await startStep(desk, '登记核对授权');
  await authorisation.getByText('已带入受理时签署的2份核对授权').waitFor();
  await finishStep(desk, '登记核对授权');
  const start = await startStep(desk, '启动入户调查');
  await field(start.getByRole('group', { name: '第2项' }), '姓名').fill(second);
  await finishStep(desk, '启动入户调查');

  const page = await walk.sit(CLERK, '/visits', phone);
  await page.getByRole('link', { name: `去入户:${father.name}` }).click();
  await page.getByRole('heading', { name: /到达/ }).waitFor();
  await field(page, '或填写姓名').fill(second);
  await next(page);
  await page.locator('input[type=file]').first().setInputFiles(photo);
  await page.getByText('已拍1张').waitFor();
  await next(page);
  await page.getByRole('group', { name: /工资性收入/ }).waitFor();
  await page.getByRole('button', { name: '未变', exact: true }).click();
  await walk.tell(page, 'visit-facts');
  await next(page);
  await page.getByRole('button', { name: '全部选“是”' }).click();
  await next(page);
  await page.getByRole('button', { name: '其余全部认可' }).click();
  await page.getByText('住户全部认可').waitFor();
  await page.getByRole('heading', { name: /当面算账/ }).scrollIntoViewIfNeeded();
  await walk.tell(page, 'visit-sum');
  await strokes(page, pad(page, '住户对算账结果签字'));
  await next(page);
  await field(page, '调查情况').fill(summary);
  for (const label of [/^本人签字/, `同去人员签字:${second}`, '家庭成员签字']) await strokes(page, pad(page, label));
  await walk.tell(page, 'visit-signed');
  await next(page);
  await page.getByText('都齐了,可以离开。').waitFor();
  await page.getByRole('button', { name: '完成,等待上传' }).click();
  await page.getByText('✓ 已上传', { exact: true }).waitFor();
};

/** The county compares what was declared with what the registers know. */
export const checkData = async (walk: Walk, address: string): Promise<void> => {
  const clerk = await walk.sit(CLERK, address);
  const request = await startStep(clerk, '提请信息核对');
  await request.getByRole('checkbox', { name: '全选' }).check();
  await finishStep(clerk, '提请信息核对');
  const page = await walk.sit('tengchong.datadesk', address);
  await doStep(page, '发起信息核对');
  const result = await startStep(page, '记录核对结果');
  await result.getByRole('radio', { name: /^(与申报)?一致$/ }).check();
  await field(result, '核对情况|情况').fill('核对报告与申报一致');
  await walk.tell(page, 'data-check');
  await finishStep(page, '记录核对结果');
};
