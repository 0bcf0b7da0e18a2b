import { engine } from '../../domain/lifecycle/engine';
import { change, publicised, tell, type Story } from '../engine/story';
import { refusalOf, repair } from '../engine/support';
import { staffId } from '../support/case-world';
import type { DevWorld } from '../support/dev-world';
import { createPeople } from '../support/people';
import { until } from '../support/until';
import { poorFamily } from '../support/walk';

const DAY = 86_400_000;

/** The family of a recorded case: the same in every recording, so that a test can look for it. */
export const family = (number: number) => {
  const people = createPeople(2022 + number);
  const [m1, m2] = [people.next({ birthDate: '1971-08-09', sex: 'male' }), people.next({ birthDate: '1975-02-11', sex: 'female' })];
  const { members, ...rest } = poorFamily(1, '613.37');
  const [first, second] = members;
  const named = ({ birthDate: _birthDate, sex: _sex, ...member }: NonNullable<typeof first>, { name, idNumber, phone }: typeof m1) => ({ ...member, name, idNumber, phone });
  return {
    application: { ...rest, address: '测试镇密林巷77号', phone: m1.phone, members: [named(first!, m1), named(second!, m2)] },
    secrets: [m1, m2].flatMap(({ name, idNumber, phone }) => [name, idNumber, phone]).concat('密林巷', '613.37', '61337'),
  };
};

/** A world in which the database is away for the first try of every step of the cases named. */
export interface Studio extends DevWorld {
  /** A family that has no case yet. */
  family(): ReturnType<typeof family>['application'];
  readonly away: Set<string>;
}

const begin = (world: Studio): Promise<Story> => tell(world, { on: '2022-04-11', application: world.family() });

const reviewing = async (world: Studio): Promise<Story> => {
  const story = await begin(world);
  await publicised(story);
  await story.pass('2022-04-25');
  return story;
};
const benefiting = async (world: Studio): Promise<Story> => {
  const story = await reviewing(world);
  const runId = async () => (await world.client.workflow.getHandle(engine.workflowId(story.one.id)).describe()).runId;
  const before = await runId();
  await story.recommend();
  await story.confirm();
  await until(async () => (await runId()) !== before);
  return story;
};
const live = (world: Studio, at?: number) => world.submit(world.family(), at === undefined ? {} : { at });
const exit = { outcome: 'gradualExit', months: 6, because: 'employment' };

const leaving = async (world: Studio): Promise<Story> => {
  const story = await benefiting(world);
  await story.pass('2022-07-04');
  await story.wage('5000.00');
  await change(story, 'employment', exit);
  return story;
};
const refused = async (world: Studio): Promise<Story> => {
  const story = await begin(world);
  await story.act('declineToAccept', 'townshipClerk', { ground: 'notInScope', reason: '不属于救助范围' });
  return story;
};
const deliver = async (story: Story, kind: string): Promise<void> => {
  const delivery = { letterId: await story.one.letter(kind), deliveredOn: story.today(), manner: 'inPerson' };
  await story.act('recordDelivery', 'townshipClerk', delivery);
};

/** What is recorded: a case at a place, by name; `runs`: how many of its runs, the last ones. */
export interface Scene {
  readonly name: string;
  readonly runs?: number;
  readonly play: (world: Studio) => Promise<string>;
}

const told = (name: string, play: (world: Studio) => Promise<Story>, runs?: number): Scene => ({
  name,
  play: async (world) => (await play(world)).one.id,
  ...(runs && { runs }),
});

export const scenes: readonly Scene[] = [
  { name: 'submitted', play: async (world) => (await live(world)).id },
  {
    name: 'overdue',
    play: async (world) => {
      const one = await live(world, Date.now() - 40 * DAY);
      await until(async () => (await one.state()).alarms.every(({ at }) => at > Date.now()));
      return one.id;
    },
  },
  {
    name: 'supplementing',
    play: async (world) => {
      const one = await live(world);
      await one.act('askSupplement', { by: 'townshipClerk', input: { items: [{ paper: '收入证明', why: '未附' }] } });
      return one.id;
    },
  },
  told('reviewing', reviewing),
  told('objected', async (world) => {
    const story = await begin(world);
    await publicised(story);
    await story.act('raiseObjection', 'hotlineOperator', { what: '家中有车' });
    return story;
  }),
  told(
    'benefiting',
    async (world) => {
      const story = await benefiting(world);
      await story.act('assign', 'townshipApprover', { staffId: staffId('townshipClerk'), reason: '熟悉该村情况' });
      return story;
    },
    2,
  ),
  told('matters', async (world) => {
    const story = await benefiting(world);
    const owner = await story.open('complaint', 'hotlineOperator', { class: 'fraud', what: '反映隐瞒收入', named: false });
    const investigators = [{ staffId: staffId('countyReviewer') }, { name: '县级乙某' }];
    await story.act('recordCountyVisit', 'countyReviewer', { visitedOn: story.today(), investigators, findings: '属实' }, { owner });
    await story.act('answer', 'countyReviewer', { outcome: 'change', answer: '情况属实' }, { owner });
    const personId = story.one.personIds[1];
    await story.open('death', 'townshipClerk', { personId, diedOn: story.today(), source: 'village' });
    await story.open('recheck', 'townshipClerk', { reason: '提前复核' });
    return story;
  }),
  told('leaving', leaving),
  told('stopped', async (world) => {
    const story = await leaving(world);
    await story.pass('2023-02-01');
    return story;
  }),
  told('suspended', async (world) => {
    const story = await benefiting(world);
    await change(story, 'other', { outcome: 'suspend' });
    return story;
  }),
  told('refused', refused),
  told('closed', async (world) => {
    const story = await refused(world);
    await deliver(story, 'nonAcceptance');
    await story.pass('2022-12-31');
    return story;
  }),
  told('contradicted', async (world) => {
    const story = await begin(world);
    await story.accept();
    await refusalOf(story.propose());
    return story;
  }),
  told('patient', async (world) => {
    const story = await begin(world);
    world.away.add(story.one.id);
    await story.accept();
    return story;
  }),
  told('handed-over', async (world) => {
    const story = await begin(world);
    await story.act('handOverClock', 'system');
    return story;
  }),
  {
    name: 'rebuilt',
    play: async (world) => {
      const one = await live(world);
      await repair(world, one.id);
      await world.client.workflow.getHandle(engine.workflowId(one.id)).executeUpdate(engine.updates.settled);
      return one.id;
    },
  },
];
