import { dailyTick } from '../../activities/daily-tick';
import { deliverCommands } from '../../activities/deliver';
import { addDays, addMonthsToMonth, firstDayOf, monthOf } from '../../domain/civil-date';
import { drawSample } from '../../domain/sampling';
import { createRulebook } from '../../store/rulebook';
import { intoBenefit, today } from '../support/into-benefit';
import { liveWorld, type LiveWorld } from '../support/live-world';

/** @clause 二(一) the county looks at a seeded sample of what townships confirm under delegation */
let world: LiveWorld;
beforeAll(async () => {
  world = await liveWorld();
});
afterAll(() => world.close());

const tick = (date: string) => dailyTick({ store: world.store, rulebook: createRulebook() }, date);

test('the county draws its sample once, works it off as a matter, and a wrong confirmation becomes a change', async () => {
  const first = await intoBenefit(world, 1, 'township');
  const second = await intoBenefit(world, 2, 'township');
  await intoBenefit(world, 3);
  const decisions = await world.store.prisma.decision.findMany({ where: { kind: 'confirm', authority: 'township' } });
  expect(decisions.map(({ caseId }) => caseId).sort()).toEqual([first.id, second.id].sort());
  const month = monthOf(decisions[0]!.decidedOn);
  const sampled = decisions.filter(({ decidedOn }) => monthOf(decidedOn) === month).map(({ caseId }) => caseId);

  const next = firstDayOf(addMonthsToMonth(month, 1));
  await tick(next);
  await tick(addDays(next, 4));
  await tick(addDays(next, 5));
  const rows = await world.store.prisma.confirmationSample.findMany({ where: { month } });
  const tenth = { numerator: 1n, denominator: 10n };
  const seed = `530581/${month}`;
  expect(rows).toMatchObject([
    { caseId: drawSample(sampled, seed, tenth)[0]!.id, seed, rank: 1, population: sampled.length, result: null },
  ]);

  await deliverCommands({ store: world.store, client: world.client, taskQueue: world.taskQueue });
  const one = world.caseOf(rows[0]!.caseId);
  const owner = rows[0]!.matterId;
  expect((await one.state()).matters).toMatchObject([{ id: owner, kind: 'sampleCheck', step: 'drawn' }]);
  await expect(
    world.store.prisma.workItem.findFirst({ where: { owner, kind: 'task', doneAt: null } }),
  ).resolves.toMatchObject({ role: 'countyReviewer', division: '530581' });
  const input = { outcome: 'wrong', findings: '漏算配偶工资' };
  await expect(one.act('conclude', { by: 'townshipApprover', owner, input })).rejects.toMatchObject({
    cause: { type: 'roleNotAllowed' },
  });
  await one.act('conclude', { by: 'countyReviewer', owner, input });
  expect((await one.state()).matters).toMatchObject([{ kind: 'change' }]);
  await expect(world.store.prisma.confirmationSample.findMany({ where: { month } })).resolves.toMatchObject([
    { result: 'wrong', resultOn: await today(world) },
  ]);
});
