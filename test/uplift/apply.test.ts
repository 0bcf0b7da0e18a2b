import { pino } from 'pino';
import { deliverCommands } from '../../activities/deliver';
import { createJob, reportOf } from '../../activities/import/job';
import { runImport } from '../../activities/import/run-import';
import { sweepOnce } from '../../activities/sweeper';
import { startOfDay } from '../../domain/civil-date';
import type { Role } from '../../domain/lifecycle/roles';
import type { Owner } from '../../domain/lifecycle/state';
import { createRulebook } from '../../store/rulebook';
import { upliftCommandId } from '../../store/uplift/ids';
import { publicised, tell, type Plot, type Story } from '../engine/story';
import { engineState, refusalOf } from '../engine/support';
import { devWorld, type DevWorld } from '../support/dev-world';
import { eventsOf, expectWhole } from '../support/ledger';
import { addLocalValue } from '../support/local-value';
import { advance, approve, makeRun, resultsOf, runOf } from './support';

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

const periodsOf = async (caseId: string) =>
  (
    await world.store.prisma.entitlement.findMany({
      where: { caseId, supersededBy: null },
      orderBy: { fromMonth: 'asc' },
      include: { components: true },
    })
  ).map(({ fromMonth, toMonth, monthlyFen, components }) => [
    `${fromMonth}–${toMonth ?? ''}`,
    Number(monthlyFen),
    components.reduce((sum, { fen }) => sum + Number(fen), 0),
  ]);
const periods = ({ one }: Story) => periodsOf(one.id);

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

// @clause 三(二) 特困 people rise to the basic living standard of July
// @clause 二(二) the case of 特困 people lives in the engine until the last has died
describe('people in 特困供养', () => {
  const PLACE = '530521101';
  const bytes = Buffer.from(
    [
      '户编号,救助类型,行政区划代码,城乡,姓名,身份证号,与申请人关系,享受起始月,月保障金额',
      `TK1,特困,${PLACE},农村,段守田,539900194503010016,本人,2021-08,`,
      `TK1,特困,${PLACE},农村,段守山,539900194803010018,兄弟姐妹,,`,
      `TK2,特困,${PLACE},农村,李集中,539900195005010018,本人,2021-08,1000`,
    ].join('\n'),
  );
  let caseId: string;
  let runId: string;

  beforeAll(async () => {
    const { store, client, taskQueue } = world;
    const deps = { store, rulebook: createRulebook(), now: Date.now };
    const job = await createJob(deps, bytes, { fileName: 'x.csv', division: '530521', onDate: '2022-06-10' });
    await runImport(deps, job, bytes);
    expect((await reportOf(deps, job)).kept).toBe(2);
    await sweepOnce({ store, client, taskQueue, logger: pino({ level: 'silent' }) });
    const { id } = await store.prisma.case.findFirstOrThrow({ where: { programme: 'tekun', memberCount: 2 } });
    caseId = id;
  });

  it('are raised from 1 July with a letter, and who was paid more keeps it', async () => {
    runId = await makeRun(world.store, '530521', JULY);
    await advance(world.store, runId, startOfDay('2022-06-25'));
    const told = [...(await resultsOf(world.store, runId)).values()].sort((a, b) => a.class.localeCompare(b.class));
    expect(told.map((row) => [row.class, Number(row.oldFen), Number(row.newFen), row.persons])).toEqual([
      ['gain', 171_600, 182_000, 2],
      ['same', 100_000, 100_000, 1],
    ]);
    await approve(world.store, runId);
    // The engine has taken the cases up and may hold one of them: the run waits for it and looks again.
    do await advance(world.store, runId, firstOfJuly);
    while ((await runOf(world.store, runId)).state === 'applying');
    expect(await runOf(world.store, runId)).toMatchObject({ state: 'done', applied: 1, opened: 0, kept: 1, failed: 0 });
    expect(await periodsOf(caseId)).toEqual([
      ['2021-08–2022-06', 171_600, 171_600],
      ['2022-07–', 182_000, 182_000],
    ]);
    const letters = await world.store.prisma.letter.findMany({ where: { caseId, kind: 'increase' } });
    expect(letters.map(({ body }) => body.includes('1,820.00元'))).toEqual([true]);
  });

  it('have no matter that is of 低保 alone, and a death is one person less until the last ends it', async () => {
    const one = world.caseOf(caseId);
    const by = (role: Role, input: object, owner?: Owner) => ({
      by: role,
      input,
      division: PLACE,
      owner: owner ?? 'stage',
    });
    const { members } = await world.store.prisma.case.findUniqueOrThrow({
      where: { id: caseId },
      include: { members: { orderBy: { relation: 'asc' } } },
    });
    const refusal = {
      offeredOn: '2022-07-01',
      employer: '某厂',
      work: '保洁',
      refusedOn: '2022-07-02',
      goodReason: false,
    };
    expect(
      await refusalOf(
        one.open(
          'workRefusal',
          by('townshipClerk', { ...refusal, personId: members[0]!.personId, reason: '不愿意去上班' }),
        ),
      ),
    ).toBe('matterNotAllowed');
    for (const [index, { personId }] of members.entries()) {
      const diedOn = `2022-0${8 + index}-05`;
      const owner = await one.open('death', by('townshipClerk', { personId, diedOn, source: 'village' }));
      await one.act('verify', by('townshipClerk', { diedOn, proof: '死亡证明' }, owner));
      await one.act('complete', by('townshipApprover', {}, owner));
      await expectWhole(world.store, caseId);
    }
    expect((await one.state()).stage).toBe('stopped');
    const known = await periodsOf(caseId);
    expect(known.slice(0, 2)).toEqual([
      ['2021-08–2022-06', 171_600, 171_600],
      ['2022-07–2022-08', 182_000, 182_000],
    ]);
    expect(known.slice(2).map(([period]) => period)).toEqual(['2022-09–2022-09']);
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
