import { choose, doStep, field, finishStep, startStep } from '../support/form';
import type { Walk } from './walk';

const CLERK = 'tengyue.clerk1';
const APPROVER = 'tengyue.approver';
const COUNTY = 'tengchong.approver';

/** The county finds the case in its queue, reviews and confirms it. */
export const confirm = async (walk: Walk, address: string): Promise<void> => {
  const page = await walk.sit('tengchong.reviewer1', '/');
  await page.getByRole('row').filter({ hasText: '杨守田' }).getByRole('link', { name: /办理/ }).click();
  const opinion = page.getByRole('region', { name: '提出审查意见', exact: true });
  await field(opinion, '意见').fill('经审查符合条件,建议确认');
  await walk.tell(page, 'review');
  await finishStep(page, '提出审查意见');
  const approver = await walk.sit(COUNTY, address);
  await doStep(approver, '予以确认');
  await approver.getByRole('tab', { name: '待遇' }).click();
  await approver.getByRole('table', { name: '待遇' }).getByText(/元/).first().waitFor();
  await walk.tell(approver, 'confirmed');
};

/** The letter is handed over, and who received it is written down. */
const deliver = async (walk: Walk, address: string, letter: string, picture: string): Promise<void> => {
  const page = await walk.sit(CLERK, `${address}?tab=letters`);
  const named = page.getByRole('button', { name: letter });
  await named.first().click();
  await page
    .locator('.letter')
    .getByText(/杨守田/)
    .first()
    .waitFor();
  const form = await startStep(page, '记录文书送达');
  await form.getByRole('combobox', { name: /^文书/ }).click();
  await page.locator('.ant-select-dropdown:visible').getByText(letter).first().click();
  await field(form, '送达日期').fill(walk.today());
  await choose(form, '方式', '当面送达');
  await field(form, '签收人').fill('杨守田');
  await walk.tell(page, picture);
  await finishStep(page, '记录文书送达');
};

export const deliverConfirmation = (walk: Walk, address: string): Promise<void> =>
  deliver(walk, address, '确认', 'letter');

export const deliverStop = (walk: Walk, address: string): Promise<void> => deliver(walk, address, '停', 'stopped');

/** The first money has arrived: what was due and what was paid stand side by side. */
export const seePayment = async (walk: Walk, address: string): Promise<void> => {
  await walk.system.payMonths();
  const page = await walk.sit(CLERK, `${address}?tab=payments`);
  const months = page.getByRole('tabpanel', { name: '发放记录' }).getByRole('table');
  await months.getByRole('row').filter({ hasText: '1,422.00元' }).first().waitFor();
  await walk.tell(page, 'payment');
};

/** The case opens its re-check by itself; the household tells of new work. */
export const recheck = async (walk: Walk, address: string): Promise<void> => {
  const page = await walk.sit(CLERK, '/');
  const row = page.getByRole('row').filter({ hasText: '杨守田' }).filter({ hasText: '复核' });
  await row.getByRole('link', { name: /办理/ }).waitFor();
  await walk.tell(page, 'recheck');
  await row.getByRole('link', { name: /办理/ }).click();
  const opinion = page.getByRole('region', { name: '形成复核意见', exact: true });
  await opinion.getByRole('radio', { name: '情况属实(有变化)' }).check();
  await field(opinion, '理由').fill('户主到腾冲工业园区上班,有了固定工资');
  await finishStep(page, '形成复核意见');
  await doStep(await walk.sit(APPROVER, address), '复核有变化,转变更办理');
};

/** What changed is written beside what was known, and the rules reckon anew. */
export const change = async (walk: Walk, address: string): Promise<void> => {
  const page = await walk.sit(CLERK, `${address}?tab=facts`);
  await page.getByRole('button', { name: '更正' }).first().click();
  const form = page.getByRole('form', { name: '更正' });
  await field(form, '金额(元)').fill('4200');
  await field(form, '说明').fill('腾冲工业园区');
  await field(form, '自哪天起').fill(walk.today());
  await walk.tell(page, 'change');
  await form.getByRole('button', { name: '保存更正' }).click();
  await form.waitFor({ state: 'detached' });
  await doStep(page, '重新核算');
  const proposal = await startStep(page, '提出变更建议');
  await choose(proposal, '结论', '渐退');
  await proposal.getByRole('radio', { name: '就业' }).check();
  await field(proposal, '渐退月数').fill('6');
  await field(proposal, '理由').fill('就业增收,人均收入超过低保标准,给予六个月渐退期');
  await page.getByRole('tab', { name: '金额说明' }).click();
  await page.getByRole('table', { name: '结果' }).waitFor();
  await walk.tell(page, 'exit-proposal');
  await finishStep(page, '提出变更建议');
  await doStep(await walk.sit(APPROVER, address), '同意变更建议,报县级');
  const county = await walk.sit(COUNTY, address);
  await doStep(county, '批准变更');
  await county.getByRole('tab', { name: '待遇' }).click();
  await county.getByRole('table', { name: '待遇' }).getByText('渐退期低保金').first().waitFor();
  await walk.tell(county, 'leaving');
};

export const close = async (walk: Walk, address: string): Promise<void> => {
  const page = await walk.sit(CLERK, `${address}?tab=timeline`);
  await page.getByRole('region', { name: '进程' }).locator('[aria-current=step]', { hasText: '结案' }).waitFor();
  await page.getByRole('list', { name: '办理过程' }).waitFor();
  await page.getByText('本案已结案,没有要办理的步骤。').waitFor();
  await walk.tell(page, 'closed');
};
