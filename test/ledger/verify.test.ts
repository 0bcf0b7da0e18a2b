import { spawnSync } from 'node:child_process';
import { watchLedgerOnce } from '../../activities/ledger/watch';
import { sayMismatch, sayTotals, verifyLedger } from '../../store/ledger/verify';
import { payingDesk, type PayingDesk } from '../payment-files/support/paying';
import { csvAnswer } from '../payment-files/support/returns';
import { populate, startPaying } from '../payments/support/population';
import { openStores, type OpenedStores } from '../store/support/store';
import { built } from '../support/child';
import { seeded } from '../support/people';
import { broken } from './support/owing';
import { owingLife } from './support/owing-life';

/** @clause 三(一) every fen is somewhere and in one place; whoever changes a figure behind the ledger's back is found out */
let stores: OpenedStores;
let desk: PayingDesk;
let runId: string;
beforeEach(async () => {
  stores = await openStores();
  desk = payingDesk(stores);
  await populate(stores.owner, { townships: ['530581001', '530581002'], count: 5, fromMonth: '2026-08' });
  await startPaying(stores.worker, '530581', '2026-09');
  await stores.owner.query(
    `update card_account set number_valid = false where id = (select min(id::text)::uuid from card_account)`,
  );
  runId = await desk.draw('2026-09-01', 'bankCsv');
  await desk.send(runId, '2026-09-05');
  const sent = (await desk.linesOf(runId)).filter(({ state }) => state === 'sent');
  const codes = ['1003', '9999', '0000', '0000', '0000', '0000', '0000'];
  await desk.bring(
    runId,
    csvAnswer(codes.map((code, index) => ({ id: sent[index]!.id, fen: sent[index]!.fen, code }))),
  );
});
afterEach(() => stores.close());

const verify = () => stores.worker.withScopedClient(undefined, (client) => verifyLedger(client));
/** As the owner, past every trigger: what no role of the product can do. */
const tamper = async (sql: string): Promise<void> => {
  await stores.owner.query('begin');
  await stores.owner.query('set local session_replication_role = replica');
  await stores.owner.query(sql);
  await stores.owner.query('commit');
};
const found = async () => {
  const { mismatches } = await verify();
  return [...new Set(mismatches.map(({ check, dimension, account }) => [check, dimension, account].join(' ')))];
};

it('finds nothing where every line went its way, and adds up to what the lines say', async () => {
  const report = await verify();
  expect(report.mismatches).toEqual([]);
  expect(report.fen).toMatchObject({
    entitled: 300_000n,
    paid: 150_000n,
    failed: 30_000n,
    held: 30_000n,
    sent: 60_000n,
    uncertain: 30_000n,
    pending: 0n,
  });
  expect(sayTotals(report)[0]).toBe(
    '应发 3000.00元 = 已到账 1500.00元 + 已扣回 0.00元 + 发放失败 300.00元 + 暂缓 300.00元 + 待发放 0.00元 + 已送银行 600.00元 + 结果不明 300.00元',
  );
});

const everywhere = (accounts: readonly string[], dimensions: readonly string[]): string[] =>
  dimensions.flatMap((dimension) => accounts.map((account) => `entitled ${dimension} ${account}`));
const ALL = ['case', 'county', 'month', 'programme', 'run', 'township'];

it.each([
  [
    'a line that is declared paid',
    `update payment_line set state = 'paid' where id = (select max(id) from payment_line where state = 'sent')`,
    [...everywhere(['paid', 'sent'], [...ALL, 'source']), 'unanswered line paid'],
  ],
  [
    'a fen more in a transfer',
    `update ledger_transfer set fen = fen + 1 where id = (select max(id) from ledger_transfer where debit = 'sent')`,
    [...everywhere(['pending', 'sent'], ALL), 'entitled source sent'],
  ],
  [
    'a transfer that is gone',
    `delete from ledger_transfer where id = (select max(id) from ledger_transfer where debit = 'failed')`,
    everywhere(['failed', 'sent'], [...ALL, 'source']),
  ],
  [
    'a line moved to another township',
    `update payment_line set township = '530581003' where id = (select max(id) from payment_line where state = 'sent')`,
    everywhere(['entitled', 'sent'], ['township']),
  ],
  [
    'money said to be of another source',
    `update ledger_transfer set source = 'elsewhere' where id = (select max(id) from ledger_transfer where debit = 'uncertain')`,
    everywhere(['sent', 'uncertain'], ['source']),
  ],
  [
    'an account that nobody knows',
    `update ledger_transfer set debit = 'pocket' where id = (select max(id) from ledger_transfer where debit = 'paid')`,
    [...everywhere(['paid'], [...ALL, 'source']), 'foreign transfer pocket ← sent'],
  ],
  [
    'money that leaves the households for another equation',
    `update ledger_transfer set debit = 'recovered' where id = (select max(id) from ledger_transfer where debit = 'paid')`,
    [
      ...everywhere(['paid'], [...ALL, 'source']),
      ...['case', 'county', 'programme', 'township'].map((dimension) => `overpaid ${dimension} recovered`),
      'foreign transfer recovered ← sent',
    ],
  ],
  ['a file that claims more', `update payment_file set fen = fen + 1 where bank = 'postal'`, ['files file fen']],
  ['a return that claims more', `update payment_return set applied = applied + 1`, ['returns return rows']],
  [
    'a line taken out of its file',
    `update payment_line set file_id = null, position = null where id = (select max(id) from payment_line where state = 'sent')`,
    ['files file fen', 'outside line sent'],
  ],
])('finds %s, and says where', async (_, sql, expected) => {
  await tamper(sql);
  expect((await found()).sort()).toEqual([...expected].sort());
});

it('finds a household paid twice for a month', async () => {
  await stores.owner.query('drop index payment_line_once');
  await stores.owner.query(
    `insert into payment_line (run_id, case_id, county, township, programme, month, kind, correction, fen, applicant_name, member_count, changed_at)
     select run_id, case_id, county, township, programme, month, kind, 7, fen, applicant_name, 1, now() from payment_line where state = 'paid' limit 1`,
  );
  expect(await found()).toEqual(['twice case 2026-09']);
});

it('raises the alarm once for what has been booked, and keeps what it found', async () => {
  const errors: unknown[] = [];
  const deps = {
    store: stores.worker,
    logger: { warn: () => undefined, error: (what: unknown) => void errors.push(what) },
    now: () => desk.at('2026-09-09').getTime(),
  };
  expect([await watchLedgerOnce(deps), errors.length]).toEqual([0, 0]);
  await tamper(`update payment_file set fen = fen + 1`);
  expect([await watchLedgerOnce(deps), errors.length]).toEqual([0, 0]);
  await desk.bring(runId, csvAnswer([{ id: 1n, fen: 1n, code: '0000' }]));
  await stores.owner.query(
    `update payment_line set state = 'failed', changed_at = now() where id = (select max(id) from payment_line where state = 'paid')`,
  );
  expect(await watchLedgerOnce(deps)).toBe(2);
  expect(errors).toMatchObject([
    { mismatches: 2, first: [expect.stringContaining('发放文件的合计与所载各行不符') as string, expect.anything()] },
  ]);
  const checks = await stores.worker.prisma.ledgerCheck.findMany({ orderBy: { id: 'asc' } });
  expect(checks.map(({ mismatches }) => (mismatches as { found: unknown[] }).found.length)).toEqual([0, 2]);
  expect(await watchLedgerOnce(deps)).toBe(0);
  expect(await watchLedgerOnce({ ...deps, now: () => desk.at('2026-09-11').getTime() })).toBe(2);
});

it('holds what was overpaid against what recovery says of it', async () => {
  const [line] = await desk.linesOf(runId);
  const recovery = crypto.randomUUID();
  await stores.owner.query(
    `insert into recovery (id, case_id, township, programme, applicant_name, cause, state, opened_on)
     values ($1, $2, '530581001', 'dibao', '某', 'death', 'open', '2026-09-09')`,
    [recovery, line!.caseId],
  );
  await stores.owner.query(
    `insert into recovery_month (recovery_id, case_id, month, round, paid_fen, due_fen, fen, found_at)
     values ($1, $2, '2026-09', 1, 30000, 0, 30000, now())`,
    [recovery, line!.caseId],
  );
  await stores.owner.query(
    `insert into recovery_entry (id, recovery_id, kind, fen, on_date, at) values (gen_random_uuid(), $1, 'repayment', 10000, '2026-09-10', now())`,
    [recovery],
  );
  const { fen, mismatches } = await verify();
  expect(mismatches).toEqual([]);
  expect(fen).toMatchObject({ overpaid: 30_000n, recovered: 10_000n, outstanding: 20_000n, writtenOff: 0n });
  await tamper(`update recovery set recovered_fen = 20000, outstanding_fen = 10000`);
  expect((await found()).sort()).toEqual(
    ['case', 'county', 'programme', 'township'].flatMap((dimension) =>
      ['outstanding', 'recovered'].map((account) => `overpaid ${dimension} ${account}`),
    ),
  );
});

// @clause 三(三) whatever becomes of lines that withhold, every fen is in one place and no month is withheld twice
it.each([1, 12])(
  'holds by every dimension whatever households owe, take back and repay, and banks answer, late or twice (seed %i)',
  async (seed) => {
    const life = owingLife(stores, desk, seeded(seed));
    const steps = [life.agree, life.draw, life.change, life.send, life.answer, life.late, life.close, life.reissue];
    for (const month of ['2026-10', '2026-11', '2026-12', '2027-01', '2027-02']) {
      for (const step of steps) {
        await step(month);
        expect([step.name, month, await broken(stores.owner)]).toEqual([step.name, month, []]);
      }
      expect((await verify()).mismatches).toEqual([]);
    }
    // A walk that meets nothing of what it is for proves nothing.
    const { rows } = await stores.owner.query<{ name: string; n: number }>(
      `select kind as name, count(*)::int as n from recovery_entry group by 1
       union all select action, count(*)::int from recovery_event group by 1`,
    );
    const met = Object.fromEntries(rows.map(({ name, n }) => [name, n]));
    expect(met['deduction']).toBeGreaterThan(10);
    for (const name of ['repayment', 'deductionUndone', 'settleByDeduction', 'reopen'])
      expect(met[name]).toBeGreaterThan(0);
  },
  120_000,
);

it('as a command ends with 0 or, naming each, with 2', async () => {
  const run = () =>
    spawnSync(process.execPath, [built('tools/ledger-verify.js')], {
      env: { ...process.env, DATABASE_URL: stores.ownerUrl },
      encoding: 'utf8',
    });
  const sound = run();
  expect({ status: sound.status, stderr: sound.stderr }).toEqual({ status: 0, stderr: '' });
  expect(sound.stdout).toMatch(/已核对 \d+ 笔转账、10 行发放,发现问题 0 处\n$/);
  await tamper(
    `update payment_line set township = '530581003' where id = (select max(id) from payment_line where state = 'sent')`,
  );
  const wrong = run();
  expect(wrong.status).toBe(2);
  expect(wrong.stdout).toContain('乡镇 530581003,已送银行:账上 0.00元,另行统计 300.00元');
});

it('says every kind of mismatch in a sentence', () => {
  expect(
    sayMismatch({ check: 'files', dimension: 'file', key: 'x', account: 'fen', told: '1 / 2', counted: '1 / 3' }),
  ).toBe('发放文件的合计与所载各行不符:file x(fen):记载 1 / 2,实有 1 / 3');
});
