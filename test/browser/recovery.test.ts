import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { tickRecovery } from '../../activities/recovery/tick';
import { createRulebook } from '../../store/rulebook';
import { goThrough, openRun } from '../payment-history/support/run';
import { caseIdOf } from '../payments/support/population';
import { seriousFindings } from './support/axe';
import { deskOf, openBrowser } from './support/desk';
import { startPaidDesk, type PaidDesk } from './support/paid-desk';

const TOWNSHIP = '530581001';

let desk: PaidDesk;
let browser: Browser;
beforeAll(async () => {
  [desk, browser] = await Promise.all([
    startPaidDesk({ on: '2027-09-20', townships: [TOWNSHIP], count: 2, fromMonth: '2027-08' }),
    openBrowser(),
  ]);
  const { worker, owner } = desk;
  for (const month of ['2027-08', '2027-09'])
    await goThrough(worker, await openRun(worker, month), () => ({ state: 'paid' }));
  const caseId = await caseIdOf(owner, TOWNSHIP, 1);
  await owner.query(`update entitlement set to_month = '2027-08' where case_id = $1`, [caseId]);
  const reduced = await caseIdOf(owner, TOWNSHIP, 2);
  const entitlement = randomUUID();
  await owner.query(
    `begin;
     update entitlement set to_month = '2027-08' where case_id = '${reduced}';
     insert into entitlement (id, case_id, programme, from_month, monthly_fen, decision_id)
       values ('${entitlement}', '${reduced}', 'dibao', '2027-09', 20000, gen_random_uuid());
     insert into entitlement_component select '${entitlement}', applicant_id, 20000 from "case" where id = '${reduced}';
     commit`,
  );
  const file = { mime: 'image/png', size: 1, sha256: '-', storageKey: '-', uploadedAt: new Date() };
  for (const [of, name] of [
    [caseId, '还款协议.png'],
    [reduced, '还款协议.png'],
    [reduced, '同意书.png'],
    [reduced, '新签协议.png'],
  ] as const)
    await worker.prisma.document.create({ data: { id: randomUUID(), caseId: of, kind: 'other', name, ...file } });
  await tickRecovery({ store: worker, rulebook: createRulebook() }, '2027-09-20');
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

const accessible = async (page: Page): Promise<void> => expect(await seriousFindings(page)).toEqual([]);
const openOne = async (login: string, name = '住户1之1'): Promise<Page> => {
  const page = await deskOf(browser, desk.url, login);
  await page.goto('/recovery');
  await page.getByRole('link', { name: `打开${name}的追缴` }).click();
  await page.getByRole('heading', { level: 1, name: `追缴:${name}` }).waitFor();
  return page;
};
const choose = async (page: Page, label: string, option: string): Promise<void> => {
  await page.getByLabel(label).click();
  await page.locator('.ant-select-item-option:visible', { hasText: option }).first().click();
};

// @clause 三(三) a recovery on the desk, from what the system found to the last yuan, each step by its own hand
test('reviewer, finance, township and approver take a recovery to its end', async () => {
  const reviewer = await openOne('tengchong.reviewer1');
  await reviewer.getByText('300.00元 = 0.00元 + 0.00元 + 300.00元').first().waitFor();
  await accessible(reviewer);
  await choose(reviewer, '认定情形', '工作差错');
  await reviewer.getByLabel('说明').fill('停保决定迟到一个月');
  await reviewer.getByRole('button', { name: '核实多发', exact: true }).last().click();
  await reviewer.getByText('请银行退回', { exact: true }).first().waitFor();

  const finance = await openOne('tengchong.finance.maker');
  await finance.getByLabel('银行退回金额').fill('100');
  await finance.getByLabel('日期').fill('2027-09-19');
  await finance.getByRole('button', { name: '登记银行退回结果' }).last().click();
  await finance.getByText('300.00元 = 100.00元 + 0.00元 + 200.00元').first().waitFor();

  const clerk = await openOne('tengyue.clerk1');
  await choose(clerk, '还款协议(本案材料)', '还款协议.png');
  await clerk.getByLabel('分期').fill('2027-10-10 100');
  await clerk.getByRole('button', { name: '提交还款协议' }).last().click();
  await clerk
    .getByText(/各期金额之和应等于未收回的金额/)
    .first()
    .waitFor();
  await clerk.getByLabel('分期').fill('2027-10-10 100\n2027-11-10 100');
  await clerk.getByRole('button', { name: '提交还款协议' }).last().click();
  await clerk.getByText('没有书面同意抵扣').first().waitFor();
  await accessible(clerk);

  const approver = await openOne('tengchong.approver');
  await approver.getByRole('button', { name: '同意还款协议', exact: true }).last().click();
  await approver.getByText('已同意').waitFor();

  await finance.reload();
  await finance.getByLabel('金额(元)').fill('200');
  await finance.getByLabel('日期').fill('2027-09-20');
  await finance.getByRole('button', { name: '登记还款', exact: true }).last().click();
  await finance.getByText('已结清', { exact: true }).first().waitFor();
  await finance.goto('/recovery?show=closed');
  await finance.getByRole('link', { name: '打开住户1之1的追缴' }).waitFor();
  await accessible(finance);
  for (const page of [reviewer, finance, clerk, approver]) await page.context().close();
});

// @clause 三(三) what a household agreed to is withheld month by month, shown where money is shown, and ends when it says so
test('a household agrees to a deduction, sees it in its months, and takes its consent back', async () => {
  const { owner, worker } = desk;
  const name = '住户1之2';
  const caseId = await caseIdOf(owner, TOWNSHIP, 2);
  await owner.query(`update recovery set state = 'agreeing' where case_id = $1`, [caseId]);

  const clerk = await openOne('tengyue.clerk1', name);
  await choose(clerk, '还款协议(本案材料)', '还款协议.png');
  await clerk.getByLabel('分期').fill('2027-12-10 100');
  await clerk.getByLabel('每月抵扣金额').fill('40.01');
  await choose(clerk, '书面同意抵扣', '同意书.png');
  await clerk.getByRole('button', { name: '提交还款协议' }).last().click();
  await clerk
    .getByText(/每月抵扣不能超过现有待遇的上限40\.00元/)
    .first()
    .waitFor();
  await clerk.getByLabel('每月抵扣金额').fill('40');
  await clerk.getByRole('button', { name: '提交还款协议' }).last().click();
  await clerk.getByText('家庭书面同意每月抵扣40.00元').waitFor();

  const approver = await openOne('tengchong.approver', name);
  await approver.getByRole('button', { name: '同意还款协议', exact: true }).last().click();
  await approver.getByText('已同意').waitFor();
  await approver.getByText('还没有扣回').waitFor();
  const october = await openRun(worker, '2027-10');
  await approver.goto(`/payments/${october}`);
  await approver.getByText('其中扣回40.00元').first().waitFor();
  await approver.goto(`/payments/${october}?tab=lines`);
  await approver.getByText('扣回40.00元,实发160.00元').waitFor();
  await accessible(approver);

  await goThrough(worker, october, () => ({ state: 'paid' }));
  await clerk.reload();
  const withheld = clerk.getByRole('table', { name: '发放时扣回' });
  await withheld.getByRole('row', { name: /2027年10月 200\.00元 40\.00元 40\.00元 40\.00元 已到账/ }).waitFor();
  await clerk.getByText('100.00元 = 40.00元 + 0.00元 + 60.00元').first().waitFor();
  await accessible(clerk);

  await clerk.getByRole('button', { name: '提交新的还款协议' }).click();
  await choose(clerk, '家庭新签的还款协议', '新签协议.png');
  await clerk.getByLabel('分期').fill('2028-01-10 20\n2028-02-10 40');
  await clerk.getByLabel('每月抵扣金额').fill('30');
  await choose(clerk, '书面同意抵扣', '同意书.png');
  await clerk.getByRole('button', { name: '提交新的还款协议' }).last().click();
  await clerk.getByRole('region', { name: '新的还款协议' }).getByText('约定归还60.00元').waitFor();
  await accessible(clerk);
  await approver.goto('/recovery');
  await approver.getByRole('link', { name: `打开${name}的追缴` }).click();
  await approver.getByRole('button', { name: '同意新的还款协议', exact: true }).last().click();
  const former = approver.getByRole('region', { name: '原还款协议(第1份)' });
  await former.getByText('约定归还100.00元,提交以来已收回和核销40.00元').waitFor();
  await former.getByRole('row', { name: /100\.00元 40\.00元 余额并入新协议/ }).waitFor();
  await accessible(approver);

  await clerk.reload();
  await clerk.getByText('家庭书面同意每月抵扣30.00元').waitFor();
  await clerk.getByRole('button', { name: '登记撤回同意抵扣' }).first().click();
  await clerk.getByLabel('说明').fill('户主到所当面撤回');
  await clerk.getByRole('button', { name: '登记撤回同意抵扣' }).last().click();
  await clerk.getByText(/家庭曾同意每月抵扣30\.00元,2027年9月20日已撤回/).waitFor();
  await goThrough(worker, await openRun(worker, '2027-11'), () => ({ state: 'paid' }));
  await clerk.goto(`/cases/${caseId}?tab=payments`);
  const months = clerk.getByRole('table', { name: '逐月发放记录' });
  await months.getByRole('row', { name: /2027年11月 200\.00元 — 200\.00元/ }).waitFor();
  const withheldMonth = months.getByRole('row', { name: /2027年10月 200\.00元 40\.00元 160\.00元/ });
  await withheldMonth.getByText('按书面同意扣回多发款').waitFor();
  for (const page of [clerk, approver]) await page.context().close();
});
