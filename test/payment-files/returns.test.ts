import type { PaymentLine } from '../../generated/prisma/client';
import { verifyLedger } from '../../store/ledger/verify';
import { approveHandAnswer, proposeHandAnswer } from '../../store/payment-files/hand-answers';
import { owe } from '../ledger/support/owing';
import { caseIdOf, populate, startPaying } from '../payments/support/population';
import { people } from '../payments/support/runs';
import { balances, sumsByState } from '../payments/support/sums';
import { openStores, type OpenedStores } from '../store/support/store';
import { payingDesk, type PayingDesk } from './support/paying';
import { csvAnswer, fixedAnswer, workbookAnswer, type Told } from './support/returns';

/** @clause 三(一) what a bank answers is taken over line by line, once, and nothing of it is lost */
const COUNTY = '530581';

let stores: OpenedStores;
let desk: PayingDesk;
let runId: string;
let lines: readonly PaymentLine[];

const begin = async (format: string): Promise<void> => {
  runId = await desk.draw('2026-09-01', format);
  await desk.send(runId, '2026-09-05');
  lines = await desk.linesOf(runId);
};
beforeEach(async () => {
  stores = await openStores();
  desk = payingDesk(stores);
  await populate(stores.owner, { townships: ['530581001', '530581002'], count: 5, fromMonth: '2026-08' });
  await startPaying(stores.worker, COUNTY, '2026-09');
});
afterEach(() => stores.close());

const told = (index: number, code: string, more: Partial<Told> = {}): Told => ({
  id: lines[index]!.id,
  fen: lines[index]!.fen,
  code,
  ...more,
});
const all = (code: string): readonly Told[] => lines.map((_, index) => told(index, code));
const returns = () => stores.worker.prisma.paymentReturn.findMany({ orderBy: { receivedAt: 'asc' } });
const counts = async (returnId: string) => {
  const { total, applied, repeated, unknown, differs, late } =
    await stores.worker.prisma.paymentReturn.findUniqueOrThrow({
      where: { id: returnId },
    });
  return { total, applied, repeated, unknown, differs, late };
};
const none = { applied: 0, repeated: 0, unknown: 0, differs: 0, late: 0 };
const findings = () =>
  stores.worker.prisma.paymentFinding.findMany({
    orderBy: { row: 'asc' },
    select: { kind: true, lineId: true, fen: true },
  });
const stateOf = async (index: number) => (await desk.linesOf(runId))[index]!;
const runState = async () => (await stores.worker.prisma.paymentRun.findUniqueOrThrow({ where: { id: runId } })).state;

describe.each([
  ['bankCsv', '0000', '1002', csvAnswer],
  ['bankFixed', '0000', 'E002', fixedAnswer],
  ['cardPlatform', '发放成功', '发放失败', workbookAnswer],
  ['cardPlatformCsv', '发放成功', '发放失败', workbookAnswer],
] as const)('in the layout %s', (format, paid, failed, write) => {
  it('settles the run line by line, with reasons and dates', async () => {
    await begin(format);
    const told10 = lines.map((_, index) =>
      told(index, index === 3 ? failed : paid, index === 3 ? { reason: '户名不符' } : {}),
    );
    const { returnId } = await desk.bring(runId, write(told10));
    expect(await counts(returnId)).toEqual({ ...none, total: 10, applied: 10 });
    expect(await stateOf(3)).toMatchObject({ state: 'failed', bankReason: '户名不符' });
    expect(await stateOf(4)).toMatchObject({ state: 'paid', paidOn: '2026-09-08', bankReason: null });
    expect(await balances(stores.owner)).toEqual({ entitled: -300_000, paid: 270_000, failed: 30_000 });
    await desk.advance(runId, '2026-09-09');
    expect(await runState()).toBe('settled');
  });
});

it('takes the same file once, however often it is brought, also by two at once', async () => {
  await begin('bankCsv');
  const bytes = csvAnswer(all('0000'));
  const brought = await Promise.all([desk.bring(runId, bytes), desk.bring(runId, bytes)]);
  brought.push(await desk.bring(runId, bytes));
  expect(new Set(brought.map(({ returnId }) => returnId)).size).toBe(1);
  expect(brought.filter(({ again }) => again)).toHaveLength(2);
  expect(await returns()).toHaveLength(1);
  expect(await sumsByState(stores.owner)).toEqual({ paid: 300_000 });
});

it('takes parts in any order, and says which lines are still missing by leaving them sent', async () => {
  await begin('bankCsv');
  await desk.bring(runId, csvAnswer(all('0000').slice(6)));
  await desk.bring(runId, csvAnswer(all('0000').slice(0, 3)));
  expect((await desk.linesOf(runId)).map(({ state }) => state)).toEqual([
    ...Array<string>(3).fill('paid'),
    ...Array<string>(3).fill('sent'),
    ...Array<string>(4).fill('paid'),
  ]);
  await desk.advance(runId, '2026-09-09');
  expect(await runState()).toBe('paying');
});

it('reports what fits no line, what differs and what comes again, and applies the rest', async () => {
  await begin('bankCsv');
  const { returnId } = await desk.bring(
    runId,
    csvAnswer([
      told(0, '0000'),
      told(0, '0000'),
      told(1, '0000', { fen: 29_999n }),
      { id: 999_999n, fen: 1n, code: '0000' },
      told(2, '9999'),
    ]),
  );
  expect(await counts(returnId)).toEqual({ total: 5, applied: 2, repeated: 1, unknown: 1, differs: 1, late: 0 });
  expect(await findings()).toEqual([{ kind: 'wrongAmount', lineId: lines[1]!.id, fen: 29_999n }]);
  expect((await stateOf(1)).state).toBe('sent');
  expect(await stateOf(2)).toMatchObject({ state: 'uncertain', bankReason: '通讯超时,结果不明' });
  const rows = await stores.worker.prisma.paymentReturnRow.findMany({ orderBy: { row: 'asc' } });
  expect(rows.map(({ row, reference, outcome }) => [row, reference, outcome])).toEqual([
    [2, expect.stringMatching(/^DD/), 'applied'],
    [3, expect.stringMatching(/^DD/), 'repeated'],
    [4, expect.stringMatching(/^DD/), 'differs'],
    [5, 'DD000000999999', 'unknown'],
    [6, expect.stringMatching(/^DD/), 'applied'],
  ]);
  const [task] = await stores.worker.prisma.workItem.findMany({ where: { owner: { startsWith: 'paymentFinding/' } } });
  expect(task).toMatchObject({
    role: 'countyReviewer',
    division: COUNTY,
    sentence: '回盘核查:回盘金额与清单不符;向银行核实实发金额',
  });
});

it('keeps a line paid when an older file says that it failed, and asks the county', async () => {
  await begin('bankCsv');
  await desk.bring(runId, csvAnswer(all('0000')));
  const { returnId } = await desk.bring(runId, csvAnswer([told(0, '1003')]));
  expect(await counts(returnId)).toEqual({ ...none, total: 1, late: 1 });
  expect(await findings()).toEqual([{ kind: 'failedAfterPaid', lineId: lines[0]!.id, fen: 30_000n }]);
  expect(await sumsByState(stores.owner)).toEqual({ paid: 300_000 });
});

it('takes a late payment of a failed line, and asks the county', async () => {
  await begin('bankCsv');
  await desk.bring(runId, csvAnswer([told(0, '1003')]));
  await desk.bring(runId, csvAnswer([told(0, '0000')]));
  expect(await stateOf(0)).toMatchObject({ state: 'paid', bankReason: null });
  expect(await findings()).toEqual([{ kind: 'paidAfterFailed', lineId: lines[0]!.id, fen: 30_000n }]);
});

describe('a payment that arrives after the line was given up for another', () => {
  const giveUp = async (): Promise<void> => {
    await begin('bankCsv');
    await desk.bring(runId, csvAnswer(lines.map((_, index) => told(index, index === 0 ? '1003' : '0000'))));
    await desk.advance(runId, '2026-09-09');
    await stores.owner.query(`update payment_line set state = 'reissued' where id = $1`, [lines[0]!.id]);
  };
  const drawAgain = async (): Promise<string> => {
    const october = await desk.draw('2026-10-01', 'bankCsv');
    const again = (await desk.linesOf(october)).filter(({ month }) => month === '2026-09');
    expect(again).toMatchObject([
      { caseId: lines[0]!.caseId, correction: 1, replaces: lines[0]!.id, state: 'pending' },
    ]);
    return october;
  };

  it('stands again where nothing has taken its place, and is not drawn once more', async () => {
    await giveUp();
    await desk.bring(runId, csvAnswer([told(0, '0000')]));
    expect(await stateOf(0)).toMatchObject({ state: 'paid' });
    const october = await desk.draw('2026-10-01', 'bankCsv');
    expect((await desk.linesOf(october)).filter(({ month }) => month === '2026-09')).toEqual([]);
    expect(await findings()).toMatchObject([{ kind: 'paidAfterReissue' }]);
  });

  it('takes the place of a replacement that has not been sent', async () => {
    await giveUp();
    const october = await drawAgain();
    await desk.bring(runId, csvAnswer([told(0, '0000')]));
    expect(await stateOf(0)).toMatchObject({ state: 'paid' });
    expect((await desk.linesOf(october)).filter(({ month }) => month === '2026-09')).toMatchObject([
      { state: 'cancelled', reason: 'paidEarlier' },
    ]);
    expect(await findings()).toMatchObject([{ kind: 'paidAfterReissue' }]);
    expect(await balances(stores.owner)).toEqual({ entitled: -600_000, paid: 300_000, pending: 300_000 });
  });

  it('is money paid twice where the replacement has been sent: a finding, and the ledger stays with one', async () => {
    await giveUp();
    const october = await drawAgain();
    await desk.send(october, '2026-10-05');
    await desk.bring(runId, csvAnswer([told(0, '0000')]), '2026-10-06');
    expect((await stateOf(0)).state).toBe('reissued');
    expect(await findings()).toEqual([{ kind: 'paidTwice', lineId: lines[0]!.id, fen: 30_000n }]);
    expect(await balances(stores.owner)).toEqual({ entitled: -600_000, paid: 270_000, sent: 330_000 });
  });
});

// @clause 三(三) what a household agreed to have deducted is kept back from the payment itself
describe('of a line that withholds', () => {
  const township = '530581001';
  const owing = async (fen: number, monthly: number): Promise<string> => {
    const caseId = await caseIdOf(stores.owner, township, 3);
    await owe(stores.owner, { caseId, township, month: '2026-08', fen, monthly, agreedOn: '2026-09-01' });
    return caseId;
  };
  const indexOf = (caseId: string): number => lines.findIndex((line) => line.caseId === caseId);
  const verified = async () => (await stores.worker.withScopedClient(undefined, verifyLedger)).mismatches;

  it('gives the bank the rest alone, and takes its answer for that amount alone', async () => {
    const caseId = await owing(5_000, 4_000);
    await begin('bankCsv');
    const index = indexOf(caseId);
    expect(lines[index]).toMatchObject({ fen: 30_000n, withheldFen: 4_000n, state: 'sent' });
    const files = await desk.filesOf(runId);
    expect(files.reduce((sum, { fen }) => sum + fen, 0n)).toBe(296_000n);
    const gross = await desk.bring(runId, csvAnswer([told(index, '0000')]));
    expect(await counts(gross.returnId)).toEqual({ ...none, total: 1, differs: 1 });
    expect(await findings()).toEqual([{ kind: 'wrongAmount', lineId: lines[index]!.id, fen: 30_000n }]);
    const net = await desk.bring(runId, csvAnswer([told(index, '0000', { fen: 26_000n })]));
    expect(await counts(net.returnId)).toEqual({ ...none, total: 1, applied: 1 });
    expect(await balances(stores.owner)).toEqual({
      ...{ entitled: -300_000, paid: 26_000, offset: 4_000, sent: 270_000 },
      ...{ overpaid: -5_000, recovered: 4_000, outstanding: 1_000 },
    });
    expect(await verified()).toEqual([]);
  });

  it('is entered by hand for that amount too', async () => {
    const caseId = await owing(5_000, 4_000);
    await begin('bankCsv');
    const scope = { lineId: String(lines[indexOf(caseId)]!.id), fileId: null };
    const said = { result: 'paid', paidOn: '2026-09-08', note: '农信社出具书面回单', name: '回单.pdf' } as const;
    const draft = { ...scope, ...said, bytes: Buffer.from('%PDF-1.4 invented') };
    const [{ maker, checker }, at] = [people, desk.at('2026-09-09')];
    await stores.api.withScopedClient(maker, async (client) => {
      const answerId = await proposeHandAnswer(client, desk.files, runId, draft, maker.staffId, at);
      await approveHandAnswer(client, answerId, checker, at);
    });
    expect((await stores.worker.prisma.paymentHandAnswer.findFirstOrThrow()).fen).toBe(26_000n);
    expect(await balances(stores.owner)).toMatchObject({ paid: 26_000, offset: 4_000, recovered: 4_000 });
    expect(await findings()).toEqual([]);
  });

  it('leaves to people a line given up whose debt its household has paid back since, and what stands in its place', async () => {
    const caseId = await owing(3_000, 3_000);
    await begin('bankCsv');
    const index = indexOf(caseId);
    const net = { fen: 27_000n };
    await desk.bring(runId, csvAnswer([told(index, '1002', net)]));
    expect(await balances(stores.owner)).toMatchObject({ failed: 30_000, outstanding: 3_000 });
    await stores.owner.query(`update payment_line set state = 'reissued', changed_at = now() where state = 'failed'`);
    await stores.owner.query(
      `insert into recovery_entry (id, recovery_id, kind, fen, on_date, at)
       select gen_random_uuid(), id, 'repayment', 3000, '2026-09-20', now() from recovery`,
    );
    const october = await desk.draw('2026-10-01', 'bankCsv');
    const { returnId } = await desk.bring(runId, csvAnswer([told(index, '0000', net)]));
    expect(await counts(returnId)).toEqual({ ...none, total: 1, late: 1 });
    expect(await stateOf(index)).toMatchObject({ state: 'reissued', withheldFen: 3_000n });
    const again = (await desk.linesOf(october)).filter((line) => line.caseId === caseId);
    expect(again.map(({ month, state, withheldFen }) => [month, state, withheldFen])).toEqual([
      ['2026-09', 'pending', 0n],
      ['2026-10', 'pending', 0n],
    ]);
    expect(await findings()).toEqual([{ kind: 'paidTwice', lineId: lines[index]!.id, fen: 27_000n }]);
    expect(await verified()).toEqual([]);
  });
});

it('tells of a file that is not whole, and takes what it has', async () => {
  await begin('bankCsv');
  const whole = csvAnswer(all('0000'));
  const cut = Buffer.concat([
    whole.subarray(0, whole.indexOf('\r\n', 200) + 2),
    whole.subarray(whole.lastIndexOf('\r\n', -3) + 2),
  ]);
  const { returnId } = await desk.bring(runId, cut);
  const { problem, applied } = await stores.worker.prisma.paymentReturn.findUniqueOrThrow({ where: { id: returnId } });
  expect(applied).toBeGreaterThan(0);
  expect(applied).toBeLessThan(10);
  expect(problem).toContain(`文件合计为10笔,实有${applied}笔`);
});

it.each([
  ['no table of ours', Buffer.from('姓名,金额\n甲,1\n'), '回盘文件的表头缺少:流水号、返回码'],
  ['a broken workbook', Buffer.from('PK\x03\x04 nothing'), '回盘文件无法读取'],
  ['nothing', Buffer.alloc(0), '文件是空的'],
])('refuses %s and keeps nothing', async (_, bytes, says) => {
  await begin('bankCsv');
  await expect(desk.bring(runId, bytes)).rejects.toThrow(says);
  expect(await returns()).toEqual([]);
});

it('refuses a file before the run has been sent, and a run of another county', async () => {
  runId = await desk.draw('2026-09-01');
  await expect(desk.bring(runId, csvAnswer([]))).rejects.toThrow('送出发放文件后才能导入回盘');
  await stores.owner.query(`update payment_run set county = '530602'`);
  await expect(desk.bring(runId, csvAnswer([]))).rejects.toThrow('没有找到这一批发放');
});
