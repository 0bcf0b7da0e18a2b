import { createHash } from 'node:crypto';
import { decode } from 'iconv-lite';
import { formats } from '../../domain/payment-files/formats';
import { referenceOf } from '../../domain/payment-files/line';
import { verifyLedger } from '../../store/ledger/verify';
import { writeFiles } from '../../store/payment-files/write-files';
import { lockRun } from '../../store/payments/history';
import { gatherGoing, sendLines } from '../../store/payments/send';
import { owe } from '../ledger/support/owing';
import { cardNumber } from '../payments/support/cards';
import { caseIdOf, populate, startPaying } from '../payments/support/population';
import { balances } from '../payments/support/sums';
import { openStores, type OpenedStores } from '../store/support/store';
import { addLocalValue } from '../support/local-value';
import { payingDesk, type PayingDesk } from './support/paying';
import { csvAnswer } from './support/returns';

/** @clause 三(一) what a run sends is written once, bank by bank, to the fen */
const [ONE, TWO] = ['530581001', '530581002'] as const;

let stores: OpenedStores;
let desk: PayingDesk;
beforeEach(async () => {
  stores = await openStores();
  desk = payingDesk(stores);
  await populate(stores.owner, { townships: [ONE, TWO], count: 5, fromMonth: '2026-08' });
  await startPaying(stores.worker, '530581', '2026-09');
});
afterEach(() => stores.close());

const textOf = async (storageKey: string) => decode(await desk.files.get(storageKey), 'gb18030').split('\r\n');
const rename = (caseId: string, name: string) =>
  stores.owner.query('update card_account set holder_name = $2 where case_id = $1', [caseId, name]);

it('writes one file for each bank with every line once, its place and the totals', async () => {
  const runId = await desk.draw('2026-09-01', 'bankCsv');
  await desk.send(runId, '2026-09-05');
  const files = await desk.filesOf(runId);
  expect(files.map(({ bank, part, lines, fen, name }) => ({ bank, part, lines, fen, name }))).toEqual([
    { bank: 'postal', part: 1, lines: 6, fen: 180_000n, name: '腾冲市低保金202609-邮政储蓄银行-1.csv' },
    { bank: 'ruralCredit', part: 1, lines: 4, fen: 120_000n, name: '腾冲市低保金202609-农村信用社(农商行)-1.csv' },
  ]);
  const lines = await desk.linesOf(runId);
  for (const { id, storageKey, sha256, size } of files) {
    const bytes = await desk.files.get(storageKey);
    expect([createHash('sha256').update(bytes).digest('hex'), bytes.length]).toEqual([sha256, size]);
    const inFile = lines.filter(({ fileId }) => fileId === id).sort((a, b) => a.position! - b.position!);
    expect(inFile.map(({ position }) => position)).toEqual(inFile.map((_, index) => index + 1));
    const rows = (await textOf(storageKey)).slice(1, -2);
    expect(rows.map((row) => row.split(',')[0])).toEqual(inFile.map((line) => referenceOf(line.id)));
  }
  const [first] = (await textOf(files[0]!.storageKey)).slice(1);
  expect(first!.split(',').slice(1)).toEqual([
    expect.stringMatching(/^\d{19}$/),
    expect.stringMatching(/^住户/),
    '300.00',
    '低保金',
    '202609',
  ]);
  expect((await textOf(files[0]!.storageKey)).join('\n')).toContain(cardNumber(`${ONE}001`));
});

it('writes the same bytes when the step is tried again, in whatever layout', async () => {
  const hashes = async (format: string): Promise<readonly string[]> => {
    await stores.owner.query('begin');
    await stores.owner.query(`set local session_replication_role = replica`);
    await stores.owner.query(`delete from payment_file`);
    await stores.owner.query(`update payment_line set state = 'pending', file_id = null, position = null`);
    await stores.owner.query(`update payment_run set format = $1`, [format]);
    await stores.owner.query('commit');
    await desk.send(runId, '2026-09-05');
    return (await desk.filesOf(runId)).map(({ sha256 }) => sha256);
  };
  const runId = await desk.draw('2026-09-01');
  for (const format of Object.keys(formats)) expect(await hashes(format)).toEqual(await hashes(format));
});

it('splits a list that is longer than a file may be', async () => {
  const runId = await desk.draw('2026-09-01', 'bankCsv');
  await stores.owner.query('update payment_run set unfunded = true');
  await stores.worker.withScopedClient(undefined, async (client) => {
    const run = (await lockRun(client, runId))!;
    await gatherGoing(client, runId);
    const files = await sendLines(client, run, desk.at('2026-09-05'), 4);
    await writeFiles(client, { files: desk.files, cipher: stores.worker.cipher }, run, files, desk.at('2026-09-05'));
  });
  const files = await desk.filesOf(runId);
  expect(files.map(({ bank, part, lines, fen }) => [bank, part, lines, fen])).toEqual([
    ['postal', 1, 4, 120_000n],
    ['postal', 2, 2, 60_000n],
    ['ruralCredit', 1, 4, 120_000n],
  ]);
  for (const { id } of files)
    expect(
      (await desk.linesOf(runId))
        .filter(({ fileId }) => fileId === id)
        .map(({ position }) => position)
        .sort(),
    ).toEqual([1, 2, 3, 4].slice(0, files.find((file) => file.id === id)!.lines));
});

it('holds a name that the layout cannot write, names it, and writes it where the layout can', async () => {
  const { owner } = stores;
  const rare = await caseIdOf(owner, ONE, 1);
  await rename(rare, '马𠮷芬');
  const runId = await desk.draw('2026-09-01', 'bankCsvGbk');
  await desk.send(runId, '2026-09-05');
  expect(
    (await desk.linesOf(runId)).filter(({ state }) => state === 'held').map(({ caseId, reason }) => [caseId, reason]),
  ).toEqual([[rare, 'unwritable']]);
  const [hold] = await stores.worker.prisma.paymentHold.findMany({ where: { endedAt: null } });
  expect(hold).toMatchObject({ reason: 'unwritable', role: 'townshipClerk', detail: '马𠮷芬' });
  expect((await desk.filesOf(runId)).reduce((sum, { lines }) => sum + lines, 0)).toBe(9);
});

it('writes a rare character where the layout takes it', async () => {
  await rename(await caseIdOf(stores.owner, ONE, 1), '马𠮷芬');
  const runId = await desk.draw('2026-09-01', 'bankCsv');
  await desk.send(runId, '2026-09-05');
  const texts = await Promise.all((await desk.filesOf(runId)).map(({ storageKey }) => textOf(storageKey)));
  expect(texts.flat().filter((row) => row.includes(',马𠮷芬,'))).toHaveLength(1);
});

it('leaves no file behind that no row names when the step is cut off', async () => {
  const runId = await desk.draw('2026-09-01', 'bankCsv');
  await stores.owner.query(`update card_account set number_enc = 'broken' where bank = 'ruralCredit'`);
  await expect(desk.send(runId, '2026-09-05')).rejects.toThrow(/无法解开/);
  expect(await desk.filesOf(runId)).toEqual([]);
  expect((await desk.linesOf(runId)).map(({ state }) => state)).toEqual(Array(10).fill('pending'));
});

// @clause 三(三) what a household agreed to have deducted is kept back from the payment itself
it('sends nothing to a bank where a line withholds the whole, and settles it with the release', async () => {
  await addLocalValue(stores.worker, {
    ...{ parameter: 'recovery.deductionCap', division: ONE, validFrom: '2020-01-01', value: '1' },
  });
  const caseId = await caseIdOf(stores.owner, ONE, 3);
  const debt = { month: '2026-08', fen: 40_000, monthly: 30_000, agreedOn: '2026-09-01' };
  await owe(stores.owner, { caseId, township: ONE, ...debt });
  const runId = await desk.draw('2026-09-01', 'bankCsv');
  await desk.send(runId, '2026-09-05');
  const lines = await desk.linesOf(runId);
  expect(lines.find((line) => line.caseId === caseId)).toMatchObject({
    ...{ withheldFen: 30_000n, state: 'paid', fileId: null, paidOn: '2026-09-05' },
  });
  expect((await desk.filesOf(runId)).reduce((sum, file) => sum + file.lines, 0)).toBe(9);
  const told = lines.filter(({ state }) => state === 'sent').map(({ id, fen }) => ({ id, fen, code: '0000' }));
  await desk.bring(runId, csvAnswer(told));
  await desk.advance(runId, '2026-09-09');
  expect((await stores.worker.prisma.paymentRun.findFirstOrThrow()).state).toBe('settled');
  expect(await balances(stores.owner)).toEqual({
    ...{ entitled: -300_000, paid: 270_000, offset: 30_000 },
    ...{ overpaid: -40_000, recovered: 30_000, outstanding: 10_000 },
  });
  expect((await stores.worker.withScopedClient(undefined, verifyLedger)).mismatches).toEqual([]);
});
