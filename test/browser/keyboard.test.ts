import type { Browser, Locator, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../prisma/seed/staff/enrol';
import { civilDateAt } from '../../domain/civil-date';
import { idNumberOf } from '../support/people';
import { openBrowser, openDesk } from './support/desk';
import { field, photo } from './support/form';
import { attach, pick, pickFromList, press, tabTo, write, writeDate } from './support/keyboard';
import { startLivingSystem, type LivingSystem } from './support/living-system';
import { listenForErrors } from './support/script-errors';

const CLERK = 'tengyue.clerk1';
const applicant = { name: '甲示例', idNumber: idNumberOf('1975-05-15', 1) };

let system: LivingSystem;
let browser: Browser;
let page: Page | undefined;
let errors: readonly string[] = [];

beforeAll(async () => {
  [system, browser] = await Promise.all([startLivingSystem(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await system.stop();
});

const noMouse = `addEventListener('pointerdown', () => console.error('a pointer was used'), true)`;

/** Somebody sits down, logs in, and has no mouse. */
const sit = async (login: string): Promise<Page> => {
  await page?.context().close();
  page = await openDesk(browser, system.url);
  await page.clock.setSystemTime(system.now());
  await page.addInitScript(noMouse);
  errors = listenForErrors(page);
  await page.goto('/');
  await write(page, page.getByLabel('登录名'), login);
  await write(page, page.getByLabel('密码', { exact: true }), DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: '主菜单' }).waitFor();
  return page;
};
afterEach(() => expect(errors).toEqual([]));

/** By the search of the frame, as everybody comes to a case. */
const openCase = async (login: string): Promise<Page> => {
  const desk = await sit(login);
  await desk.getByRole('heading', { level: 1 }).waitFor();
  await desk.keyboard.press('/');
  await desk.keyboard.type(applicant.name);
  await desk.keyboard.press('Enter');
  await press(desk, desk.getByRole('link', { name: `${applicant.name}家(1人)` }));
  await desk.getByRole('complementary', { name: '现在可以做' }).waitFor();
  return desk;
};

type Fill = (desk: Page, form: Locator) => Promise<void>;
const nothing: Fill = () => Promise.resolve();
const today = (): string => civilDateAt(system.now());

/** A step from the column of actions: found, filled in and sent without a mouse. */
const take = async (desk: Page, says: string, fill: Fill = nothing): Promise<void> => {
  const column = desk.getByRole('complementary', { name: '现在可以做' });
  await press(desk, column.getByRole('button', { name: says, exact: true }));
  const form = desk.getByRole('region', { name: says, exact: true });
  await form.getByRole('heading', { name: says }).and(desk.locator(':focus')).waitFor();
  await fill(desk, form);
  await press(desk, form.getByRole('button', { name: says, exact: true }));
  await desk.getByText(`已完成:${says}`).waitFor();
};

const colleague: Fill = (desk, form) =>
  write(desk, field(form.getByRole('group', { name: '第2项' }), '姓名'), '某驻村干部');
const opinion =
  (text: string): Fill =>
  (desk, form) =>
    write(desk, field(form, '意见'), text);

/** @clause 一(四) the whole way of an application without a mouse, the focus seen at every stop */
describe('by keyboard alone', () => {
  const step = (desk: Page, name: RegExp) =>
    desk.getByRole('navigation', { name: '填写步骤' }).getByRole('button', { name });

  test('the clerk takes the application in', async () => {
    const desk = await sit(CLERK);
    await press(desk, desk.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '受理' }));
    await press(desk, desk.getByRole('button', { name: '新建低保申请' }));
    await field(desk, '住址').waitFor();
    await pick(desk, desk.getByRole('radiogroup').filter({ hasText: '城市' }), '城市');
    await write(desk, field(desk, '住址'), '示例路1号');
    await press(desk, step(desk, /^家庭成员/));
    await write(desk, field(desk, '身份证号'), applicant.idNumber);
    await write(desk, field(desk, '姓名'), applicant.name);
    await press(desk, step(desk, /^收入/));
    await press(desk, desk.getByRole('button', { name: '增加一笔收入' }));
    await pickFromList(desk, desk.getByRole('combobox', { name: '家庭成员' }), applicant.name);
    await pickFromList(desk, desk.getByRole('combobox', { name: '收入种类' }), '工资性收入');
    await write(desk, field(desk, '金额(元)'), '400');
    await pickFromList(desk, desk.getByRole('combobox', { name: '期间' }), '每月');
    await desk.getByText('符合,整户纳入').waitFor();
    await press(desk, step(desk, /^近亲属备案/));
    await pick(desk, desk.getByRole('radiogroup').filter({ hasText: '没有' }), '没有');
    await press(desk, step(desk, /^承诺与提交/));
    await press(desk, desk.getByRole('checkbox', { name: /已承诺所填/ }), 'Space');
    await press(desk, desk.getByRole('button', { name: '提交申请' }));
    await desk.getByRole('heading', { name: `${applicant.name}家(1人)` }).waitFor();
    await take(desk, '受理申请');
  });

  test('the clerk records authorisation, investigation and visit, and asks for the data check', async () => {
    await system.passDays(2);
    const desk = await openCase(CLERK);
    await take(desk, '登记核对授权', async (_, form) => {
      await pickFromList(desk, form.getByRole('combobox', { name: '家庭成员' }), applicant.name);
      await pick(desk, form.getByRole('radiogroup').filter({ hasText: '签名' }), '签名');
      await writeDate(desk, field(form, '签署日期'), today());
    });
    await take(desk, '启动入户调查', colleague);
    await take(desk, '记录入户调查', async (_, form) => {
      await writeDate(desk, field(form, '入户日期|日期'), today());
      await pickFromList(desk, form.getByRole('combobox', { name: '调查方式' }), '入户');
      await colleague(desk, form);
      await pickFromList(desk, form.getByRole('combobox', { name: '家庭成员' }), applicant.name);
      await pick(desk, form.getByRole('radiogroup').filter({ hasText: '签名' }), '签名');
      await write(desk, field(form, '调查情况|情况'), '情况与申报一致');
    });
    await take(desk, '提请信息核对', (_, form) => press(desk, form.getByRole('checkbox', { name: '全选' }), 'Space'));
  });

  test('the county checks, the clerk proposes, the approver agrees', async () => {
    const county = await openCase('tengchong.datadesk');
    await take(county, '发起信息核对');
    await take(county, '记录核对结果', async (_, form) => {
      await pick(county, form.getByRole('radiogroup'), '与申报一致');
      await write(county, field(form, '核对情况|情况'), '核对报告与申报一致');
    });
    const clerk = await openCase(CLERK);
    await take(clerk, '提出初审建议', async (_, form) => {
      await pick(clerk, form.getByRole('radiogroup').filter({ hasText: '整户纳入' }), '整户纳入');
      await write(clerk, field(form, '理由'), '家庭人均收入低于低保标准');
    });
    await take(await openCase('tengyue.approver'), '同意初审建议', opinion('同意'));
  });

  test('the clerk posts the notice from the list of notices, with its photo', async () => {
    const desk = await sit(CLERK);
    await press(desk, desk.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '公示' }));
    await press(desk, desk.getByRole('checkbox', { name: `选择${applicant.name}` }), 'Space');
    await press(desk, desk.getByRole('button', { name: '登记张榜(1户)' }).first());
    const form = desk.getByRole('form', { name: '登记所选家庭' });
    await write(desk, form.getByLabel('张榜地点'), '社区公开栏');
    await attach(desk, form.getByLabel('照片'), photo);
    await press(desk, form.getByRole('button', { name: '登记张榜(1户)' }));
    await desk.getByText('1户全部登记完成').waitFor();
  });

  test('the county reviews it from its queue and confirms it', async () => {
    await system.passDays(9);
    const reviewer = await sit('tengchong.reviewer1');
    await reviewer.getByRole('row').filter({ hasText: applicant.name }).waitFor();
    await reviewer.keyboard.press('j');
    await tabTo(reviewer, reviewer.getByRole('link', { name: /办理/ }));
    await reviewer.keyboard.press('Enter');
    const form = reviewer.getByRole('region', { name: '提出审查意见', exact: true });
    await opinion('建议确认')(reviewer, form);
    await press(reviewer, form.getByRole('button', { name: '提出审查意见' }));
    await reviewer.getByText('已完成:提出审查意见').waitFor();
    const approver = await openCase('tengchong.approver');
    await take(approver, '予以确认', opinion('符合规定条件,予以确认'));
    await approver
      .getByRole('region', { name: '进程' })
      .locator('[aria-current=step]', { hasText: '保障中' })
      .waitFor();
    const tabs = approver.getByRole('tablist');
    await tabTo(approver, tabs.getByRole('tab', { selected: true }));
    const here = tabs.getByRole('tab', { selected: true }).and(approver.locator(':focus'));
    for (await here.waitFor(); (await here.innerText()) !== '待遇'; await here.waitFor()) {
      const left = tabs.getByRole('tab', { name: await here.innerText(), exact: true, selected: false });
      await approver.keyboard.press('ArrowRight');
      await left.waitFor();
    }
    await approver.getByRole('table', { name: '待遇' }).waitFor();
  });
});
