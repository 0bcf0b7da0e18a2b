import { openOccasionRuns } from '../../activities/payments/open-occasions';
import { openRun } from '../../store/payments/open-run';
import { occasionPaid } from '../../store/payments/occasion-paid';
import { payingDesk } from '../payment-files/support/paying';
import { csvAnswer } from '../payment-files/support/returns';
import { openStores, type OpenedStores } from '../store/support/store';
import { caseIdOf, populate, startPaying } from './support/population';
import { COUNTY, ONE, people, TWO, workRuns } from './support/runs';
import { balances } from './support/sums';

/** @clause 三(二) price linkage and one-off subsidies are paid by runs, each person once, and noted where they were ordered */
const NEXT_COUNTY = '530521001';
const THREE = '530581003';
let stores: OpenedStores;
let work: ReturnType<typeof workRuns>;
beforeEach(async () => {
  stores = await openStores();
  await populate(stores.owner, { townships: [ONE, TWO], count: 3, fromMonth: '2022-01' });
  await startPaying(stores.worker, COUNTY, '2022-09');
  work = workRuns(stores, '2022-09-20');
});
afterEach(() => stores.close());

const open = (day = '2022-09-20') => openOccasionRuns(work.deps, day);
const decided = { state: 'approved', createdAt: new Date('2022-09-16'), checkedAt: new Date('2022-09-17') } as const;
const id = () => crypto.randomUUID();

/** August 2022 of 保山 met its threshold by food, and the start was approved on 17 September. */
const startLinkage = async (division = '5305') => {
  const { prisma } = stores.worker;
  await prisma.priceIndex.create({
    data: {
      ...decided,
      ...{ id: id(), makerId: id(), division: '5305', month: '2022-08', cpi: '2.4', foodCpi: '6.1' },
      ...{ source: '国家统计局云南调查总队', publishedOn: '2022-09-09' },
    },
  });
  const startId = id();
  await prisma.priceLinkageStart.create({
    data: {
      ...decided,
      ...{ id: startId, makerId: id(), division, month: '2022-08' },
      ...{ orderNumber: '测试文件〔2022〕9号', orderDate: '2022-09-15' },
    },
  });
  return startId;
};
const planOneOff = (title: string, amounts: Record<string, string> = { dibaoRural: '10000' }) =>
  stores.worker.prisma.oneOffPlan.create({
    data: {
      ...decided,
      ...{ id: id(), makerId: id(), title, division: COUNTY, orderNumber: '测试文件〔2022〕8号' },
      ...{ cutOffMonth: '2022-08', amounts },
    },
  });
const runs = () => stores.worker.prisma.paymentRun.findMany({ orderBy: { id: 'asc' } });
const paidOn = async (startId: string) =>
  (await stores.worker.prisma.priceLinkageStart.findUniqueOrThrow({ where: { id: startId } })).paidOn;
const shares = () => stores.worker.prisma.paymentShare.findMany({ orderBy: [{ lineId: 'asc' }, { personId: 'asc' }] });
/** The applicant of one household is entitled in another one too. */
const doubled = async (one: string, other: string) =>
  stores.owner.query(
    `insert into entitlement_component (entitlement_id, person_id, fen)
       select e.id, c.applicant_id, 0 from entitlement e, "case" c where e.case_id = $2 and c.id = $1`,
    [one, other],
  );

it('opens the run of a started month once, with its last day, and none before this system pays', async () => {
  await startLinkage();
  await populate(stores.owner, { townships: [NEXT_COUNTY], count: 1, fromMonth: '2022-01' });
  expect([await open(), await open()]).toEqual([1, 0]);
  expect(await runs()).toMatchObject([
    { county: COUNTY, programme: 'dibao', kind: 'priceLinkage', month: '2022-08', payBy: '2022-09-30', seq: 1 },
  ]);
});

it('draws each person once with the amount of the index month, and books it beside the monthly money', async () => {
  await startLinkage();
  await open();
  const [run] = await runs();
  await work.advance(run!.id);
  const lines = await work.lines(run!.id);
  expect(lines).toHaveLength(6);
  const fen = lines[0]?.fen ?? 0n;
  expect(fen).toBeGreaterThan(0n);
  expect(lines.every((line) => line.kind === 'priceLinkage' && line.month === '2022-08' && line.fen === fen)).toBe(
    true,
  );
  expect((await shares()).map((share) => share.fen)).toEqual(Array(6).fill(fen));
  expect(await balances(stores.owner)).toEqual({ entitled: Number(-6n * fen), pending: Number(6n * fen) });
});

it('counts a person in two households once, across counties too', async () => {
  await populate(stores.owner, { townships: [NEXT_COUNTY], count: 1, fromMonth: '2022-01' });
  await startPaying(stores.worker, '530521', '2022-09');
  const [one, two, away] = [
    await caseIdOf(stores.owner, ONE, 1),
    await caseIdOf(stores.owner, TWO, 1),
    await caseIdOf(stores.owner, NEXT_COUNTY, 1),
  ];
  await doubled(one, two);
  await doubled(one, away);
  await startLinkage();
  expect(await open()).toBe(2);
  for (const run of await runs()) await work.advance(run.id);
  const all = await shares();
  expect(all).toHaveLength(7);
  expect(new Set(all.map(({ personId }) => personId)).size).toBe(7);
  const { rows } = await stores.owner.query(
    `select sum(l.fen)::text as lines, (select sum(fen)::text from payment_share) as shares from payment_line l`,
  );
  expect(rows[0].lines).toBe(rows[0].shares);
});

it('reports what became of it, to those who may see the place', async () => {
  const startId = await startLinkage();
  await open();
  const [run] = await runs();
  await work.advance(run!.id);
  const paid = (division: string) =>
    stores.api.withScope({ staffId: id(), division }, (tx) => occasionPaid(tx, startId, division));
  expect(await paid(COUNTY)).toMatchObject([{ state: 'pending', persons: 6 }]);
  await work.toReleased(run!.id);
  expect(await paid('53')).toMatchObject([{ state: 'sent', persons: 6, fen: (await work.run(run!.id)).fen }]);
  expect(await paid(ONE)).toMatchObject([{ state: 'sent', persons: 3 }]);
  expect(await paid('530521')).toEqual([]);
});

it('notes the day of payment when every county has released, and not before', async () => {
  await populate(stores.owner, { townships: [NEXT_COUNTY], count: 1, fromMonth: '2022-01' });
  await startPaying(stores.worker, '530521', '2022-09');
  const startId = await startLinkage();
  await open();
  const mine = (await runs()).find(({ county }) => county === COUNTY)!;
  const next = (await runs()).find(({ county }) => county !== COUNTY)!;
  for (const { id: runId } of [mine, next]) await work.advance(runId);
  await work.toReleased(mine.id);
  expect(await paidOn(startId)).toBeNull();
  await stores.owner.query(`update payment_run set state = 'sending' where id = $1`, [next.id]);
  work.setDay('2022-09-22');
  await work.advance(next.id);
  expect(await paidOn(startId)).toBe('2022-09-22');
});

it('leaves the day open where a county with recipients is paid by another system', async () => {
  await populate(stores.owner, { townships: [NEXT_COUNTY], count: 1, fromMonth: '2022-01' });
  const startId = await startLinkage();
  await open();
  const [run] = await runs();
  await work.advance(run!.id);
  await work.toReleased(run!.id);
  expect(await paidOn(startId)).toBeNull();
});

it('holds for decision who died since the month, and sends the others', async () => {
  const gone = await caseIdOf(stores.owner, ONE, 1);
  await startLinkage();
  await open();
  const [run] = await runs();
  await work.advance(run!.id);
  await stores.owner.query(
    `update person set died_on = '2022-09-18' where id = (select applicant_id from "case" where id = $1)`,
    [gone],
  );
  await work.toReleased(run!.id);
  expect(await work.lineOf(run!.id, gone)).toMatchObject({ state: 'held', reason: 'death' });
  expect(await stores.worker.prisma.paymentLine.count({ where: { runId: run!.id, state: 'sent' } })).toBe(5);
});

// @clause 三(二) what was held of a subsidy is paid by a list that follows, once and to the fen
it.each(['priceLinkage', 'oneOff'])(
  'pays by the list that follows what was held of a %s and decided, once',
  async (kind) => {
    const gone = await caseIdOf(stores.owner, ONE, 1);
    if (kind === 'priceLinkage') await startLinkage();
    else await planOneOff('一次性生活补贴');
    await open();
    await stores.owner.query(`update payment_run set format = 'bankCsv'`);
    const [first] = await runs();
    await work.advance(first!.id);
    await stores.owner.query(
      `update person set died_on = '2022-09-18' where id = (select applicant_id from "case" where id = $1)`,
      [gone],
    );
    await work.toReleased(first!.id);
    const held = await work.lineOf(first!.id, gone);
    await work.decide(held.id, { reason: 'death', decision: 'clear', note: '由其配偶领取,已核实' });
    await work.advance(first!.id);
    expect(await work.lineOf(first!.id, gone)).toMatchObject({ id: held.id, state: 'held' });

    const follow = async (): Promise<string> => {
      const { county, programme, month, format, occasionId } = first!;
      const more = { county, programme, month, format, openedOn: '2022-09-21', occasionId: occasionId! };
      const next = { ...more, kind: first!.kind as 'oneOff', id: id() };
      expect(await stores.worker.withScopedClient(undefined, (client) => openRun(client, next))).toBe(true);
      await work.advance(next.id);
      return next.id;
    };
    const next = await follow();
    expect(await work.lines(next)).toMatchObject([{ caseId: gone, state: 'pending', correction: 1, fen: held.fen }]);
    await work.toReleased(next);
    const desk = payingDesk(stores);
    for (const runId of [first!.id, next]) {
      const sent = (await work.lines(runId)).filter(({ state }) => state === 'sent');
      await desk.bring(runId, csvAnswer(sent.map(({ id, fen }) => ({ id, fen, code: '0000' }))), '2022-09-22');
      await work.advance(runId);
      expect(await work.run(runId)).toMatchObject({ state: 'settled' });
    }
    const { rows } = await stores.owner.query(
      `select count(*)::int as lines, count(distinct l.case_id)::int as cases, sum(l.fen)::text as fen,
       (select count(distinct s.person_id)::int from payment_share s join payment_line p on p.id = s.line_id and p.state = 'paid') as persons,
       (select sum(s.fen)::text from payment_share s join payment_line p on p.id = s.line_id and p.state = 'paid') as shares
     from payment_line l where l.state = 'paid'`,
    );
    const due = 6n * held.fen;
    expect(rows).toEqual([{ lines: 6, cases: 6, persons: 6, fen: `${due}`, shares: `${due}` }]);
    expect(await balances(stores.owner)).toEqual({ entitled: -Number(due), paid: Number(due) });
    const empty = await follow();
    expect([await work.lines(empty), (await work.run(empty)).state]).toEqual([[], 'settled']);
  },
);

// @clause 三(二) 特困 people get both subsidies by the same runs: one-off by their class, price linkage by the urban base
it('pays 特困 people beside 低保, each by the amount of their own class, to the bank and into the ledger', async () => {
  await populate(stores.owner, {
    townships: [THREE],
    count: 2,
    fromMonth: '2022-01',
    fen: 91_000n,
    programme: 'tekun',
  });
  await planOneOff('一次性生活补贴', { dibaoRural: '10000', tekun: '20000' });
  const startId = await startLinkage();
  expect(await open()).toBe(4);
  await stores.owner.query(`update payment_run set format = 'bankCsv'`);
  const desk = payingDesk(stores);
  const seen: Record<string, readonly bigint[]> = {};
  for (const { id: runId, programme, kind } of await runs()) {
    await work.advance(runId);
    await work.toReleased(runId);
    const lines = await work.lines(runId);
    await desk.bring(runId, csvAnswer(lines.map(({ id, fen }) => ({ id, fen, code: '0000' }))), '2022-09-22');
    await work.advance(runId);
    expect(await work.run(runId)).toMatchObject({ state: 'settled' });
    seen[`${programme} ${kind}`] = lines.map(({ fen }) => fen);
  }
  // General index 2.4 %: 特困 700 × 2.4 % = 16.80 → 17; rural 5343 ÷ 12 × 2.4 % = 10.686 → 11.
  expect(seen).toEqual({
    'dibao oneOff': Array(6).fill(10_000n),
    'dibao priceLinkage': Array(6).fill(1_100n),
    'tekun oneOff': [20_000n, 20_000n],
    'tekun priceLinkage': [1_700n, 1_700n],
  });
  const paid = 6 * 11_100 + 2 * 21_700;
  expect(await balances(stores.owner)).toEqual({ entitled: -paid, paid });
  expect(await paidOn(startId)).not.toBeNull();
});

it('pays two plans of one month beside each other, and neither twice', async () => {
  await planOneOff('春节慰问');
  await planOneOff('一次性生活补贴');
  expect(await open()).toBe(2);
  for (const run of await runs()) await work.advance(run.id);
  const lines = await stores.worker.prisma.paymentLine.findMany();
  expect(lines).toHaveLength(12);
  expect(lines.every(({ kind, fen }) => kind === 'oneOff' && fen === 10_000n)).toBe(true);
  for (const run of await runs())
    await work.act(run.id, 'returnTo', people.reviewer, { returnTo: 'drawing', note: '重新造册' });
  expect(await stores.worker.prisma.paymentLine.count({ where: { state: 'pending' } })).toBe(12);
  const twice = stores.owner.query(
    `insert into payment_line (run_id, case_id, county, township, programme, month, kind, correction, fen, applicant_name, member_count, changed_at, occasion_id)
     select run_id, case_id, county, township, programme, month, kind, 7, fen, applicant_name, 1, now(), occasion_id from payment_line where state = 'pending' limit 1`,
  );
  await expect(twice).rejects.toThrow(/payment_line_once/);
});
