import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { stream as workbooks } from 'exceljs';
import { lineIdOf } from '../../domain/payment-files/line';
import { fenFromYuan, yuanFromFen } from '../../domain/money';
import { computeParts } from '../../store/disclosure/compute';
import { verifyLedger } from '../../store/ledger/verify';
import { importReturn } from '../../store/payment-files/import-return';
import { reissueLine } from '../../store/payment-files/reissue';
import { reissueCorrected } from '../../store/payment-files/reissue-corrected';
import { sqlOf } from '../../store/sql';
import { caseIdOf, populate, startPaying } from '../payments/support/population';
import { sealCards } from '../payments/support/cards';
import { COUNTY, people, workRuns } from '../payments/support/runs';
import { balances } from '../payments/support/sums';
import { openStores, type OpenedStores } from '../store/support/store';
import { correctAccount } from './support/correct';
import { workbookAnswer } from './support/returns';

/** @clause 三(一) 300 households of three townships, from what they are entitled to until the money is on their cards */
const TOWNSHIPS = ['530581001', '530581002', '530581003'] as const;

let stores: OpenedStores;
beforeAll(async () => {
  stores = await openStores();
  await populate(stores.owner, { townships: TOWNSHIPS, count: 100, fromMonth: '2026-08' });
  await startPaying(stores.worker, COUNTY, '2026-09');
  await varyAmounts();
});
afterAll(() => stores.close());

/** From 200.01 yuan on, no two households of a township the same: sums tell what counts cannot. */
const varyAmounts = async (): Promise<void> => {
  const { owner } = stores;
  const amount = `20001 + 137 * split_part(c.number, '-', 3)::int`;
  await owner.query('begin');
  await owner.query(`update entitlement e set monthly_fen = ${amount} from "case" c where c.id = e.case_id`);
  await owner.query(
    `update entitlement_component k set fen = ${amount} from entitlement e join "case" c on c.id = e.case_id where e.id = k.entitlement_id`,
  );
  await owner.query('commit');
};

const number = async (sql: string, values: unknown[] = []): Promise<bigint> =>
  BigInt((await stores.owner.query<{ n: string }>(`select coalesce((${sql}), 0)::text as n`, values)).rows[0]!.n);
/** What the entitlements themselves say, months counted by hand. */
const entitledFor = (months: number, but = ''): Promise<bigint> =>
  number(`select ${months} * sum(e.monthly_fen) from entitlement e where true ${but}`);
const filesOf = (runId: string) =>
  stores.worker.prisma.paymentFile.findMany({ where: { runId }, orderBy: [{ bank: 'asc' }, { part: 'asc' }] });

interface Row {
  readonly id: bigint;
  readonly fen: bigint;
  readonly card: string;
}

/** What a bank reads out of the file it was given. */
const rowsIn = async (bytes: Buffer): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for await (const sheet of new workbooks.xlsx.WorkbookReader(Readable.from([bytes]), {}))
    for await (const { number: at, values } of sheet) {
      const cells = values as unknown[];
      if (at > 1)
        rows.push({
          id: lineIdOf(String(cells[8]))!,
          fen: fenFromYuan(Number(cells[6]).toFixed(2)),
          card: String(cells[5]),
        });
    }
  return rows;
};

it('pays all to the fen, with one in a hundred failing at first, and every total agrees', async () => {
  const { owner, worker, api } = stores;
  const work = workRuns(stores);
  const { files } = work.deps;
  const bring = (runId: string, bytes: Buffer) =>
    api.withScopedClient(people.maker, (client) =>
      importReturn(client, files, runId, { name: '回盘.xlsx', bytes }, people.maker, work.at()),
    );
  const sound = async () => {
    const report = await worker.withScopedClient(undefined, verifyLedger);
    expect(report.mismatches).toEqual([]);
    return report.fen;
  };

  // The list, and what the guards stop: a card that is none, and a death that arrives between list and release.
  const wrongCard = await caseIdOf(owner, TOWNSHIPS[0], 7);
  await owner.query(`update card_account set number_valid = false where case_id = $1`, [wrongCard]);
  const september = await work.draw('2026-09');
  expect(await balances(owner)).toMatchObject({ entitled: -Number(await entitledFor(1)) });
  const dead = await caseIdOf(owner, TOWNSHIPS[1], 50);
  await owner.query(
    `update person set died_on = '2026-08-30' where id = (select applicant_id from "case" where id = $1)`,
    [dead],
  );
  await work.toReleased(september);
  expect((await work.run(september)).state).toBe('paying');
  const waiting = `e.case_id = any ('{${wrongCard},${dead}}')`;
  const sent = await entitledFor(1, `and not ${waiting}`);
  expect(await sound()).toMatchObject({ sent, held: await entitledFor(1, `and ${waiting}`), pending: 0n });

  // The files hold every line that was sent, once, and nothing else.
  const given: Row[] = [];
  for (const file of await filesOf(september)) {
    const bytes = await files.get(file.storageKey);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
    const rows = await rowsIn(bytes);
    expect([rows.length, rows.reduce((sum, { fen }) => sum + fen, 0n)]).toEqual([file.lines, file.fen]);
    given.push(...rows);
  }
  expect([given.length, given.reduce((sum, { fen }) => sum + fen, 0n)]).toEqual([298, sent]);
  expect(new Set(given.map(({ id }) => id)).size).toBe(298);
  expect(new Set(given.map(({ card }) => card)).size).toBe(298);

  // The answer: every hundredth fails. In two parts, the second first, and once more.
  const failing = given.filter((_, index) => index % 100 === 50);
  const answer = (rows: readonly Row[]) =>
    workbookAnswer(
      rows.map(({ id, fen }) => ({ id, fen, code: failing.some((row) => row.id === id) ? '退汇' : '发放成功' })),
    );
  for (const rows of [given.slice(140), given.slice(0, 140), given]) await bring(september, answer(rows));
  await work.advance(september);
  expect((await work.run(september)).state).toBe('settled');
  const failed = failing.reduce((sum, { fen }) => sum + fen, 0n);
  expect(failing).toHaveLength(3);
  expect(await sound()).toMatchObject({ paid: sent - failed, failed, sent: 0n });

  // Two cards are corrected by two people, the third was right; then they are owed again.
  const caseOf = async (id: bigint) => (await worker.prisma.paymentLine.findUniqueOrThrow({ where: { id } })).caseId;
  const reissue = (id: bigint, input: Parameters<typeof reissueLine>[2]) =>
    api.withScope(people.maker, (tx) => reissueLine(sqlOf(tx), id, input, people.maker, work.at()));
  await expect(reissue(failing[0]!.id, { ground: 'accountCorrected' })).rejects.toThrow('账户还没有更正');
  for (const { id } of failing.slice(0, 2)) await correctAccount(owner, await caseOf(id));
  const together = await api.withScopedClient(people.maker, (client) =>
    reissueCorrected(client, september, people.maker, work.at()),
  );
  expect(together).toMatchObject({ ready: 2, stays: [{ reason: 'accountNotCorrected', lines: 1 }] });
  await sealCards(owner);
  const right = failing[2]!.id;
  const paper = await worker.prisma.document.create({
    data: {
      id: crypto.randomUUID(),
      caseId: await caseOf(right),
      kind: 'other',
      name: '银行证明.pdf',
      mime: 'application/pdf',
      size: 1,
      sha256: '',
      storageKey: crypto.randomUUID(),
      uploadedAt: work.at(),
    },
  });
  await reissue(right, { ground: 'accountConfirmed', evidenceId: paper.id, note: '银行系统故障,账户无误' });
  await expect(reissue(right, { ground: 'accountCorrected' })).rejects.toThrow('已改为重发');
  await owner.query(`update card_account set number_valid = true where case_id = $1`, [wrongCard]);
  await owner.query(`update entitlement set to_month = '2026-08' where case_id = $1`, [dead]);

  // The next list makes good what is owed, and nothing twice.
  work.setDay('2026-10-02');
  const october = await work.draw('2026-10');
  const arrears = (await work.lines(october)).filter(({ month }) => month === '2026-09');
  expect(arrears.map(({ correction, replaces }) => [correction, replaces === null])).toEqual(
    expect.arrayContaining([
      [1, false],
      [1, false],
      [1, false],
      [1, true],
    ]),
  );
  expect(arrears).toHaveLength(4);
  await work.toReleased(october);
  for (const file of await filesOf(october))
    await bring(october, answer(await rowsIn(await files.get(file.storageKey))));
  await work.advance(october);
  expect((await work.run(october)).state).toBe('settled');

  // Everything that is owed for two months is paid: by entitlement, by line, by ledger, by what was published.
  const due = await entitledFor(2, `and e.case_id <> '${dead}'`);
  const fen = await sound();
  expect(fen).toMatchObject({ entitled: due, paid: due, failed: 0n, held: 0n, sent: 0n, uncertain: 0n, pending: 0n });
  expect(await number(`select sum(fen) from payment_line where state = 'paid'`)).toBe(due);
  expect(
    await number(
      `select count(*) from (select from payment_line where state = 'paid' group by case_id, month having count(*) > 1) twice`,
    ),
  ).toBe(0n);
  for (const township of TOWNSHIPS)
    expect(await number(`select sum(fen) from payment_line where state = 'paid' and township = $1`, [township])).toBe(
      await entitledFor(
        2,
        `and e.case_id <> '${dead}' and exists (select from "case" c where c.id = e.case_id and starts_with(c.division, '${township}'))`,
      ),
    );
  const months = [
    { month: '2026-09', yearFen: sent - failed },
    { month: '2026-10', yearFen: due },
  ];
  for (const { month, yearFen } of months) {
    const parts = await worker.withScope(undefined, (tx) =>
      computeParts(tx, worker.cipher, { county: COUNTY, month, item: 'benefit' }),
    );
    expect([month, parts.reduce((sum, part) => sum + part.yearFen, 0n)]).toEqual([month, yearFen]);
    const paid = parts.reduce((sum, part) => sum + part.fen, 0n);
    expect(yuanFromFen(paid)).toBe(yuanFromFen(month === '2026-09' ? sent - failed : due - (sent - failed)));
  }
});
