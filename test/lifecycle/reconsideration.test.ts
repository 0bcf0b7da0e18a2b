import { addDays, addMonthsToMonth, monthOf } from '../../domain/civil-date';
import type { TestCase } from '../support/case-world';
import { dueOf, intoBenefit, today } from '../support/into-benefit';
import { liveWorld, type LiveWorld } from '../support/live-world';
import { accept, investigate, poorFamily, propose, publicise, recommend } from '../support/walk';

/** @clause 二(一) a household that turns against a decision: answer, outcome, suit */
let world: LiveWorld;
beforeAll(async () => {
  world = await liveWorld();
});
afterAll(() => world.close());

const SECOND = 1_000;
const DAY = 86_400_000;
const by = 'countyReviewer';

const refusedCase = async (seed: number): Promise<TestCase> => {
  const one = await world.submit(poorFamily(seed));
  const at = { at: await world.env.currentTimeMs() };
  await accept(one, at);
  await investigate(one, at);
  await propose(one, { ...at, kind: 'refuse' });
  await publicise(one, at);
  await recommend(one, at);
  await one.act('refuse', { by: 'countyApprover', input: { reason: '认为收入超过标准' } });
  return one;
};
const stoppedCase = async (seed: number, after: number): Promise<TestCase> => {
  const one = await intoBenefit(world, seed);
  await world.until((await world.env.currentTimeMs()) + after * DAY);
  const owner = await one.open('change', {
    by: 'townshipClerk',
    input: { what: 'voluntary', happenedOn: await today(world), description: '家庭提出退出' },
  });
  await one.act('assess', { by: 'townshipClerk', owner, input: {} });
  await one.act('propose', { by: 'townshipClerk', owner, input: { outcome: 'stop', reason: '自愿退出保障' } });
  await one.act('endorse', { by: 'townshipApprover', owner, input: {} });
  await one.act('approve', { by: 'countyApprover', owner, input: {} });
  expect((await one.state()).stage).toBe('stopped');
  return one;
};
const deliver = async (one: TestCase, kind: string): Promise<void> => {
  const input = { letterId: await one.letter(kind), deliveredOn: await today(world), manner: 'inPerson' };
  await one.act('recordDelivery', { by: 'townshipClerk', input });
};
const file = async (one: TestCase, kind: string, more: object = {}): Promise<string> => {
  const on = await today(world);
  const letterId = await one.letter(kind);
  const input = { letterId, venue: 'reconsideration', filedOn: on, receivedOn: on, body: '市人民政府', claim: '撤销' };
  return one.open('reconsideration', { by, input: { ...input, ...more } });
};
const defend = (one: TestCase, owner: string) => one.act('defend', { by, owner, input: { answer: '决定合法' } });
const conclude = async (one: TestCase, owner: string, outcome: string) => {
  const on = await today(world);
  const documentNumber = '复决〔2026〕1号';
  const input = { outcome, decidedOn: on, receivedOn: on, documentNumber, reason: '按复议决定执行' };
  return one.act('conclude', { by: 'countyApprover', owner, input });
};

/** The household let its time for a reconsideration pass: told as that, once, to nobody as lateness. */
const expectNobodyLate = async (one: TestCase): Promise<void> => {
  const { prisma } = world.store;
  const events = await prisma.caseEvent.findMany({ where: { caseId: one.id }, orderBy: { sequence: 'asc' } });
  const ofLimits = events.filter(({ action }) => ['lapseRight', 'overdue', 'escalate'].includes(action));
  expect(ofLimits.map(({ action, sentence }) => [action, sentence])).toEqual([
    ['lapseRight', expect.stringMatching(/申请行政复议的期限已于\d{4}年\d+月\d+日届满$/) as string],
  ]);
  expect(events.find(({ action }) => action === 'refuse')?.sentence).toMatch(
    /,送达最低生活保障不予确认决定书至\d{4}年/,
  );
  const where = { caseId: one.id };
  expect(await prisma.workItem.count({ where: { ...where, kind: 'escalation' } })).toBe(0);
  expect(await prisma.deadline.findFirst({ where: { ...where, kind: 'reconsideration' } })).toMatchObject({
    state: 'ended',
  });
  expect((await prisma.case.findUniqueOrThrow({ where: { id: one.id } })).nextDueAt).toBeNull();
};

describe('reconsideration', () => {
  test('restores what was refused, from the month the decision would have given', async () => {
    const one = await refusedCase(1);
    const decided = await today(world);
    await deliver(one, 'refusal');
    await world.until((await world.env.currentTimeMs()) + 40 * DAY);
    const owner = await file(one, 'refusal');
    expect(await one.state()).toMatchObject({ stage: 'refused', matters: [{ step: 'filed' }] });
    expect(await dueOf(world, one.id, 'defence')).toBeGreaterThan(await world.env.currentTimeMs());
    await defend(one, owner);
    await conclude(one, owner, 'restore');
    expect(await one.state()).toMatchObject({ stage: 'benefiting', matters: [] });
    const given = await world.store.prisma.entitlement.findFirstOrThrow({
      where: { caseId: one.id, supersededBy: null },
      include: { components: true },
    });
    expect(given.fromMonth).toBe(addMonthsToMonth(monthOf(decided), 1));
    expect(given.monthlyFen).toBeGreaterThan(0n);
    expect(given.components.reduce((sum, { fen }) => sum + fen, 0n)).toBe(given.monthlyFen);
    expect(await dueOf(world, one.id, 'recheck')).toBeGreaterThan(await world.env.currentTimeMs());
    await expect(one.letter('restoration')).resolves.toBeDefined();
  });

  test('restores what a stop took before the first payment', async () => {
    const one = await stoppedCase(7, 0);
    const before = await world.store.prisma.entitlement.findFirstOrThrow({ where: { caseId: one.id } });
    const owner = await file(one, 'stop');
    await defend(one, owner);
    await conclude(one, owner, 'restore');
    const { fromMonth, monthlyFen } = before;
    await expect(
      world.store.prisma.entitlement.findMany({ where: { caseId: one.id, supersededBy: null } }),
    ).resolves.toMatchObject([{ fromMonth, monthlyFen, toMonth: null }]);
  });

  test('restores what a stop took, without a gap', async () => {
    const one = await stoppedCase(2, 70);
    const before = await world.store.prisma.entitlement.findFirstOrThrow({ where: { caseId: one.id } });
    const owner = await file(one, 'stop');
    await defend(one, owner);
    await conclude(one, owner, 'restore');
    expect((await one.state()).stage).toBe('benefiting');
    const inForce = await world.store.prisma.entitlement.findMany({
      where: { caseId: one.id, supersededBy: null },
      orderBy: { fromMonth: 'asc' },
    });
    expect(inForce).toMatchObject([
      { id: before.id },
      { fromMonth: addMonthsToMonth(inForce[0]!.toMonth!, 1), toMonth: null, monthlyFen: before.monthlyFen },
    ]);
  });

  test('sends an annulled refusal back to be made anew, with its whole limit', async () => {
    const one = await refusedCase(3);
    const owner = await file(one, 'refusal');
    await defend(one, owner);
    await conclude(one, owner, 'redo');
    expect(await one.state()).toMatchObject({ stage: 'investigating', matters: [] });
    const limit = await world.store.prisma.deadline.findFirstOrThrow({
      where: { caseId: one.id, kind: 'decision', state: 'running' },
    });
    expect(limit).toMatchObject({ fromDate: await today(world), variant: 'county' });
    await expect(propose(one, { at: await world.env.currentTimeMs() })).rejects.toMatchObject({
      cause: { type: 'visitIncomplete' },
    });
    const at = { at: await world.env.currentTimeMs() };
    await investigate(one, at);
    await propose(one, at);
    expect((await one.state()).stage).toBe('proposed');
  });

  test('that upholds leaves some days for a suit; an open one keeps the case from being closed', async () => {
    const one = await refusedCase(4);
    await deliver(one, 'refusal');
    const closing = await dueOf(world, one.id, 'suit');
    await world.until(closing - 100 * DAY);
    await expectNobodyLate(one);
    const owner = await file(one, 'refusal', { excuse: '住院治疗,刚刚出院' });
    await defend(one, owner);
    await world.until(closing + SECOND);
    expect((await one.state()).stage).toBe('refused');
    await conclude(one, owner, 'upheld');
    expect((await one.state()).matters).toMatchObject([{ step: 'upheld' }]);
    await one.act('sue', {
      by,
      owner,
      input: { filedOn: await today(world), receivedOn: await today(world), body: '人民法院', claim: '撤销决定' },
    });
    expect((await one.state()).matters).toMatchObject([{ step: 'sued' }]);
    await one.act('defend', { by: 'townshipApprover', owner, input: { answer: '决定合法' } });
    await conclude(one, owner, 'upheld');
    await world.until((await world.env.currentTimeMs()) + SECOND);
    expect(await one.state()).toMatchObject({ stage: 'closed', matters: [] });
  });

  test('ends by itself when nobody sues in time', async () => {
    const one = await refusedCase(5);
    const owner = await file(one, 'refusal');
    await defend(one, owner);
    await conclude(one, owner, 'upheld');
    const until = (
      await world.store.prisma.deadline.findFirstOrThrow({ where: { owner, kind: 'suit', state: 'running' } })
    ).dueAt!.getTime();
    await world.until(until + SECOND);
    expect((await one.state()).matters).toEqual([]);
    await expect(world.store.prisma.matter.findUnique({ where: { id: owner } })).resolves.toMatchObject({
      outcome: 'upheld',
    });
  });

  test('is too late after the limit, unless excused; and needs a decision to turn against', async () => {
    const one = await refusedCase(6);
    await deliver(one, 'refusal');
    await world.until((await world.env.currentTimeMs()) + 70 * DAY);
    await expect(file(one, 'refusal')).rejects.toMatchObject({
      cause: { type: 'remedyLate', message: expect.stringContaining('届满') },
    });
    await expect(file(one, 'receipt', { excuse: '住院治疗' })).rejects.toMatchObject({
      cause: { type: 'letterUnknown' },
    });
    await expect(file(one, 'refusal', { filedOn: addDays(await today(world), 1) })).rejects.toMatchObject({
      cause: { type: 'invalidInput' },
    });
    await file(one, 'refusal', { excuse: '住院治疗,刚刚出院' });
  });
});
