import { createReckoner } from '../../activities/reckoner';
import { nationalCalendarYears } from '../../domain/calendar';
import { startOfDay } from '../../domain/civil-date';
import { createRulebook } from '../../store/rulebook';
import { newId } from '../../store/uuid';
import { staffId, type TestCase } from '../support/case-world';
import { expectWhole } from '../support/ledger';
import { liveWorld, type LiveWorld } from '../support/live-world';
import { poorFamily } from '../support/walk';

/** @clause 一(四) a limit that reaches a year whose working days are not published waits, and is never guessed */
const builtIn = Math.max(...nationalCalendarYears.map(({ year }) => year));
/** Acceptance on this day: 30 working days end in the next year. */
const december = (year: number): number => startOfDay(`${year}-12-14`);
let world: LiveWorld;
/** The last published year. */
let lastYear = builtIn;
beforeAll(async () => {
  world = await liveWorld({ calendarYears: false });
  const now = await world.env.currentTimeMs();
  while (december(lastYear) <= now) lastYear += 1;
  await publish(Array.from({ length: lastYear - builtIn }, (_, index) => builtIn + 1 + index));
  await world.until(december(lastYear));
});
afterAll(() => world.close());

const publish = async (years: readonly number[]): Promise<void> => {
  const at = new Date();
  await world.store.prisma.calendarEntry.createMany({
    data: years.map((year) => ({
      id: newId(),
      division: '',
      year,
      content: { title: '仅供测试', off: [`${year}-01-01`], worked: [] },
      source: '测试',
      state: 'approved',
      makerId: staffId('administrator', 1),
      checkerId: staffId('administrator', 2),
      createdAt: at,
      checkedAt: at,
    })),
  });
};

const accepted = async (seed: number): Promise<TestCase> => {
  const one = await world.submit(poorFamily(seed));
  await one.act('accept', { by: 'townshipClerk' });
  return one;
};
const decisionOf = ({ id }: TestCase) =>
  world.store.prisma.deadline.findFirstOrThrow({ where: { caseId: id, kind: 'decision' } });
const alarmsOf = async (one: TestCase) => (await one.state()).alarms.filter(({ kind }) => kind === 'decision');

test('it has no date and no alarm; published, it gets both, and no other case is touched', async () => {
  const one = await accepted(1);
  const other = await world.submit(poorFamily(2));
  const caseIds = [one.id, other.id];
  await world.store.prisma.case.updateMany({ where: { id: { in: caseIds } }, data: { engineStartedAt: new Date() } });

  const waiting = await decisionOf(one);
  expect([waiting.state, waiting.dueAt]).toEqual(['unpublished', null]);
  expect(waiting.explanation).toContain('日历未发布');
  expect(await alarmsOf(one)).toEqual([]);

  const reckon = createReckoner({ store: world.store, rulebook: createRulebook(), client: world.client });
  const [before, otherBefore] = [await one.state(), await other.state()];
  await reckon();
  expect(await one.state()).toEqual(before);

  await publish([lastYear + 1]);
  await reckon();
  const dated = await decisionOf(one);
  expect([dated.id, dated.state, dated.fromDate, dated.length]).toEqual([waiting.id, 'running', waiting.fromDate, 30]);
  expect(dated.dueAt!.getTime()).toBeGreaterThan(startOfDay(`${lastYear + 1}-01-01`));
  expect((await alarmsOf(one)).filter(({ type }) => type === 'due').map(({ at }) => at)).toEqual([
    dated.dueAt!.getTime(),
  ]);
  expect((await world.store.prisma.case.findUniqueOrThrow({ where: { id: one.id } })).stageVersion).toBe(
    before.stageVersion,
  );
  await expectWhole(world.store, one.id);
  expect(await other.state()).toEqual(otherBefore);

  await reckon();
  expect((await one.state()).sequence).toBe(before.sequence + 1);
  await world.until(dated.dueAt!.getTime() + 1_000);
  expect((await decisionOf(one)).state).toBe('late');
});
