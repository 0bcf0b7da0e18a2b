import type { Browser, Locator, Page } from 'playwright-core';
import { roster } from '../../prisma/seed/staff/roster';
import { startSystem, type RunningSystem } from '../support/running-system';
import { seriousFindings } from './support/axe';
import { deskOf, openBrowser, openDesk } from './support/desk';
import { choose, field } from './support/form';

let system: RunningSystem;
let browser: Browser;

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(['fresh']), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await system.stop();
});

const settled = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('.loading').first().waitFor({ state: 'detached' });
};
const open = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await settled(page);
  expect([address, await seriousFindings(page)]).toEqual([address, []]);
};
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

const TENGCHONG = ['保山市', '腾冲市'] as const;

/** A place level by level, by keyboard: the list narrows while typing. */
const choosePlace = async (page: Page, form: Locator, names: readonly string[]): Promise<void> => {
  for (const [index, name] of names.entries()) {
    const box = form.locator('.place').getByRole('combobox').nth(index);
    await box.focus();
    await page.keyboard.type(name);
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: name }).waitFor();
    await page.keyboard.press('Enter');
    await form.locator('.place .ant-select').nth(index).getByText(name).waitFor();
  }
};

describe('users and roles', () => {
  test('an administrator makes an account by keyboard alone; its owner logs in and changes the password', async () => {
    const page = await deskOf(browser, system.url, 'yn.admin1');
    await open(page, '/admin/staff');
    const form = page.getByRole('form', { name: '新增人员' });
    await form.getByRole('button', { name: '新增人员' }).focus();
    await page.keyboard.press('Enter');
    await form.getByText('请填写登录名').waitFor();
    // The first wrong field has the focus.
    await page.keyboard.type('Wrong Name');
    await page.keyboard.press('Tab');
    await page.keyboard.type('测试经办');
    await page.keyboard.press('Tab');
    await page.keyboard.type('县级审查人');
    await page.keyboard.press('Enter');
    await choosePlace(page, form, TENGCHONG);
    await form.getByRole('button', { name: '新增人员' }).press('Enter');
    await form.locator('.field-problem').getByText('登录名只能用').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await field(form, '登录名').fill('tengchong.tester');
    await form.getByRole('button', { name: '新增人员' }).press('Enter');
    const once = page.getByRole('region', { name: '密码(只显示这一次)' });
    const password = await once.locator('code').innerText();
    await press(page, '已记下,收起');
    expect(await page.evaluate('JSON.stringify(sessionStorage)')).not.toContain(password);
    const own = await openDesk(browser, system.url);
    await own.goto('/');
    await field(own, '登录名').fill('tengchong.tester');
    await own.getByLabel('密码', { exact: true }).fill(password);
    await press(own, '登录');
    await own.getByRole('link', { name: '测试经办' }).click();
    await settled(own);
    expect(await seriousFindings(own)).toEqual([]);
    await own.getByLabel('原密码').fill(password);
    await own.getByLabel('新密码').fill('short');
    await press(own, '修改密码');
    await own.locator('.field-problem').getByText('至少10个字符').waitFor();
    await own.getByLabel('新密码').fill('Another-secret-1');
    await press(own, '修改密码');
    await own.getByText('密码已修改').waitFor();
    await Promise.all([page, own].map((one) => one.context().close()));
  });

  test('a person’s page gives a second role, tells why administration is apart, ends a session and stops the account', async () => {
    const page = await deskOf(browser, system.url, 'yn.admin1');
    const their = await deskOf(browser, system.url, 'tengchong.reviewer1');
    await page.goto('/admin/staff?search=tengchong.reviewer1');
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByRole('heading', { name: '授予任职' }).waitFor();
    await settled(page);
    expect(await seriousFindings(page)).toEqual([]);
    const form = page.getByRole('form', { name: '授予任职' });
    const chooseRole = async (role: string): Promise<void> => {
      await form.getByRole('combobox', { name: '角色' }).focus();
      await page.keyboard.type(role);
      await page.keyboard.press('Enter');
    };
    await chooseRole('管理员');
    await choosePlace(page, form, TENGCHONG);
    await press(page, '授予任职');
    await form.getByText('管理员不能兼任其他岗位').waitFor();
    await chooseRole('督导员');
    await press(page, '授予任职');
    await page.getByText('腾冲市 督导员').waitFor();
    await page.getByRole('button', { name: '强制退出' }).first().click();
    await page.getByText('没有有效的登录').waitFor();
    await their.reload();
    await their.getByLabel('登录名').waitFor();
    await Promise.all([page, their].map((one) => one.context().close()));
  });
});

describe('standards, delegation and calendar', () => {
  test('a value below the guide is refused with its rule beside the field; a sound one waits for another person, with what it changes', async () => {
    const page = await deskOf(browser, system.url, 'yn.admin1');
    await open(page, '/admin/parameters?search=城市最低生活保障标准');
    await open(page, '/admin/parameters/one?id=dibao.standard.urban');
    await choosePlace(page, page.getByRole('form', { name: '提交复核' }), TENGCHONG);
    await field(page, '数值(元/月)').fill('1');
    await field(page, '生效日期').fill('2027-01-01');
    await field(page, '依据').fill('测试文件〔2026〕1号');
    await press(page, '提交复核');
    await page.locator('.field-problem').getByText('省级指导标准').waitFor();
    await field(page, '数值(元/月)').fill('744');
    await press(page, '提交复核');
    await page.getByText('已提交,等待另一名管理员复核').waitFor();
    const mine = page.getByRole('listitem').filter({ hasText: '测试文件〔2026〕1号' });
    await mine.getByText('本人录入的由另一人复核').waitFor();
    expect(await mine.getByRole('button', { name: '复核通过' }).isDisabled()).toBe(true);
    await page.context().close();
  });

  test('the confirming power of a township begins on a day, once a second administrator has agreed', async () => {
    const maker = await deskOf(browser, system.url, 'yn.admin1');
    const checker = await deskOf(browser, system.url, 'yn.admin2');
    await open(maker, '/admin/delegation?division=530581');
    await choosePlace(maker, maker.getByRole('form', { name: '提交复核' }), [...TENGCHONG, '腾越街道']);
    await choose(maker, '确认权限', '委托乡镇以县级名义确认');
    await field(maker, '生效日期').fill('2027-01-01');
    await press(maker, '提交复核');
    await maker.getByText('请填写下放或收回的文件').waitFor();
    await field(maker, '下放或收回的文件').fill('测试民发〔2026〕9号');
    await press(maker, '提交复核');
    await maker.getByText('已提交,等待另一名管理员复核').waitFor();
    await open(checker, '/admin/delegation?division=530581');
    await press(checker, '复核通过');
    await checker.getByText('已复核通过').waitFor();
    const row = checker.getByRole('row').filter({ hasText: '腾越街道' });
    await row.getByText('2027年1月1日起 委托乡镇以县级名义确认').waitFor();
    await Promise.all([maker, checker].map((one) => one.context().close()));
  });

  test('the calendar shows make-up days and takes local days', async () => {
    const page = await deskOf(browser, system.url, 'yn.admin1');
    await open(page, '/admin/calendar?year=2026');
    await page.getByRole('region', { name: '2026年1月' }).getByText('班').waitFor();
    await page.getByRole('region', { name: '等待日历的个案' }).getByText('没有个案在等待日历').waitFor();
    const form = page.getByRole('form', { name: '提交地方节假日' });
    await field(form, '名称').fill('测试节');
    await field(form, '开始日期').fill('2026-08-10');
    await field(form, '结束日期').fill('2026-08-09');
    await field(form, '文号或网址').fill('测试条例第一条');
    await press(page, '提交地方节假日');
    await form.getByText('请选择适用地区').waitFor();
    await choosePlace(page, form, TENGCHONG);
    await press(page, '提交地方节假日');
    await form
      .getByText(/结束日期不能早于开始日期/)
      .first()
      .waitFor();
    await field(form, '结束日期').fill('2026-08-10');
    await press(page, '提交地方节假日');
    await page.getByRole('list', { name: '待复核' }).getByText('测试节').waitFor();
    await page.context().close();
  });
});

describe('the register of near relatives', () => {
  test('the county declares a relative in a case and finds it in the register; the township’s clerk is locked out at once', async () => {
    const page = await deskOf(browser, system.url, 'tengchong.reviewer1');
    await open(page, '/relatives');
    await open(page, `${system.caseOf('fresh')}/relatives`);
    await press(page, '补登近亲属');
    await page.getByText('请选择家庭成员').waitFor();
    await page.getByRole('combobox', { name: /^家庭成员/ }).click();
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click();
    const clerk = roster.find(({ login }) => login === 'tengyue.clerk2')!;
    const locked = await deskOf(browser, system.url, clerk.login);
    await locked.goto(system.caseOf('fresh'));
    await settled(locked);
    await page.getByRole('combobox', { name: /^工作人员账号/ }).focus();
    await page.keyboard.type(clerk.name);
    await page.locator('.ant-select-dropdown:visible').getByText(clerk.name).waitFor();
    await page.keyboard.press('Enter');
    await choose(page, '亲属关系', '兄弟姐妹');
    await field(page, '单位和职务').fill('腾越街道民政办');
    await press(page, '补登近亲属');
    await page.getByText('回避中').waitFor();
    await locked.reload();
    await locked.getByText('应当回避').waitFor();
    await locked.context().close();
    await page.goto('/relatives');
    await page.getByText('回避中').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.context().close();
  });
});

describe('the audit log', () => {
  test('is searched by operation and by ID number, which stays out of address and storage; a day’s chain is checked', async () => {
    const page = await deskOf(browser, system.url, 'yn.admin1');
    await open(page, '/admin/audit');
    await press(page, '查询');
    await page.getByRole('table', { name: '审计' }).getByText('查询审计记录').first().waitFor();
    await field(page, '当事人身份证号').fill('530522197505150019');
    await press(page, '查询');
    await page.locator('.state, .ant-alert, .field-problem').first().waitFor();
    expect(page.url()).not.toContain('5305221975');
    expect(await page.evaluate('JSON.stringify({ ...sessionStorage, ...localStorage })')).not.toContain('5305221975');
    await field(page, '日期').fill('2020-01-01');
    await press(page, '核对这一日');
    await page.getByText('没有封存的记录').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.context().close();
  });

  test('is not for the counter', async () => {
    const page = await deskOf(browser, system.url, 'tengyue.clerk1');
    for (const address of ['/admin/audit', '/relatives', '/admin/staff']) {
      await page.goto(address);
      await page.getByText('当前任职不能查看这里').first().waitFor();
      expect([address, await seriousFindings(page)]).toEqual([address, []]);
    }
    await page.context().close();
  });
});
