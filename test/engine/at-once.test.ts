import { civilDateAt, startOfDay } from '../../domain/civil-date';
import { createActivities } from '../../activities/create-activities';
import type { Command } from '../../domain/lifecycle/command';
import type { CaseState } from '../../domain/lifecycle/state';
import { createRulebook } from '../../store/rulebook';
import { devWorld, type DevWorld } from '../support/dev-world';
import { eventsOf, expectWhole } from '../support/ledger';
import { poorFamily, recommend, walkTo } from '../support/walk';
import { engineState, neighbourVisit, refusalOf, startInvestigation } from './support';
import { testFiles } from '../support/test-files';

/** @clause 一(四) officers at once on one case, with the real database */
const OFFICERS = 8;
let world: DevWorld;
let inside = 0;
let most = 0;

beforeAll(async () => {
  world = await devWorld();
  const activities = createActivities({
    store: world.store,
    rulebook: createRulebook(),
    files: testFiles(world.store),
  });
  const watched = async (state: CaseState, command: Command) => {
    inside += 1;
    most = Math.max(most, inside);
    try {
      return await activities.applyStep(state, command);
    } finally {
      inside -= 1;
    }
  };
  await world.run({ activities: { ...activities, applyStep: watched } });
});
afterAll(() => world.close());

test('of eight officers at once one is inside; all are answered, each with a state of its own', async () => {
  const one = await world.submit(poorFamily(1));
  await startInvestigation(one);
  const before = await one.state();
  most = 0;
  const answers = await Promise.all(
    Array.from({ length: OFFICERS }, (_, index) => one.act('recordNeighbourVisit', neighbourVisit(1 + (index % 2)))),
  );
  expect(most).toBe(1);
  const sequences = answers.map(({ state }) => state.sequence).sort((a, b) => a - b);
  expect(sequences).toEqual(Array.from({ length: OFFICERS }, (_, index) => before.sequence + 1 + index));
  expect(await expectWhole(world.store, one.id)).toEqual(await engineState(world, one.id));
});

test('of two officers who decide at once one decides, the other is told and leaves nothing', async () => {
  const at = startOfDay('2022-05-09');
  const later = startOfDay('2022-06-01');
  const one = await world.submit(poorFamily(2), { at, clock: 'manual' });
  await walkTo(one, 'posted', { at, manual: true });
  await one.wake(later);
  await recommend(one, { at: later, manual: true });
  const refusal = { reason: '不符合规定的条件' };
  const decisions = await Promise.all([
    refusalOf(one.act('confirm', { by: 'countyApprover', number: 1, input: {}, at: later })),
    refusalOf(one.act('refuse', { by: 'countyApprover', number: 2, input: refusal, at: later })),
  ]);
  expect(decisions.filter((code) => code === undefined)).toHaveLength(1);
  expect(decisions.find((code) => code !== undefined)).toMatch(/stale|actionNotAllowed/);
  const decided = (await eventsOf(world.store, one.id)).filter(
    ({ action }) => action === 'confirm' || action === 'refuse',
  );
  expect(decided).toHaveLength(1);
  const { decisions: rows, entitlements } = {
    decisions: await world.store.prisma.decision.findMany({ where: { caseId: one.id } }),
    entitlements: await world.store.prisma.entitlement.count({ where: { caseId: one.id } }),
  };
  expect(rows.map(({ kind, decidedOn }) => [kind, decidedOn])).toEqual([[decided[0]!.action, civilDateAt(later)]]);
  expect(entitlements).toBe(decided[0]!.action === 'confirm' ? 1 : 0);
  expect(await expectWhole(world.store, one.id)).toEqual(await engineState(world, one.id));
});
