import type { Browser, Page } from 'playwright-core';
import { idNumberOf } from '../support/people';
import { startSystem, type RunningSystem } from '../support/running-system';
import { deskOf, openBrowser } from './support/desk';
import { choose, doStep, field, finishStep, photo, startStep } from './support/form';

/** A walk of many steps on a machine that has much else to do. */
const PATIENCE_MS = 180_000;

let system: RunningSystem;
let browser: Browser;
const desks = new Map<string, Page>();

/** Everybody keeps their own desk through the whole walk. */
const at = async (login: string, address: string): Promise<Page> => {
  const page = desks.get(login) ?? (await deskOf(browser, system.url, login));
  desks.set(login, page);
  await page.goto(address);
  return page;
};

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(['confirming', 'relative']), openBrowser()]);
}, 2 * PATIENCE_MS);
afterAll(async () => {
  await browser.close();
  await system.stop();
}, PATIENCE_MS);

const step = (page: Page) => page.getByRole('navigation', { name: '填写步骤' });
const stage = (page: Page, label: string) =>
  page.getByRole('region', { name: '进程' }).locator('[aria-current=step]', { hasText: label }).waitFor();

describe('a household from application to public notice, by the hands of its officers', () => {
  let address = '';
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

  test(
    'the clerk takes the application in',
    async () => {
      const page = await at('tengyue.clerk1', '/intake');
      await page.getByRole('button', { name: '新建低保申请' }).click();
      await page.getByRole('radio', { name: '城市', exact: true }).check();
      await field(page, '住址').fill('示例路1号');

      await step(page)
        .getByRole('button', { name: /家庭成员/ })
        .click();
      await field(page, '姓名').fill('甲示例');
      await field(page, '身份证号').fill(idNumberOf('1975-05-15', 1));
      await page.getByText('1975年5月15日出生,男').waitFor();
      await page.getByRole('button', { name: '增加家庭成员' }).click();
      const child = page.getByRole('group', { name: '成员2' });
      await field(child, '姓名').fill('乙示例');
      const second = page.getByRole('group', { name: '乙示例' });
      await choose(second, '与申请人关系', '子女');
      await field(second, '身份证号').fill(idNumberOf('2014-09-01', 2));

      await step(page).getByRole('button', { name: '收入' }).click();
      await page.getByRole('button', { name: '增加一笔收入' }).click();
      await choose(page, '家庭成员', '甲示例');
      await choose(page, '收入种类', '工资性收入');
      await field(page, '金额(元)').fill('600');
      await choose(page, '期间', '每月');
      await page.getByText('符合,整户纳入').waitFor();

      await step(page)
        .getByRole('button', { name: /近亲属备案/ })
        .click();
      await page.getByRole('radio', { name: '没有', exact: true }).check();
      await step(page)
        .getByRole('button', { name: /承诺与提交/ })
        .click();
      await page.getByRole('checkbox', { name: /已承诺所填/ }).check();
      await page.getByText('已填完整,可以提交').waitFor();
      await page.getByRole('button', { name: '提交申请' }).click();
      await page.getByRole('heading', { name: '甲示例家(2人)' }).waitFor();
      address = new URL(page.url()).pathname;
      await stage(page, '待审查材料');
    },
    PATIENCE_MS,
  );

  test(
    'the clerk accepts it; who must authorise is filled in',
    async () => {
      const page = await at('tengyue.clerk1', address);
      const form = await startStep(page, '受理申请');
      expect(await form.getByRole('checkbox', { name: '甲示例' }).isChecked()).toBe(true);
      expect(await form.getByRole('checkbox', { name: '乙示例' }).isChecked()).toBe(false);
      await finishStep(page, '受理申请');
      await stage(page, '入户调查');
      await page
        .getByText(/^还剩\d+天/)
        .first()
        .waitFor();
    },
    PATIENCE_MS,
  );

  test(
    'no data check before the authorisation, and the desk says why',
    async () => {
      const page = await at('tengyue.clerk1', address);
      const refused = page.getByRole('group').filter({ hasText: '暂时不能做' });
      if (!(await refused.getByText('提请信息核对').isVisible())) await refused.locator('summary').click();
      await refused.getByText(/授权/).first().waitFor();
    },
    PATIENCE_MS,
  );

  test(
    'authorisation, investigation, home visit',
    async () => {
      const page = await at('tengyue.clerk1', address);
      const authorisation = await startStep(page, '登记核对授权');
      await choose(authorisation, '家庭成员', '甲示例');
      await authorisation.getByRole('radio', { name: '签名' }).check();
      await field(authorisation, '签署日期').fill(today);
      await finishStep(page, '登记核对授权');

      const start = await startStep(page, '启动入户调查');
      await field(start.getByRole('group', { name: '第2项' }), '姓名').fill('某驻村干部');
      await finishStep(page, '启动入户调查');

      const visit = await startStep(page, '记录入户调查');
      await field(visit, '入户日期|日期').fill(today);
      await choose(visit, '调查方式', '入户');
      await field(visit.getByRole('group', { name: '第2项' }), '姓名').fill('某驻村干部');
      await choose(visit, '家庭成员', '甲示例');
      await visit.getByRole('radio', { name: '签名' }).check();
      await field(visit, '调查情况|情况').fill('情况与申报一致');
      await finishStep(page, '记录入户调查');

      const request = await startStep(page, '提请信息核对');
      await request.getByRole('checkbox', { name: '全选' }).check();
      await finishStep(page, '提请信息核对');
    },
    PATIENCE_MS,
  );

  test(
    'the data desk of the county checks',
    async () => {
      const page = await at('tengchong.datadesk', address);
      await doStep(page, '发起信息核对');
      const result = await startStep(page, '记录核对结果');
      await result.getByRole('radio', { name: /^(与申报)?一致$/ }).check();
      await field(result, '核对情况|情况').fill('核对报告与申报一致');
      await finishStep(page, '记录核对结果');
    },
    PATIENCE_MS,
  );

  test(
    'the clerk proposes; the sum stands beside the form',
    async () => {
      const page = await at('tengyue.clerk1', `${address}?tab=amount`);
      await page.getByRole('table', { name: '结果' }).getByText(/元/).waitFor();
      const proposal = await startStep(page, '提出初审建议');
      await proposal.getByRole('radio', { name: '整户纳入' }).check();
      await field(proposal, '理由').fill('家庭人均收入低于低保标准');
      await finishStep(page, '提出初审建议');
      await stage(page, '初审');
    },
    PATIENCE_MS,
  );

  test(
    'the approver of the township agrees, the clerk posts the notice with its photo',
    async () => {
      const approver = await at('tengyue.approver', address);
      await doStep(approver, '同意初审建议');
      const clerk = await at('tengyue.clerk1', address);
      await stage(clerk, '公示');
      const posting = await startStep(clerk, '记录张榜');
      await field(posting, '张榜地点').fill('社区公开栏');
      await posting.locator('input[type=file]').setInputFiles(photo);
      await posting.getByText('照片.png').waitFor();
      await finishStep(clerk, '记录张榜');
      await clerk.getByRole('tab', { name: '过程' }).click();
      await clerk
        .getByRole('list', { name: '办理过程' })
        .getByText(/记录张榜/)
        .waitFor();
    },
    PATIENCE_MS,
  );

  test(
    'the queue of the office shows the case with its next step',
    async () => {
      const page = await at('tengyue.clerk1', '/');
      const row = page.getByRole('row').filter({ hasText: '甲示例' });
      await row.getByText(/公示/).first().waitFor();
      await row.getByRole('link', { name: /办理/ }).click();
      await page.waitForURL((url) => url.pathname === address);
    },
    PATIENCE_MS,
  );
});

describe('cases that stand before the county', () => {
  test(
    'the county visits a declared relative’s household before it recommends',
    async () => {
      const page = await at('wuhua.reviewer1', system.caseOf('relative'));
      await stage(page, '区县审查意见');
      const visit = await startStep(page, '记录县级入户');
      await field(visit, '入户日期|日期').fill(new Date().toISOString().slice(0, 10));
      await field(visit.getByRole('group', { name: '第2项' }), '姓名').fill('某县级干部');
      await field(visit, '入户情况|调查情况|情况').fill('经入户核查,情况属实');
      await finishStep(page, '记录县级入户');
      await doStep(page, '提出审查意见');
      await stage(page, '区县审核确认');
    },
    PATIENCE_MS,
  );

  test(
    'the county approver confirms; the benefit stands from the month after',
    async () => {
      const page = await at('tengchong.approver', system.caseOf('confirming'));
      await doStep(page, '予以确认');
      await page.getByRole('tab', { name: '待遇' }).click();
      await page
        .getByRole('table', { name: '待遇' })
        .getByText(/另有决定时/)
        .waitFor();
      await page.getByRole('tab', { name: '文书' }).click();
      await page.getByText('待送达').first().waitFor();
      await stage(page, '保障中');
    },
    PATIENCE_MS,
  );
});
