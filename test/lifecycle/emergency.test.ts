import { addDays, civilDateAt, sayDate } from '../../domain/civil-date';
import type { TestCase } from '../support/case-world';
import { staffId } from '../support/case-world';
import { dueOf, intoBenefit, today } from '../support/into-benefit';
import { addLocalValue } from '../support/local-value';
import { liveWorld, type LiveWorld } from '../support/live-world';
import { accept, authorise, poorFamily } from '../support/walk';
import { until } from '../support/until';

/** @clause 二(三) emergencies: handed over within hours; declared events switch dated rules on */
let world: LiveWorld;
beforeAll(async () => {
  world = await liveWorld();
});
afterAll(() => world.close());

const SECOND = 1_000;
const DAY = 86_400_000;
const HOUR = 3_600_000;
const event = { code: 'T-1', name: '测试地震', document: '测试〔2026〕1号' };

describe('somebody in need at once', () => {
  const report = { need: 'illness', what: '户主突发脑出血,无钱住院', peopleAtRisk: 2 };

  test('is handed over within hours, counted on any day, and the link is kept', async () => {
    const one = await world.submit(poorFamily(1));
    const owner = await one.open('emergency', { by: 'hotlineOperator', input: report });
    const opened = await world.store.prisma.matter.findUniqueOrThrow({ where: { id: owner } });
    expect(await dueOf(world, one.id, 'emergencyHandOver')).toBe(opened.openedAt.getTime() + 24 * HOUR);
    const other = await world.submit(poorFamily(2));
    await expect(
      one.act('handOver', { by: 'townshipClerk', owner, input: { office: '镇社会救助站', temporaryCaseId: owner } }),
    ).rejects.toMatchObject({ cause: { type: 'caseUnknown' } });
    const input = { office: '镇社会救助站', temporaryCaseId: other.id, temporaryCaseNumber: 'LS-1' };
    await one.act('handOver', { by: 'townshipClerk', owner, input });
    expect((await one.state()).matters).toEqual([]);
    const told = await world.store.prisma.caseEvent.findFirstOrThrow({ where: { caseId: one.id, action: 'handOver' } });
    expect(told.summary).toMatchObject({ linkedCaseId: other.id });
    expect(told.sentence).toContain('LS-1');
  });

  test('that nobody hands over is late to the hour, and the ladder hears of it', async () => {
    const one = await world.submit(poorFamily(3));
    const owner = await one.open('emergency', { by: 'villageAssistant', input: report });
    const due = await dueOf(world, one.id, 'emergencyHandOver');
    await world.until(due - SECOND);
    expect(await world.store.prisma.workItem.count({ where: { owner, kind: 'escalation' } })).toBe(0);
    await world.until(due + SECOND);
    expect(await world.store.prisma.workItem.count({ where: { owner, kind: 'escalation' } })).toBe(1);
    await one.act('dismiss', { by: 'townshipApprover', owner, input: { reason: '亲属已垫付住院费用' } });
    expect((await one.state()).matters).toEqual([]);
  });
});

const visit = async (one: TestCase, method: string): Promise<boolean> => {
  const investigators = [{ staffId: staffId('townshipClerk', 2) }, { name: '某驻村干部' }];
  const input = { visitedOn: await today(world), method, investigators, findings: '电话询问家庭情况' };
  await one.act('recordVisit', { by: 'townshipClerk', input });
  const { summary } = await world.store.prisma.caseEvent.findFirstOrThrow({
    where: { caseId: one.id, action: 'recordVisit' },
    orderBy: { sequence: 'desc' },
  });
  return (summary as { signed?: boolean }).signed === true;
};
const investigated = async (seed: number): Promise<TestCase> => {
  const one = await world.submit(poorFamily(seed));
  const at = { at: await world.env.currentTimeMs() };
  await accept(one, at);
  await authorise(one, at);
  const investigators = [{ staffId: staffId('townshipClerk', 2) }, { name: '某驻村干部' }];
  await one.act('startInvestigation', { by: 'townshipClerk', input: { investigators } });
  return one;
};

describe('a declared emergency event', () => {
  test('lets a call stand for the home visit only while it lasts, a letter never, and tags every step', async () => {
    const one = await investigated(4);
    expect(await visit(one, 'phone')).toBe(false);
    const on = await today(world);
    await addLocalValue(world.store, {
      parameter: 'emergency.events',
      division: '530581',
      validFrom: addDays(on, 1),
      validTo: addDays(on, 3),
      value: { ...event, remoteVisit: true },
    });
    expect(await visit(one, 'video')).toBe(false);
    await world.until((await world.env.currentTimeMs()) + 2 * DAY);
    expect(await visit(one, 'letter')).toBe(false);
    expect(await visit(one, 'phone')).toBe(true);
    const tags = await world.store.prisma.caseEvent.findMany({
      where: { caseId: one.id, action: 'recordVisit' },
      orderBy: { sequence: 'asc' },
      select: { summary: true },
    });
    expect(tags.map(({ summary }) => (summary as { emergency?: string }).emergency)).toEqual([
      undefined,
      undefined,
      'T-1',
      'T-1',
    ]);
    await world.until((await world.env.currentTimeMs()) + 5 * DAY);
    expect(await visit(one, 'phone')).toBe(false);
  });

  test('puts a re-check off until some days after its end, once', async () => {
    const one = await intoBenefit(world, 5);
    const due = await dueOf(world, one.id, 'recheck');
    const first = civilDateAt(due - 31 * DAY);
    const to = civilDateAt(due + 5 * DAY);
    const value = { ...event, code: 'T-2', remoteVisit: false, deferRecheckDays: 30 };
    const place = { parameter: 'emergency.events', division: '530581' };
    await addLocalValue(world.store, { ...place, validFrom: first, validTo: to, value });
    await world.until(due + SECOND);
    expect(await one.state()).toMatchObject({ stage: 'benefiting', matters: [] });
    const later = await world.store.prisma.deadline.findFirstOrThrow({
      where: { caseId: one.id, kind: 'recheck', state: 'running' },
    });
    expect(civilDateAt(later.dueAt!.getTime() - 1)).toBe(addDays(to, 30));
    expect(later.explanation).toContain(`因测试地震(测试〔2026〕1号)延期到${sayDate(addDays(to, 30))}`);
    await world.until(later.dueAt!.getTime() - 29 * DAY);
    expect((await one.state()).matters).toMatchObject([{ kind: 'recheck' }]);

    const again = { ...value, code: 'T-3' };
    await addLocalValue(world.store, { ...place, validFrom: addDays(to, 1), validTo: addDays(to, 200), value: again });
    await world.until(later.dueAt!.getTime() + SECOND);
    await until(async () => {
      const deadline = await world.store.prisma.deadline.findUniqueOrThrow({ where: { id: later.id } });
      return deadline.state === 'late';
    });
  });
});
