import { deliverCommands } from '../../activities/deliver';
import { startOfDay } from '../../domain/civil-date';
import { upliftCommandId } from '../../store/uplift/ids';
import { publicised, tell, type Plot, type Story } from '../engine/story';
import { engineState, refusalOf } from '../engine/support';
import { devWorld, type DevWorld } from '../support/dev-world';
import { eventsOf, expectWhole } from '../support/ledger';
import { addLocalValue } from '../support/local-value';
import { advance, approve, makeRun, resultsOf, runOf } from './support';

jest.setTimeout(240_000);

const JULY = '2022-07-01';
const firstOfJuly = startOfDay(JULY) + 60_000;

/** @clause 三(二) from 1 July 2022 every household in benefit is paid by the new standard, and nobody less without procedure */
let world: DevWorld;
beforeAll(async () => {
  world = await devWorld();
  await world.run();
});
afterAll(() => world.close());

/** A family in benefit since May 2022: the urban standard of Tengchong is 670 until June and 700 from July on. */
const sinceMay = async (plot: Partial<Plot> = {}): Promise<Story> => {
  const story = await tell(world, { on: '2022-04-11', ...plot });
  await publicised(story);
  await story.pass('2022-04-25');
  await story.recommend();
  await story.confirm();
  return story;
};

const periods = async ({ one }: Story) =>
  (
    await world.store.prisma.entitlement.findMany({
      where: { caseId: one.id, supersededBy: null },
      orderBy: { fromMonth: 'asc' },
      include: { components: true },
    })
  ).map(({ fromMonth, toMonth, monthlyFen, components }) => [
    `${fromMonth}–${toMonth ?? ''}`,
    Number(monthlyFen),
    components.reduce((sum, { fen }) => sum + Number(fen), 0),
  ]);

const lettersOf = ({ one }: Story, kind: string) =>
  world.store.prisma.letter.findMany({ where: { caseId: one.id, kind }, orderBy: { sequence: 'asc' } });

describe('an uplift of the county', () => {
  let gains: Story;
  let falls: Story;
  let pending: Story;
  let pendingMatter: string;
  let runId: string;

  beforeAll(async () => {
    [gains, falls, pending] = [await sinceMay(), await sinceMay({ seed: 2 }), await sinceMay({ seed: 3 })];
    // Facts that changed since the decision: what was frozen then is not what is reckoned now.
    await falls.pass('2022-06-10');
    await falls.wage('2000');
    await pending.pass('2022-06-20');
    pendingMatter = await pending.open('change', 'townshipClerk', {
      what: 'income',
      happenedOn: '2022-06-15',
      description: '收入减少',
    });
    await pending.wage('300');
    await pending.act('assess', 'townshipClerk', {}, { owner: pendingMatter });
    await pending.act(
      'propose',
      'townshipClerk',
      { outcome: 'increase', reason: '收入减少' },
      { owner: pendingMatter },
    );
    await pending.act('endorse', 'townshipApprover', {}, { owner: pendingMatter });
    runId = await makeRun(world.store, '530581', JULY);
  });

  it('is tried beforehand and touches nothing', async () => {
    const before = await world.store.prisma.caseEvent.count();
    expect(await advance(world.store, runId, startOfDay('2022-06-25'))).toEqual({ next: 'done' });
    expect(await runOf(world.store, runId)).toMatchObject({ state: 'reviewing', total: 3, reckoned: 3, applied: 0 });
    const results = await resultsOf(world.store, runId);
    const told = [gains, falls, pending].map(({ one }) => results.get(one.id)!);
    expect(told.map((row) => [row.class, Number(row.oldFen), Number(row.newFen), row.persons])).toEqual([
      ['gain', 80_000, 86_000, 2],
      ['fall', 80_000, 0, 0],
      ['gain', 80_000, 113_000, 2],
    ]);
    expect(await world.store.prisma.caseEvent.count()).toBe(before);
    expect(await world.store.prisma.upliftSample.count({ where: { runId } })).toBe(2);
    const sums = await world.store.prisma.upliftCounty.findMany({ where: { runId }, orderBy: { class: 'asc' } });
    expect(sums.map((row) => [row.county, row.class, row.cases, Number(row.oldFen), Number(row.newFen)])).toEqual([
      ['530581', 'fall', 1, 80_000, 0],
      ['530581', 'gain', 2, 160_000, 199_000],
    ]);
  });

  it('waits for its approval and for its day', async () => {
    expect(await advance(world.store, runId, firstOfJuly)).toEqual({ next: 'done' });
    expect((await runOf(world.store, runId)).state).toBe('reviewing');
    await approve(world.store, runId);
    const wait = await advance(world.store, runId, startOfDay('2022-06-25'));
    expect(wait).toEqual({ next: 'wait', until: startOfDay(JULY) });
    expect((await runOf(world.store, runId)).state).toBe('approved');
  });

  it('is written once by two workers at once: entitlement, decision, event and letter', async () => {
    await Promise.all([advance(world.store, runId, firstOfJuly), advance(world.store, runId, firstOfJuly)]);
    await advance(world.store, runId, firstOfJuly);
    expect(await runOf(world.store, runId)).toMatchObject({ state: 'done', applied: 2, opened: 1, kept: 0, failed: 0 });
    expect(await periods(gains)).toEqual([
      ['2022-05–2022-06', 80_000, 80_000],
      ['2022-07–', 86_000, 86_000],
    ]);
    const events = (await eventsOf(world.store, gains.one.id)).filter(({ action }) => action === 'recordUplift');
    expect(events).toMatchObject([
      { commandId: upliftCommandId(runId, gains.one.id), actorRole: 'system', patch: { bump: [] } },
    ]);
    expect(events[0]?.sentence).toContain('自2022年7月起每月860.00元');
    const [letter, ...more] = await lettersOf(gains, 'increase');
    expect(more).toEqual([]);
    for (const words of ['2022年7月', '800.00元', '860.00元', '行政复议']) expect(letter?.body).toContain(words);
    const decisions = await world.store.prisma.decision.findMany({ where: { caseId: gains.one.id, kind: 'increase' } });
    expect(decisions).toMatchObject([{ decidedOn: JULY, decidedBy: null }]);
  });

  it('the database is ahead of the engine, which follows with its next step and can be compared meanwhile', async () => {
    const { one } = gains;
    const database = await expectWhole(world.store, one.id);
    expect((await engineState(world, one.id)).sequence).toBe(database.sequence - 1);
    await gains.pass('2022-07-05');
    const letter = await one.letter('increase');
    await gains.act('recordDelivery', 'townshipClerk', {
      letterId: letter,
      deliveredOn: '2022-07-05',
      manner: 'inPerson',
    });
    expect(await engineState(world, one.id)).toEqual(await expectWhole(world.store, one.id));
  });

  it('never pays less: the fall-out is a change for the clerk, and the benefit goes on', async () => {
    expect(await periods(falls)).toEqual([['2022-05–', 80_000, 80_000]]);
    await deliverCommands(world);
    await falls.pass('2022-07-04');
    const changes = async () => (await falls.one.state()).matters.filter(({ kind }) => kind === 'change');
    const matters = await changes();
    expect(matters).toMatchObject([{ step: 'reported' }]);
    expect(
      await world.store.prisma.workItem.count({ where: { caseId: falls.one.id, owner: matters[0]!.id, kind: 'task' } }),
    ).toBe(1);
    await deliverCommands(world);
    expect(await changes()).toHaveLength(1);
  });

  it('a change assessed by the old standard is not approved any more', async () => {
    await pending.pass('2022-07-06');
    expect(await refusalOf(pending.act('approve', 'countyApprover', {}, { owner: pendingMatter }))).toBe(
      'assessmentStale',
    );
    expect((await periods(pending)).at(-1)).toEqual(['2022-07–', 113_000, 113_000]);
  });

  it('who came into benefit by the old standard after the run is found by its next look', async () => {
    const late = await tell(world, { on: '2022-06-13', seed: 4 });
    await publicised(late);
    await late.pass('2022-07-04');
    await late.recommend();
    await late.confirm();
    expect(await periods(late)).toEqual([['2022-08–', 80_000, 80_000]]);
    await world.store.prisma.upliftRun.update({ where: { id: runId }, data: { state: 'applying' } });
    await advance(world.store, runId, startOfDay('2022-07-08'));
    expect(await runOf(world.store, runId)).toMatchObject({ state: 'done', applied: 3 });
    expect(await periods(late)).toEqual([['2022-08–', 86_000, 86_000]]);
  });
});

it('rules that changed after the approval send the run back to its reviewers', async () => {
  const story = await sinceMay({ seed: 5 });
  await addLocalValue(world.store, {
    parameter: 'dibao.rounding.unit',
    division: '530581',
    validFrom: '2022-10-01',
    value: 'jiao',
  });
  const runId = await makeRun(world.store, '530581001', '2022-11-01');
  await advance(world.store, runId, startOfDay('2022-10-20'));
  await approve(world.store, runId);
  await addLocalValue(world.store, {
    parameter: 'dibao.standard.urban',
    division: '530581',
    validFrom: '2022-11-01',
    value: '720',
  });
  expect(await advance(world.store, runId, startOfDay('2022-11-01'))).toEqual({ next: 'done' });
  const run = await runOf(world.store, runId);
  expect(run).toMatchObject({ state: 'reviewing', approvedBy: null, applied: 0 });
  expect(run.note).toContain('重新试算');
  expect(await periods(story)).toHaveLength(1);
});
