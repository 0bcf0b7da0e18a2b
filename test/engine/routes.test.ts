import { staffId, TOWNSHIP } from '../support/case-world';
import { devWorld, type DevWorld } from '../support/dev-world';
import { expectWhole } from '../support/ledger';
import { DELEGATED_FROM, ON, routes, stages } from './routes';
import { delegate, tell, type Story } from './story';
import { engineState } from './support';

/** @clause 一(四) every way that an application can go before its decision */
let world: DevWorld;
beforeAll(async () => {
  world = await devWorld();
  await world.run();
  await delegate(world, TOWNSHIP, DELEGATED_FROM, staffId('administrator'));
});
afterAll(() => world.close());

const withdrawal = (story: Story) => ({ reason: '不再需要救助', writtenOn: story.today() });

test.each(routes)('$route → $ends', async ({ plot, goes, ends }) => {
  const story = await tell(world, { on: ON, ...plot });
  await goes(story, world);
  const state = await expectWhole(world.store, story.one.id);
  expect(state.stage).toBe(ends);
  if (ends !== 'closed') expect(await engineState(world, story.one.id)).toEqual(state);
});

test.each(stages)(
  'withdrawn while $stage: closed with a letter, nothing runs and nobody has work',
  async ({ stage, until }) => {
    const story = await tell(world, { on: ON });
    await until(story);
    expect((await story.one.state()).stage).toBe(stage);
    await story.act('withdraw', 'townshipClerk', withdrawal(story));
    const caseId = story.one.id;
    const { prisma } = world.store;
    expect(await expectWhole(world.store, caseId)).toMatchObject({ stage: 'closed', alarms: [] });
    expect(await prisma.letter.count({ where: { caseId, kind: 'withdrawal' } })).toBe(1);
    expect(await prisma.deadline.count({ where: { caseId, state: { in: ['running', 'late', 'unpublished'] } } })).toBe(
      0,
    );
    expect(await prisma.workItem.count({ where: { caseId, doneAt: null } })).toBe(0);
  },
);
