import type { Browser, Page } from 'playwright-core';
import { advanceRun } from '../../activities/payments/advance';
import { createFileStore } from '../../store/files';
import { checkLedger } from '../../store/ledger/check';
import { createRulebook } from '../../store/rulebook';
import { lineIdOf } from '../../domain/payment-files/line';
import { openRun } from '../payment-history/support/run';
import { correctAccount } from '../payment-files/support/correct';
import { csvAnswer } from '../payment-files/support/returns';
import { seriousFindings } from './support/axe';
import { deskOf, openBrowser } from './support/desk';
import { startPaidDesk, type PaidDesk } from './support/paid-desk';

const TOWNSHIPS = ['530581001', '530581002'];

let desk: PaidDesk;
let browser: Browser;
let runId: string;
beforeAll(async () => {
  [desk, browser] = await Promise.all([
    startPaidDesk({ on: '2027-09-09', townships: TOWNSHIPS, count: 3, fromMonth: '2027-09' }),
    openBrowser(),
  ]);
  runId = await openRun(desk.worker, '2027-09');
  await desk.owner.query(`update payment_run set state = 'sending', format = 'bankCsv'`);
  await advance();
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

const advance = () => {
  const files = createFileStore({ directory: desk.directory, cipher: desk.worker.cipher });
  return advanceRun(
    { store: desk.worker, rulebook: createRulebook(), files },
    runId,
    Date.parse('2027-09-09T02:00:00Z'),
  );
};
const accessible = async (page: Page): Promise<void> => expect(await seriousFindings(page)).toEqual([]);
const upload = (page: Page, bytes: Buffer, name: string) =>
  page.getByLabel('选择回盘文件').last().setInputFiles({ name, mimeType: 'text/csv', buffer: bytes });
type Line = Awaited<ReturnType<typeof lines>>[number];
const lines = () => desk.worker.prisma.paymentLine.findMany({ where: { runId }, orderBy: { id: 'asc' } });

/** Finance enters by the keyboard what the bank said of a household by letter, and the other hand books it. */
const answerByHand = async (maker: Page, name: string): Promise<void> => {
  await maker.goto(`/payments/${runId}?tab=reconciliation`);
  await maker.getByRole('button', { name: `登记银行结果:${name}` }).press('Enter');
  const form = maker.getByRole('region', { name: `登记银行结果:${name}` });
  await form.getByLabel('银行结果', { exact: true }).click();
  await maker.locator('.ant-select-item-option', { hasText: '已到账' }).click();
  await form.getByLabel('核实情况', { exact: false }).fill('农信社出具书面回单');
  await form.getByRole('button', { name: '提交复核' }).press('Enter');
  await form.getByText('请选择银行书面回单').waitFor();
  const paper = Buffer.from('%PDF-1.7 回单');
  await form.getByLabel('银行书面回单').setInputFiles({ name: '回单.pdf', mimeType: 'application/pdf', buffer: paper });
  await form.getByRole('button', { name: '提交复核' }).press('Enter');
  await form.getByText('请填写银行所说的到账日期').first().waitFor();
  await accessible(maker);
  await form.getByLabel('到账日期', { exact: false }).fill('2027-09-09');
  await form.getByRole('button', { name: '提交复核' }).press('Enter');
  await maker.getByRole('list', { name: '登记的银行结果' }).getByText('待复核').waitFor();
  await maker.getByText('查看依据:回单.pdf').waitFor();
  expect(await maker.getByRole('button', { name: '复核通过' }).count()).toBe(0);

  const checker = await deskOf(browser, desk.url, 'tengchong.finance.checker');
  await checker.goto('/payments?view=mine');
  await checker.getByRole('link', { name: '登记的银行结果待复核1项' }).click();
  await checker.getByRole('list', { name: '登记的银行结果' }).getByRole('button').first().press('Enter');
  await checker.getByText('没有结果', { exact: true }).waitFor({ state: 'detached' });
  await accessible(checker);
  await checker.context().close();
};

/** The county's answer to a finding. */
const settle = async (reviewer: Page, label: string, outcome: string, note: string): Promise<void> => {
  await reviewer.getByRole('button', { name: new RegExp(`^处理:.*${label}$`) }).click();
  await reviewer.getByLabel('处理结果', { exact: false }).click();
  await reviewer.locator('.ant-select-item-option', { hasText: outcome }).last().click();
  await reviewer.getByLabel('核实情况', { exact: false }).fill(note);
  await reviewer.getByRole('button', { name: '确定', exact: true }).click();
  await reviewer.getByText(`${outcome}(${note})`).waitFor();
};

/** The county pays a household anew, and then all whose account has been corrected at once. */
const payAnew = async (reviewer: Page, one: Line, other: Line): Promise<void> => {
  const failed = reviewer.getByRole('table', { name: '发放失败' });
  await failed.getByText('账户已销户').first().waitFor();
  await failed.getByRole('button', { name: `改为重发:${one.applicantName}` }).click();
  await reviewer.getByLabel('理由', { exact: false }).click();
  await reviewer.getByText('账户已更正,并由另一人复核').last().click();
  await reviewer.getByRole('button', { name: '确定改为重发' }).click();
  await reviewer.getByText(/账户还没有更正;请先登记更正的账户并由另一人复核/).waitFor();
  await correctAccount(desk.owner, one.caseId);
  await reviewer.getByRole('button', { name: '确定改为重发' }).click();
  const together = reviewer.getByRole('region', { name: '成批改为重发' });
  await together.getByText('账户还没有更正并由另一人复核:1户次').waitFor();
  expect(await together.getByRole('button', { name: '已更正的全部改为重发(0户次)' }).isDisabled()).toBe(true);
  await correctAccount(desk.owner, other.caseId);
  await reviewer.reload();
  await together.getByRole('button', { name: '已更正的全部改为重发(1户次)' }).press('Enter');
  await reviewer.getByText('已改为重发1户次,由下一批或补充批次发放').waitFor();
  await failed.waitFor({ state: 'detached' });
};

// @clause 三(一) finance hands the files to the banks and takes their answers; the county settles what they contradict
test('finance downloads the files, imports the answer and sees each line; the county settles a finding and pays anew', async () => {
  const maker = await deskOf(browser, desk.url, 'tengchong.finance.maker');
  await maker.goto(`/payments/${runId}?tab=files`);
  const files = maker.getByRole('table', { name: '发放文件' });
  await files.getByText('腾冲市低保金202709-邮政储蓄银行-1.csv').waitFor();
  const waiting = maker.waitForEvent('download');
  await files.getByRole('link', { name: /下载:腾冲市低保金202709-邮政储蓄银行/ }).click();
  const stream = await (await waiting).createReadStream();
  const given: Buffer[] = [];
  for await (const piece of stream) given.push(piece as Buffer);
  const references = Buffer.concat(given)
    .toString('latin1')
    .match(/DD\d{12}/g)!;
  expect(references).toHaveLength(4);

  const all = await lines();
  const first = lineIdOf(references[0]!)!;
  const paid = all.slice(0, 5).find(({ id }) => id !== first)!;
  const other = all.slice(0, 5).find(({ id }) => id !== first && id !== paid.id)!;
  const told = all.map(({ id, fen }) => ({ id, fen, code: [first, other.id].includes(id) ? '1003' : '0000' }));
  await upload(maker, csvAnswer(told.slice(0, 5)), '回盘一.csv');
  await maker.getByText('已导入5行,入账5行').waitFor();
  await maker.getByText('缺1笔').waitFor();
  await upload(maker, csvAnswer(told.slice(0, 5)), '回盘一.csv');
  await maker.getByText('这个文件以前已经导入过,没有改变任何结果').waitFor();
  const last = all[5]!;
  await answerByHand(maker, last.applicantName);
  const { id, fen } = last;
  const more = { id, fen: fen + 5_000n, code: '0000' };
  await maker.goto(`/payments/${runId}?tab=files`);
  await upload(maker, csvAnswer([more, { id: paid.id, fen: paid.fen, code: '1003' }]), '回盘二.csv');
  await maker.getByText('已导入2行,入账0行').waitFor();
  await maker.getByRole('button', { name: '逐行查看:回盘二.csv' }).click();
  const rows = maker.getByRole('table', { name: '逐行结果:回盘二.csv' });
  await rows.getByText('与已有结果相反,已列为待核查').waitFor();
  await upload(maker, Buffer.from('姓名,金额\n'), '别的.csv');
  await maker.getByText(/回盘文件的表头缺少:流水号/).waitFor();
  await accessible(maker);

  await maker.goto(`/payments/${runId}?tab=reconciliation`);
  await maker.getByText('账与清册逐项相符').waitFor();
  await maker.getByText('由县级审查人核实').first().waitFor();
  await accessible(maker);

  const reviewer = await deskOf(browser, desk.url, 'tengchong.reviewer1');
  await reviewer.goto(`/payments/${runId}?tab=reconciliation`);
  await settle(reviewer, '先报到账,后报失败', '确已到账,维持不变', '已电话向邮储银行核实');
  await settle(reviewer, '回盘金额与清单不符', '经银行核实,按回盘金额多付,多付的转追缴', '农信社确认多付50元');
  await reviewer.getByRole('link', { name: '查看追缴' }).click();
  await reviewer.getByRole('heading', { level: 1, name: `追缴:${last.applicantName}` }).waitFor();
  await reviewer.getByText('银行重复支付或多付,由回盘核查转来').waitFor();
  await reviewer.getByText('50.00元 = 0.00元 + 0.00元 + 50.00元').waitFor();
  await accessible(reviewer);
  await reviewer.goBack();

  await payAnew(
    reviewer,
    all.find(({ id: own }) => own === first)!,
    other,
  );
  await accessible(reviewer);
  expect((await lines()).map(({ state }) => state).sort()).toEqual([
    ...['paid', 'paid', 'paid', 'paid', 'reissued', 'reissued'],
  ]);

  const township = await deskOf(browser, desk.url, 'tengyue.approver');
  await township.goto(`/payments/${runId}?tab=files`);
  await township.getByText('还没有发放文件').waitFor();
  await township.getByText('回盘文件由财务导入。').waitFor();
  expect(await township.getByRole('link', { name: /^下载/ }).count()).toBe(0);
  await Promise.all([maker, reviewer, township].map((page) => page.context().close()));
});

// @clause 三(一) an administrator sees at once that a fen is not accounted for
test('an administrator sees how the ledger was found, and an alarm where it was changed behind its back', async () => {
  const page = await deskOf(browser, desk.url, 'yn.admin1');
  await page.goto('/admin/workflows');
  const panel = page.getByRole('region', { name: '资金账核对' });
  await panel.getByText('资金账还没有核对过').waitFor();
  await checkLedger(desk.worker, new Date('2027-09-09T03:00:00Z'));
  await page.reload();
  await panel.getByText('资金账相符').waitFor();
  await desk.owner.query('begin');
  await desk.owner.query('set local session_replication_role = replica');
  await desk.owner.query(`update payment_file set fen = fen + 1 where bank = 'postal'`);
  await desk.owner.query('commit');
  await checkLedger(desk.worker, new Date('2027-09-11T03:00:00Z'));
  await page.reload();
  await panel.getByText(/资金账有1处不符/).waitFor();
  await panel.getByText(/发放文件的合计与所载各行不符/).waitFor();
  await accessible(page);
  await page.context().close();
});
