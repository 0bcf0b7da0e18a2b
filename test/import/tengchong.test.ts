import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { createJob, reportOf, type Report } from '../../activities/import/job';
import { runImport, type ImportDeps } from '../../activities/import/run-import';
import { sweepOnce } from '../../activities/sweeper';
import { engine } from '../../domain/lifecycle/engine';
import type { CaseState } from '../../domain/lifecycle/state';
import { stateOf } from '../../store/cases/load';
import { createStore, type Store } from '../../store/client';
import { createRulebook } from '../../store/rulebook';
import { freshDatabase, type TestDatabase } from '../support/database';
import { devEngine, type DevEngine } from '../support/dev-engine';
import { foldEvents } from '../support/fold';
import { testKeyRing } from '../support/key-ring';

/** The day of the published standards: 腾冲市 from April 2022, urban 670, rural classes 400/330/260. */
const ON = '2022-04-15';
const bytesOf = (name: string): Buffer => readFileSync(join(__dirname, name));

let database: TestDatabase;
let store: Store;
let deps: ImportDeps;

const run = async (bytes: Uint8Array, division = '530581', onDate = ON): Promise<Report> => {
  const id = await createJob(deps, bytes, { fileName: 'test.csv', division, onDate });
  await runImport(deps, id, bytes);
  return reportOf(deps, id);
};

beforeAll(async () => {
  database = await freshDatabase();
  store = createStore({ url: database.workerUrl, keyRing: testKeyRing() });
  deps = { store, rulebook: createRulebook(), now: () => Date.now() };
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

/** Yuan a month by household number. */
const amounts = async (): Promise<Record<string, string>> => {
  const inputs = await store.prisma.caseInput.findMany({ where: { kind: 'import' } });
  const numbers = new Map(
    inputs.map(({ id, caseId, contentEnc }) => [
      caseId,
      (store.cipher.openJson('case_input', 'content_enc', id, contentEnc) as { number: string }).number,
    ]),
  );
  const entitlements = await store.prisma.entitlement.findMany({ include: { components: true } });
  for (const { monthlyFen, components } of entitlements)
    expect(components.reduce((sum, { fen }) => sum + fen, 0n)).toBe(monthlyFen);
  return Object.fromEntries(
    entitlements
      .map(({ caseId, fromMonth, monthlyFen }) => [
        numbers.get(caseId) ?? '',
        `${monthlyFen / 100n}.${String(monthlyFen % 100n).padStart(2, '0')} from ${fromMonth}`,
      ])
      .sort(),
  );
};

describe('a file of households of 腾冲市, April 2022', () => {
  let first: Report;
  beforeAll(async () => {
    first = await run(bytesOf('tengchong-2022-04.csv'));
  });

  /*
   * By hand. Urban: 670 less the income a head, times heads, up to whole yuan. A tenth of a wage is the cost of work:
   *   TC0001  wage 900 − 90 = 810, a head 270:          3 × 400     = 1200
   *   TC0002  no income, as given                                     670
   *   TC0003  wage 500.50 − 50.05 = 450.45, a head 225.225: 2 × 444.775 = 889.55 → 890
   *   TC0011  wage 1500 − 150 = 1350, a head 675: not below 670, below 1005; the severely disabled wife alone: 670 − 0 = 670
   *   TC0013  wage 4000 − 400 = 3600, a head 1800: not eligible
   * Rural, by class:
   *   TC0004  A, 2 × 400 = 800, as given     TC0005  B (half the adults weak), 3 × 330 = 990
   *   TC0006  C, 4 × 260 = 1040              TC0007  B as the office found, 3 × 330 = 990
   *   TC0008  A, 1 × 400 = 400, as given     TC0012  B (half the adults weak), 2 × 330 = 660
   *   TC0009  given 600, the rules say C 2 × 260 = 520     TC0010  given 500, the rules say A 2 × 400 = 800
   * Sum: 1200 + 670 + 890 + 670 + 800 + 990 + 1040 + 990 + 400 + 660 + 600 + 500 = 9410
   */
  test('leads to the entitlements computed by hand', async () => {
    expect(await amounts()).toEqual({
      TC0001: '1200.00 from 2022-05',
      TC0002: '670.00 from 2019-08',
      TC0003: '890.00 from 2022-05',
      TC0004: '800.00 from 2017-10',
      TC0005: '990.00 from 2022-05',
      TC0006: '1040.00 from 2022-05',
      TC0007: '990.00 from 2022-05',
      TC0008: '400.00 from 2016-05',
      TC0009: '600.00 from 2021-09',
      TC0010: '500.00 from 2020-01',
      TC0011: '670.00 from 2022-05',
      TC0012: '660.00 from 2022-05',
    });
    const { _sum } = await store.prisma.case.aggregate({ _sum: { monthlyFen: true } });
    expect(_sum.monthlyFen).toBe(941_000n);
  });

  test('tells what was refused and what differs from the rules, by line and column', () => {
    expect(first).toMatchObject({ total: 13, kept: 12, unchanged: 0, changed: 0, failed: 1 });
    expect(first.findings.map(({ line, field, level }) => [line, field, level])).toEqual([
      [21, '月保障金额', 'warning'],
      [23, '月保障金额', 'warning'],
      [29, '', 'notEligible'],
    ]);
    expect(first.findings[0]?.message).toContain('600.00元高于按当时标准核算的520.00元');
    expect(first.findings[1]?.message).toContain('500.00元低于按当时标准核算的800.00元');
    expect(first.findings[2]?.message).toContain('不符合低保条件');
  });

  test('makes each household a case in benefit whose events fold to its snapshot', async () => {
    const rows = await store.prisma.case.findMany({ orderBy: { number: 'asc' } });
    expect(rows.map(({ number }) => number)).toEqual(
      Array.from({ length: 12 }, (_, index) => `530581-2022-${String(index + 1).padStart(6, '0')}`),
    );
    for (const row of rows) {
      expect(row).toMatchObject({
        stage: 'benefiting',
        sequence: 1,
        stageVersion: 1,
        clock: 'engine',
        origin: 'import',
        authority: 'county',
        engineStartedAt: null,
      });
      expect(await foldEvents(store, row.id, 'engine')).toEqual(stateOf(row));
    }
  });

  test('starts the re-check limit from the last check where the file names one, by the category of the rules', async () => {
    const limits = await store.prisma.deadline.findMany({ include: { case: { select: { applicantName: true } } } });
    const of = (name: string) =>
      limits
        .filter((limit) => limit.case.applicantName === name)
        .map(({ kind, variant, fromDate, state }) => ({ kind, variant, fromDate, state }));
    expect(of('鲁发昌')).toEqual([{ kind: 'recheck', variant: 'yearly', fromDate: '2021-11-05', state: 'running' }]);
    expect(of('沙正忠')).toEqual([{ kind: 'recheck', variant: 'halfYearly', fromDate: ON, state: 'running' }]);
    expect(limits).toHaveLength(12);
  });

  test('keeps numbers and addresses closed', async () => {
    const person = await store.prisma.person.findFirstOrThrow({ where: { name: '明春兰' } });
    expect(store.cipher.openJson('person', 'id_number_enc', person.id, person.idNumberEnc ?? new Uint8Array())).toBe(
      '539900198405020040',
    );
    expect(Buffer.from(person.idNumberEnc ?? []).toString('latin1')).not.toContain('19840502');
  });

  test('changes nothing when run again, also with its lines in another order', async () => {
    const before = await store.prisma.case.findMany({ orderBy: { id: 'asc' } });
    expect(await run(bytesOf('tengchong-2022-04.csv'))).toMatchObject({
      total: 13,
      kept: 0,
      unchanged: 12,
      changed: 0,
      failed: 1,
    });
    const [head = '', ...lines] = bytesOf('tengchong-2022-04.csv').toString('utf8').trim().split('\r\n');
    const households = new Map<string, string[]>();
    for (const line of lines) households.set(line.slice(0, 6), [...(households.get(line.slice(0, 6)) ?? []), line]);
    const shuffled = [head, ...[...households.values()].reverse().flat()].join('\n');
    expect(await run(Buffer.from(shuffled))).toMatchObject({ unchanged: 12, changed: 0 });
    expect(await store.prisma.case.findMany({ orderBy: { id: 'asc' } })).toEqual(before);
    expect(await store.prisma.entitlement.count()).toBe(12);
  });

  test('tells a household that changed and leaves it as it is', async () => {
    const other = bytesOf('tengchong-2022-04.csv').toString('utf8').replace(',670,', ',650,');
    const report = await run(Buffer.from(other));
    expect(report).toMatchObject({ kept: 0, unchanged: 11, changed: 1 });
    expect(report.findings.find(({ level }) => level === 'changed')).toMatchObject({
      line: 5,
      message: expect.stringContaining('没有覆盖') as string,
    });
    expect((await amounts())['TC0002']).toBe('670.00 from 2019-08');
  });

  test('does not take a person over who is in an open case already', async () => {
    const renumbered = bytesOf('tengchong-2022-04.csv').toString('utf8').replaceAll('TC0008', 'TC9008');
    const report = await run(Buffer.from(renumbered));
    expect(report).toMatchObject({ kept: 0, unchanged: 11, failed: 2 });
    expect(report.findings.find(({ field }) => field === '身份证号')?.message).toMatch(
      /已在未办结的案件530581-2022-0000\d\d中/,
    );
  });
});

const tekunFile = (...lines: readonly string[]): Buffer =>
  Buffer.from(
    ['户编号,救助类型,行政区划代码,城乡,姓名,身份证号,与申请人关系,保障对象,享受起始月,月保障金额,类别', ...lines].join(
      '\n',
    ),
  );

// @clause 三(二) people in 特困供养 are taken over beside 低保, by the number of their own register
describe('people in 特困供养', () => {
  let report: Report;
  beforeAll(async () => {
    report = await run(
      tekunFile(
        'TC0001,特困,530581001002,农村,段守田,539900194503010016,本人,,,,',
        'TC0001,特困,530581001002,农村,段守山,539900194803010018,兄弟姐妹,,,,',
        'TK02,特困人员,530581001002,城市,李集中,539900195005010018,本人,,2021-08,1000,',
        'TK03,特困,530581001002,农村,杨不分,539900195105010015,本人,,,,A',
        'TK04,特困,530581001002,农村,赵同住,539900195205010012,本人,,,,',
        'TK04,特困,530581001002,农村,赵其他,53990019530501001X,其他,否,,,',
      ),
    );
  });

  test('get the basic living standard each, or what the file says they are paid', async () => {
    expect(report).toMatchObject({ total: 4, kept: 2, failed: 2 });
    const rows = await store.prisma.case.findMany({
      where: { programme: 'tekun' },
      orderBy: { monthlyFen: 'asc' },
      include: { entitlements: { include: { components: true } }, members: true },
    });
    expect(
      rows.map(({ stage, memberCount, monthlyFen, entitlements }) => [
        stage,
        memberCount,
        monthlyFen,
        entitlements.map(({ programme, fromMonth, components }) => [
          programme,
          fromMonth,
          components.map(({ fen }) => fen),
        ]),
      ]),
    ).toEqual([
      ['benefiting', 1, 100_000n, [['tekun', '2021-08', [100_000n]]]],
      ['benefiting', 2, 171_600n, [['tekun', '2022-05', [85_800n, 85_800n]]]],
    ]);
    expect(rows.flatMap(({ members }) => members).every(({ beneficiary }) => beneficiary)).toBe(true);
    for (const row of rows) expect(await foldEvents(store, row.id, 'engine')).toEqual(stateOf(row));
  });

  test('are told what does not fit a register of 特困', () => {
    expect(report.findings.map(({ line, field, level }) => [line, field, level])).toEqual([
      [4, '月保障金额', 'warning'],
      [5, '类别', 'error'],
      [7, '保障对象', 'error'],
    ]);
    expect(report.findings[0]?.message).toContain('1,000.00元高于按当时标准核算的858.00元');
  });

  test('are told where they are in 低保 too, and are no second case of 特困', async () => {
    const again = await run(
      tekunFile(
        'TK05,特困,530581001002,城市,李集中,539900195005010018,本人,,,,',
        'TK06,特困,530581001002,城市,康寿山,53990019490211009X,本人,,,,',
      ),
    );
    expect(again).toMatchObject({ kept: 1, failed: 1 });
    expect(again.findings.map(({ line, level, message }) => [line, level, message.replace(/\d{6}$/, '')])).toEqual([
      [2, 'error', expect.stringMatching(/^已在未办结的案件530581-2022-0000\d\d中$/)],
      [3, 'warning', expect.stringMatching(/低保案件530581-2022-0000\d\d中;两项不能同时享受的,发放时暂缓/)],
    ]);
  });
});

describe('the engine', () => {
  let dev: DevEngine;
  beforeAll(async () => {
    dev = await devEngine();
    await dev.work(store);
  });
  afterAll(() => dev.close());

  test('takes the cases up from their snapshots, and their clocks run', async () => {
    expect(
      await sweepOnce({ store, client: dev.client, taskQueue: dev.taskQueue, logger: pino({ level: 'silent' }) }),
    ).toBe(15);
    expect(await store.prisma.case.count({ where: { engineStartedAt: null } })).toBe(0);
    const { id } = await store.prisma.case.findFirstOrThrow({ where: { applicantName: '鄢老四' } });
    const handle = dev.client.workflow.getHandle(engine.workflowId(id));
    // Its re-check of April 2023 is long over: the case says so at once, and goes up the whole ladder.
    for (;;) {
      const state = await handle.query<CaseState>(engine.queries.state);
      if (state.alarms.length === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const row = await store.prisma.case.findUniqueOrThrow({ where: { id } });
    expect(await foldEvents(store, id, 'engine')).toEqual(stateOf(row));
    expect(
      (await store.prisma.caseEvent.findMany({ where: { caseId: id }, orderBy: { sequence: 'asc' } })).map(
        ({ action }) => action,
      ),
    ).toEqual(['imported', 'remind', 'remind', 'overdue', 'escalate', 'escalate', 'escalate']);
  });
});
