import { addMonthsToMonth, civilDateAt, monthOf } from '../../domain/civil-date';
import { applyPatch, initialState, type Patch } from '../../domain/lifecycle/state';
import { liveWorld, type LiveWorld } from '../support/live-world';
import { confirm, poorFamily, recommend, walkTo } from '../support/walk';

const SECOND = 1_000;
const DAY = 86_400_000;

/** @clause 二(一) a case from application to closing, gradual exit included */
let world: LiveWorld;
beforeAll(async () => {
  world = await liveWorld();
});
afterAll(() => world.close());

const dueOf = async (caseId: string, kind: string): Promise<number> =>
  (
    await world.store.prisma.deadline.findFirstOrThrow({ where: { caseId, kind, state: { in: ['running', 'late'] } } })
  ).dueAt!.getTime();

describe('the whole life of a 低保 case', () => {
  test('from application over re-check and gradual exit to closing, in three years', async () => {
    const one = await world.submit(poorFamily(1));
    const now = () => world.env.currentTimeMs();
    await walkTo(one, 'posted', { at: await now() });
    const noticeEnds = await dueOf(one.id, 'publicNotice');
    await world.until(noticeEnds - SECOND);
    expect((await one.state()).stage).toBe('publicised');
    await world.until(noticeEnds + SECOND);
    expect((await one.state()).stage).toBe('reviewing');

    await recommend(one, { at: await now() });
    await confirm(one, { at: await now() });
    const decided = civilDateAt(await now());
    expect((await one.state()).stage).toBe('benefiting');
    const benefit = await world.store.prisma.entitlement.findFirstOrThrow({
      where: { caseId: one.id },
      include: { components: true },
    });
    expect(benefit.fromMonth).toBe(addMonthsToMonth(monthOf(decided), 1));
    expect(benefit.components.reduce((sum, { fen }) => sum + fen, 0n)).toBe(benefit.monthlyFen);
    expect(benefit.monthlyFen).toBeGreaterThan(0n);

    const recheck = await dueOf(one.id, 'recheck');
    await world.until(recheck - 31 * DAY);
    expect((await one.state()).matters).toEqual([]);
    await world.until(recheck - 29 * DAY);
    const [matter] = (await one.state()).matters;
    expect(matter).toMatchObject({ kind: 'recheck', step: 'due' });
    await one.act('assess', {
      by: 'townshipClerk',
      owner: matter!.id,
      input: { outcome: 'unchanged', reason: '家庭情况没有变化' },
    });
    await one.act('concludeUnchanged', { by: 'townshipApprover', owner: matter!.id, input: {} });
    expect((await one.state()).matters).toEqual([]);
    expect(await dueOf(one.id, 'recheck')).toBeGreaterThan(recheck + 100 * DAY);

    await world.store.prisma.fact.updateMany({
      where: { caseId: one.id, kind: 'income' },
      data: { supersededAt: new Date(await now()) },
    });
    const job = { member: one.personIds[0], kind: 'wage', amount: '5000.00', per: 'month', months: 12 };
    const factId = '11111111-1111-4111-8111-111111111111';
    const row = await world.store.prisma.case.findUniqueOrThrow({ where: { id: one.id } });
    await world.store.prisma.fact.create({
      data: {
        id: factId,
        householdId: row.householdId,
        caseId: one.id,
        personId: one.personIds[0]!,
        kind: 'income',
        contentEnc: world.store.cipher.sealJson('fact', 'content_enc', factId, job),
        validFrom: decided,
        recordedAt: new Date(await now()),
      },
    });
    const change = await one.open('change', {
      by: 'townshipClerk',
      input: { what: 'employment', happenedOn: civilDateAt(await now()), description: '户主就业' },
    });
    await one.act('assess', { by: 'townshipClerk', owner: change, input: {} });
    await one.act('propose', {
      by: 'townshipClerk',
      owner: change,
      input: { outcome: 'gradualExit', months: 6, because: 'employment', reason: '就业后收入超过标准' },
    });
    await one.act('endorse', { by: 'townshipApprover', owner: change, input: {} });
    await one.act('approve', { by: 'countyApprover', owner: change, input: {} });
    expect(await one.state()).toMatchObject({ stage: 'leaving', matters: [] });
    const exitMonths = await world.store.prisma.entitlement.findMany({
      where: { caseId: one.id, kind: 'gradualExit' },
      orderBy: { fromMonth: 'asc' },
    });
    expect(exitMonths).toHaveLength(6);
    expect(new Set(exitMonths.map(({ monthlyFen }) => monthlyFen))).toEqual(new Set([benefit.monthlyFen]));

    const exitEnds = await dueOf(one.id, 'gradualExit');
    expect(monthOf(civilDateAt(exitEnds - SECOND))).toBe(exitMonths[5]!.toMonth);
    await world.until(exitEnds - SECOND);
    expect((await one.state()).stage).toBe('leaving');
    const reminders = await world.store.prisma.workItem.count({
      where: { caseId: one.id, kind: 'reminder', sentence: { startsWith: '渐退' } },
    });
    expect(reminders).toBe(3);
    await world.until(exitEnds + SECOND);
    expect((await one.state()).stage).toBe('stopped');

    await one.act('recordDelivery', {
      by: 'townshipClerk',
      input: { letterId: await one.letter('stop'), deliveredOn: civilDateAt(await now()), manner: 'inPerson' },
    });
    const remedies = await dueOf(one.id, 'suit');
    await world.until(remedies - SECOND);
    expect((await one.state()).stage).toBe('stopped');
    await world.until(remedies + DAY);
    expect((await one.state()).stage).toBe('closed');
    expect((await one.state()).alarms).toEqual([]);

    const events = await world.store.prisma.caseEvent.findMany({
      where: { caseId: one.id },
      orderBy: { sequence: 'asc' },
    });
    const folded = events.reduce(
      (state, { patch }) => applyPatch(state, patch as unknown as Patch),
      initialState(one.id, 'dibao', row.division, 'engine'),
    );
    expect(folded).toEqual(await one.state());
    expect(events.every(({ sentence }) => sentence.length > 4)).toBe(true);
    await expect(world.client.workflow.getHandle(`case/${one.id}`).describe()).resolves.toMatchObject({
      status: { name: 'COMPLETED' },
    });
  });
});
