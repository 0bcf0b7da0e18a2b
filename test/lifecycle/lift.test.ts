import { staffId } from '../support/case-world';
import { intoBenefit, today } from '../support/into-benefit';
import { liveWorld, type LiveWorld } from '../support/live-world';
import { poorFamily, walkTo } from '../support/walk';

/** @clause 二(一) nobody decides on the own work: where a township has nobody else, the county does the step */
let world: LiveWorld;
beforeAll(async () => {
  world = await liveWorld();
});
afterAll(() => world.close());

const toCounty = { toCounty: true, reason: '审批人均须回避' };

describe('a step for which nobody eligible is left in the township', () => {
  test('goes to the county until the stage is left', async () => {
    const one = await world.submit(poorFamily(1));
    await walkTo(one, 'proposed', { at: await world.env.currentTimeMs() });
    await expect(one.act('approveProposal', { by: 'countyApprover', input: {} })).rejects.toMatchObject({
      cause: { type: 'roleNotAllowed' },
    });
    await expect(one.act('assign', { by: 'townshipApprover', input: toCounty })).rejects.toMatchObject({
      cause: { type: 'eligibleLeft', message: expect.stringContaining('还有2名乡镇审批人') },
    });
    for (const number of [1, 2])
      await world.store.prisma.relativeDeclaration.create({
        data: {
          id: staffId('townshipApprover', number + 10),
          caseId: one.id,
          personId: one.personIds[0]!,
          staffId: staffId('townshipApprover', number),
          relativeName: '某',
          post: '审批人',
          relation: 'sibling',
          declaredAt: new Date(),
        },
      });
    await expect(one.act('assign', { by: 'townshipApprover', input: toCounty })).rejects.toMatchObject({
      cause: { type: 'relativeLockedOut' },
    });
    await one.act('assign', { by: 'countyApprover', input: toCounty });
    expect(await one.state()).toMatchObject({ stage: 'proposed', lifted: ['stage'] });
    await expect(
      world.store.prisma.workItem.findFirst({ where: { caseId: one.id, kind: 'task', doneAt: null } }),
    ).resolves.toMatchObject({ role: 'countyApprover', division: '530581' });
    const told = await world.store.prisma.caseEvent.findFirst({ where: { caseId: one.id, action: 'assign' } });
    expect(told?.sentence).toContain('提级到县级办理');

    await expect(one.act('assign', { by: 'countyApprover', input: toCounty })).rejects.toMatchObject({
      cause: { type: 'alreadyCounty' },
    });
    await one.act('approveProposal', { by: 'countyApprover', input: {} });
    const state = await one.state();
    expect(state).toMatchObject({ stage: 'publicised' });
    expect(state.lifted).toBeUndefined();
  });

  test('lifts a matter alone, and asks for one of the two: a person or the county', async () => {
    const one = await intoBenefit(world, 2);
    const input = { what: 'income', happenedOn: await today(world), description: '收入变化' };
    const owner = await one.open('change', { by: 'townshipClerk', input });
    await world.store.prisma.appointment.updateMany({
      where: { role: 'townshipClerk' },
      data: { validTo: '2020-12-31' },
    });
    await expect(
      one.act('assign', { by: 'townshipApprover', owner, input: { reason: '无人可办' } }),
    ).rejects.toMatchObject({ name: 'ZodError' });
    await one.act('assign', { by: 'townshipApprover', owner, input: toCounty });
    expect((await one.state()).lifted).toEqual([owner]);
    await one.act('assess', { by: 'countyReviewer', owner, input: {} });
    expect((await one.state()).lifted).toBeUndefined();
  });
});
