import { addMonthsToMonth, monthOf } from '../../domain/civil-date';
import { newId } from '../../store/uuid';
import { staffId, TOWNSHIP } from '../support/case-world';
import { devWorld, type DevWorld } from '../support/dev-world';
import { expectWhole } from '../support/ledger';
import { change, delegate, publicised, tell, type Story } from './story';
import { engineState, refusalOf } from './support';

/** @clause 二(一) what can happen while a household is paid, on the manual clock */
let world: DevWorld;
beforeAll(async () => {
  world = await devWorld();
  await world.run();
});
afterAll(() => world.close());

const inBenefit = async (on: string, noticeOver: string): Promise<Story> => {
  const story = await tell(world, { on });
  await publicised(story);
  await story.pass(noticeOver);
  await story.recommend();
  await story.confirm();
  return story;
};
const sinceMay = (): Promise<Story> => inBenefit('2022-04-11', '2022-04-25');

const entitlements = ({ one }: Story) =>
  world.store.prisma.entitlement.findMany({
    where: { caseId: one.id, supersededBy: null },
    include: { components: true },
    orderBy: { fromMonth: 'asc' },
  });
/** Periods in order as `from–to kind`. */
const periods = async (story: Story): Promise<readonly string[]> =>
  (await entitlements(story)).map(({ fromMonth, toMonth, kind }) => `${fromMonth}–${toMonth ?? ''} ${kind}`);

const whole = async ({ one }: Story, stage: string): Promise<void> => {
  const state = await expectWhole(world.store, one.id);
  expect(state.stage).toBe(stage);
  expect(await engineState(world, one.id)).toEqual(state);
};

const exit = (months: number) => ({ outcome: 'gradualExit', months, because: 'employment' });

const bounds = [
  { granted: '2022-07-04', months: 12, last: '2023-07', refused: 5 },
  { granted: '2022-10-19', months: 6, last: '2023-04', refused: 5 },
  { granted: '2022-11-07', months: 6, last: '2023-05', refused: 7 },
] as const;

describe('a gradual exit', () => {
  test.each(bounds)(
    'granted $granted: $months months, to $last; $refused months are refused',
    async ({ granted, months, last, refused }) => {
      const story = await sinceMay();
      const [benefit] = await entitlements(story);
      await story.pass(granted);
      await story.wage('5000.00');
      expect(await refusalOf(change(story, 'employment', exit(refused)))).toBe('assessmentContradicts');
      const open = (await story.one.state()).matters.find(({ kind }) => kind === 'change');
      await story.act('reopen', 'townshipClerk', { reason: '重新核实月数' }, { owner: open!.id });
      await story.act('assess', 'townshipClerk', {}, { owner: open!.id });
      await story.act(
        'propose',
        'townshipClerk',
        { ...exit(months), reason: '就业后收入超过标准' },
        { owner: open!.id },
      );
      await story.act('endorse', 'townshipApprover', {}, { owner: open!.id });
      await story.act('approve', 'countyApprover', {}, { owner: open!.id });
      await whole(story, 'leaving');
      const exits = (await entitlements(story)).filter(({ kind }) => kind === 'gradualExit');
      expect(exits.map(({ fromMonth }) => fromMonth)).toEqual(
        Array.from({ length: months }, (_, index) => addMonthsToMonth(monthOf(granted), index + 1)),
      );
      expect(exits.at(-1)!.toMonth).toBe(last);
      expect(exits.every(({ monthlyFen }) => monthlyFen === benefit!.monthlyFen)).toBe(true);
      await story.pass(`${last}-28`);
      expect((await story.one.state()).stage).toBe('leaving');
      await story.pass(`${addMonthsToMonth(last, 1)}-01`);
      await whole(story, 'stopped');
    },
  );

  test('the job is lost: the full benefit again, and nothing of the exit is left', async () => {
    const story = await sinceMay();
    await story.pass('2022-07-04');
    await story.wage('5000.00');
    await change(story, 'employment', exit(12));
    await story.pass('2022-09-05');
    await story.wage('500.00');
    await change(story, 'jobLost', { outcome: 'restore' });
    await whole(story, 'benefiting');
    expect(await periods(story)).toEqual([
      '2022-05–2022-07 benefit',
      '2022-08–2022-08 gradualExit',
      '2022-09–2022-09 gradualExit',
      '2022-10– benefit',
    ]);
    expect((await story.one.state()).alarms.map(({ kind }) => kind)).not.toContain('gradualExit');
  });

  test('granted once where the area allows one: not a second time', async () => {
    const at = new Date();
    const maker = { makerId: staffId('administrator', 1), checkerId: staffId('administrator', 2) };
    await world.store.prisma.parameterEntry.create({
      data: {
        id: newId(),
        parameter: 'dibao.gradualExit.repeatLimit',
        division: '530581',
        validFrom: '2023-06-01',
        value: 1,
        reference: '测试',
        state: 'approved',
        createdAt: at,
        checkedAt: at,
        ...maker,
      },
    });
    const story = await sinceMay();
    await story.pass('2023-06-05');
    await story.wage('5000.00');
    await change(story, 'employment', exit(3));
    await story.pass('2023-07-10');
    await story.wage('500.00');
    await change(story, 'jobLost', { outcome: 'restore' });
    await story.wage('5000.00');
    expect(await refusalOf(change(story, 'employment', exit(3)))).toBe('assessmentContradicts');
    await whole(story, 'benefiting');
  });
});

test('suspended, then resumed: months between are not paid', async () => {
  const story = await sinceMay();
  await story.pass('2022-06-06');
  await change(story, 'other', { outcome: 'suspend' });
  await whole(story, 'suspended');
  expect(await periods(story)).toEqual(['2022-05–2022-06 benefit']);
  await story.pass('2022-08-08');
  await change(story, 'other', { outcome: 'resume' });
  await whole(story, 'benefiting');
  expect(await periods(story)).toEqual(['2022-05–2022-06 benefit', '2022-09– benefit']);
});

test('less income: more from the next month; more income: less', async () => {
  const story = await sinceMay();
  await story.pass('2022-06-06');
  await story.wage('300.00');
  await change(story, 'income', { outcome: 'increase' });
  await story.pass('2022-08-08');
  await story.wage('700.00');
  expect(await refusalOf(change(story, 'income', { outcome: 'increase' }))).toBe('assessmentContradicts');
  expect(await periods(story)).toEqual(['2022-05–2022-06 benefit', '2022-07– benefit']);
  const [before, after] = await entitlements(story);
  expect(after!.monthlyFen).toBeGreaterThan(before!.monthlyFen);
});

const dies = async (story: Story, member: number, diedOn: string): Promise<void> => {
  const personId = story.one.personIds[member];
  const owner = await story.open('death', 'townshipClerk', { personId, diedOn, source: 'village' });
  await story.act('verify', 'townshipClerk', { diedOn, proof: '死亡证明' }, { owner });
  await story.act('complete', 'townshipApprover', {}, { owner });
};

test('a death takes the member out from the month after; the last one stops the benefit', async () => {
  const story = await sinceMay();
  await story.pass('2022-07-11');
  await dies(story, 1, '2022-06-20');
  await whole(story, 'benefiting');
  const [, alone] = await entitlements(story);
  expect([alone!.fromMonth, alone!.components.map(({ personId }) => personId)]).toEqual([
    '2022-07',
    [story.one.personIds[0]],
  ]);
  await story.pass('2022-10-10');
  await dies(story, 0, '2022-09-30');
  await whole(story, 'stopped');
  expect(await periods(story)).toEqual(['2022-05–2022-06 benefit', '2022-07–2022-09 benefit']);
});

test('a complaint that is true opens a change', async () => {
  const story = await sinceMay();
  await story.pass('2022-06-06');
  const owner = await story.open('complaint', 'hotlineOperator', { class: 'fraud', what: '反映已就业', named: false });
  const investigators = [{ staffId: staffId('countyReviewer') }, { name: '县级乙某' }];
  await story.act(
    'recordCountyVisit',
    'countyReviewer',
    { visitedOn: story.today(), investigators, findings: '情况属实' },
    { owner },
  );
  await story.act('answer', 'countyReviewer', { outcome: 'change', answer: '情况属实,转变更办理' }, { owner });
  const state = await expectWhole(world.store, story.one.id);
  expect(state.matters.map(({ kind, step }) => [kind, step])).toEqual([['change', 'reported']]);
});

const limits = [
  { how: 'county', authority: 'county', on: '2022-10-20', length: 30 },
  { how: 'township, on the last day of the old law', authority: 'delegated', on: '2022-10-19', length: 30 },
  { how: 'township, on the first day of the new', authority: 'delegated', on: '2022-10-20', length: 20 },
] as const;

test.each(limits)(
  'the limit of the decision, accepted by the $how: $length working days',
  async ({ authority, on, length }) => {
    if (authority === 'delegated') await delegate(world, TOWNSHIP, on, staffId('administrator'));
    const story = await tell(world, { on });
    await story.accept();
    const limit = await world.store.prisma.deadline.findFirstOrThrow({
      where: { caseId: story.one.id, kind: 'decision' },
    });
    expect([limit.length, limit.unit, limit.variant]).toEqual([length, 'workingDays', authority]);
  },
);
