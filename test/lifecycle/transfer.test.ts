import { addMonthsToMonth, firstDayOf, monthOf, startOfDay } from '../../domain/civil-date';
import { payerOf } from '../../domain/dibao/payer';
import { dueOf, intoBenefit, today } from '../support/into-benefit';
import { addLocalValue } from '../support/local-value';
import { liveWorld, type LiveWorld } from '../support/live-world';

/** @clause 二(一) a household that moves keeps its benefit, paid by one office every month */
let world: LiveWorld;
beforeAll(async () => {
  world = await liveWorld();
  await addLocalValue(world.store, {
    parameter: 'dibao.standard.urban',
    division: '530102',
    validFrom: '2026-01-01',
    value: '900',
  });
});
afterAll(() => world.close());

const SECOND = 1_000;
const HERE = '530581001000';
const THERE = '530102001000';
const theirs = { by: 'townshipClerk', division: THERE.slice(0, 9), number: 2 } as const;

const scopeOf = async (caseId: string, division: string) =>
  world.store.prisma.caseScope.findFirst({ where: { caseId, division }, orderBy: { validFrom: 'desc' } });

const ask = async (one: Awaited<ReturnType<typeof intoBenefit>>, division = THERE) =>
  one.open('transfer', { by: 'townshipClerk', input: { division, area: 'urban', reason: '全家搬到昆明居住' } });

describe('a transfer to another county', () => {
  test('is seen there when asked, moves with the month, and is assessed by the new standard', async () => {
    const one = await intoBenefit(world, 1);
    const { number, monthlyFen } = await world.store.prisma.case.findUniqueOrThrow({ where: { id: one.id } });
    const transfer = await ask(one);
    const asked = await today(world);
    expect(await scopeOf(one.id, THERE)).toMatchObject({ validFrom: asked, validTo: null, guest: true });
    const task = () =>
      world.store.prisma.workItem.findFirst({ where: { owner: transfer, kind: 'task', doneAt: null } });
    expect(await task()).toMatchObject({ role: 'townshipClerk', division: THERE.slice(0, 9), assigneeId: null });
    expect(await dueOf(world, one.id, 'transfer')).toBeGreaterThan(await world.env.currentTimeMs());

    await expect(one.act('accept', { by: 'townshipClerk', owner: transfer, input: {} })).rejects.toMatchObject({
      cause: { type: 'notTheReceivingOffice' },
    });
    const report = { what: 'income', happenedOn: asked, description: '收入变化' };
    await expect(one.open('change', { ...theirs, input: report })).rejects.toMatchObject({
      cause: { type: 'notYourOffice' },
    });
    await one.act('accept', { ...theirs, owner: transfer, input: { opinion: '同意接收' } });
    expect(await one.state()).toMatchObject({ division: HERE, matters: [{ kind: 'transfer', step: 'accepted' }] });
    expect(await task()).toBeNull();

    const first = startOfDay(firstDayOf(addMonthsToMonth(monthOf(asked), 1)));
    await world.until(first - SECOND);
    expect((await one.state()).division).toBe(HERE);
    await world.until(first + SECOND);
    expect(await one.state()).toMatchObject({
      division: THERE,
      stage: 'benefiting',
      matters: [{ kind: 'change', step: 'reported' }],
    });
    const row = await world.store.prisma.case.findUniqueOrThrow({ where: { id: one.id } });
    expect(row).toMatchObject({ number, monthlyFen, division: THERE, area: 'urban' });
    const moved = await today(world);
    expect(await scopeOf(one.id, THERE)).toMatchObject({ guest: false, validTo: null });
    expect(await scopeOf(one.id, HERE)).toMatchObject({
      guest: true,
      validTo: expect.stringContaining(monthOf(moved)),
    });

    const offices = await world.store.prisma.caseDivision.findMany({
      where: { caseId: one.id },
      orderBy: { fromMonth: 'asc' },
    });
    expect(payerOf(offices, addMonthsToMonth(monthOf(moved), -1), row.division)).toBe(HERE);
    expect(payerOf(offices, monthOf(moved), row.division)).toBe(THERE);
    const paid = await world.store.prisma.entitlement.findMany({ where: { caseId: one.id, supersededBy: null } });
    expect(paid).toMatchObject([{ toMonth: null, monthlyFen }]);

    const [change] = (await one.state()).matters;
    await expect(one.act('assess', { by: 'townshipClerk', owner: change!.id, input: {} })).rejects.toMatchObject({
      cause: { type: 'notYourOffice' },
    });
    await one.act('assess', { ...theirs, owner: change!.id, input: {} });
    const higher = { outcome: 'increase', reason: '按迁入地标准核算' };
    await one.act('propose', { ...theirs, owner: change!.id, input: higher });
    const head = { by: 'townshipApprover', division: THERE.slice(0, 9) } as const;
    await one.act('endorse', { ...head, owner: change!.id, input: {} });
    await one.act('approve', { by: 'countyApprover', division: '530102', owner: change!.id, input: {} });
    const after = await world.store.prisma.case.findUniqueOrThrow({ where: { id: one.id } });
    expect(after.monthlyFen).toBeGreaterThan(monthlyFen);
  });

  test('that is declined stays here, and the other office sees it no longer from the next day', async () => {
    const one = await intoBenefit(world, 2);
    const transfer = await ask(one);
    await one.act('decline', { ...theirs, owner: transfer, input: { reason: '未在本地实际居住' } });
    expect(await one.state()).toMatchObject({ division: HERE, matters: [] });
    expect(await scopeOf(one.id, THERE)).toMatchObject({ validTo: await today(world) });
    await expect(one.letter('transfer')).resolves.toBeDefined();
    const again = await ask(one, '530581102000');
    await one.act('takeBack', { by: 'townshipClerk', owner: again, input: { reason: '家庭决定不搬' } });
    expect((await one.state()).matters).toEqual([]);
    expect(await world.store.prisma.caseDivision.count({ where: { caseId: one.id } })).toBe(0);
  });

  test('within the own township is no transfer', async () => {
    const one = await intoBenefit(world, 3);
    await expect(ask(one, '530581001')).rejects.toMatchObject({ cause: { type: 'invalidInput' } });
  });
});
