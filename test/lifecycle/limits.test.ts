import { civilDateAt } from '../../domain/civil-date';
import type { DeadlineKind } from '../../domain/deadlines/kinds';
import type { TestCase } from '../support/case-world';
import { liveWorld, type LiveWorld } from '../support/live-world';
import { accept, confirm, investigate, poorFamily, post, propose, publicise, recommend, walkTo } from '../support/walk';

/** @clause 一(四) every limit reminds, falls due and is reported upwards with nobody touching the case */
let world: LiveWorld;
beforeAll(async () => {
  world = await liveWorld();
});
afterAll(() => world.close());

const SECOND = 1_000;
const DAY = 86_400_000;
const now = () => world.env.currentTimeMs();
const deadline = (caseId: string, kind: DeadlineKind) =>
  world.store.prisma.deadline.findFirstOrThrow({ where: { caseId, kind }, orderBy: { dueAt: 'desc' } });
const notices = (deadlineId: string, kind: 'reminder' | 'escalation') =>
  world.store.prisma.workItem.findMany({
    where: { deadlineId, kind },
    orderBy: [{ createdAt: 'asc' }, { level: 'asc' }],
  });

const reviewing = async (one: TestCase): Promise<void> => {
  await walkTo(one, 'posted', { at: await now() });
  await world.until((await deadline(one.id, 'publicNotice')).dueAt!.getTime() + SECOND);
};
const benefiting = async (one: TestCase): Promise<void> => {
  await reviewing(one);
  await recommend(one, { at: await now() });
  await confirm(one, { at: await now() });
};
const refused = async (one: TestCase): Promise<void> => {
  await one.act('declineToAccept', { by: 'townshipClerk', input: { ground: 'notInScope', reason: '不属于救助范围' } });
};
const delivered = async (one: TestCase): Promise<void> => {
  await refused(one);
  await one.act('recordDelivery', {
    by: 'townshipClerk',
    input: { letterId: await one.letter('nonAcceptance'), deliveredOn: civilDateAt(await now()), manner: 'inPerson' },
  });
};
const at = async () => ({ at: await now() });

interface Missed {
  readonly kind: DeadlineKind;
  readonly reminders: number;
  readonly stage: string;
  readonly until: (one: TestCase) => Promise<void>;
}

/** Limits that people can miss: what runs, how often one is reminded, and how the case comes there. */
const missed: readonly Missed[] = [
  { kind: 'completenessCheck', reminders: 1, stage: 'submitted', until: () => Promise.resolve() },
  { kind: 'investigationStart', reminders: 1, stage: 'investigating', until: async (one) => accept(one, await at()) },
  { kind: 'decision', reminders: 2, stage: 'investigating', until: async (one) => accept(one, await at()) },
  {
    kind: 'dataCheckStart',
    reminders: 1,
    stage: 'investigating',
    until: async (one) => {
      await accept(one, await at());
      const signatures = one.personIds.map((personId) => ({ personId, manner: 'signature' }));
      await one.act('recordAuthorisation', {
        by: 'townshipClerk',
        input: { signatures, signedOn: civilDateAt(await now()) },
      });
      await one.act('requestDataCheck', { by: 'townshipClerk', input: { sources: ['bank'] } });
    },
  },
  { kind: 'posting', reminders: 0, stage: 'publicised', until: async (one) => walkTo(one, 'publicised', await at()) },
  { kind: 'countyReview', reminders: 1, stage: 'reviewing', until: reviewing },
  { kind: 'refusalLetter', reminders: 1, stage: 'refused', until: refused },
  { kind: 'recheck', reminders: 2, stage: 'benefiting', until: benefiting },
  {
    kind: 'deathProcessing',
    reminders: 2,
    stage: 'benefiting',
    until: async (one) => {
      await benefiting(one);
      await one.open('death', {
        by: 'townshipClerk',
        input: { personId: one.personIds[1], diedOn: civilDateAt(await now()), source: 'household' },
      });
    },
  },
  {
    kind: 'changeProcessing',
    reminders: 1,
    stage: 'benefiting',
    until: async (one) => {
      await benefiting(one);
      await one.open('change', {
        by: 'townshipClerk',
        input: { what: 'income', happenedOn: civilDateAt(await now()), description: '收入变化' },
      });
    },
  },
  {
    kind: 'complaint',
    reminders: 1,
    stage: 'investigating',
    until: async (one) => {
      await accept(one, await at());
      await one.open('complaint', {
        by: 'hotlineOperator',
        input: { class: 'fraud', what: '反映隐瞒收入', named: false },
      });
    },
  },
];

describe('a limit that nobody keeps', () => {
  test.each(missed)(
    '$kind: quiet before, $reminders reminders, overdue at 24:00, then up the ladder',
    async ({ kind, reminders, stage, until }) => {
      const one = await world.submit(poorFamily(2));
      await until(one);
      const limit = await deadline(one.id, kind);
      const due = limit.dueAt!.getTime();
      expect((due + 8 * 3_600_000) % DAY).toBe(0);
      await world.until(due - SECOND);
      expect(await notices(limit.id, 'escalation')).toEqual([]);
      expect(await notices(limit.id, 'reminder')).toHaveLength(reminders);
      expect((await world.store.prisma.deadline.findUniqueOrThrow({ where: { id: limit.id } })).state).toBe('running');

      await world.until(due + SECOND);
      expect((await world.store.prisma.deadline.findUniqueOrThrow({ where: { id: limit.id } })).state).toBe('late');
      expect((await notices(limit.id, 'escalation')).map(({ level }) => level)).toEqual([0]);
      await world.until(due + 15 * DAY);
      const told = await notices(limit.id, 'escalation');
      expect(told.map(({ level, role, division }) => [level, role, division.length])).toEqual([
        [0, expect.any(String), expect.any(Number)],
        [1, 'townshipApprover', 9],
        [2, 'countyApprover', 6],
        [3, 'supervisor', 4],
      ]);
      expect((await one.state()).stage).toBe(stage);
    },
    60_000,
  );
});

describe('a limit that ends by itself', () => {
  test('an application that is not completed lapses when the supplement is due, not before', async () => {
    const one = await world.submit(poorFamily(3));
    await one.act('askSupplement', {
      by: 'townshipClerk',
      input: { items: [{ paper: '残疾人证', why: '复印件不清' }] },
    });
    const limit = await deadline(one.id, 'supplement');
    await world.until(limit.dueAt!.getTime() - SECOND);
    expect((await one.state()).stage).toBe('supplementing');
    expect((await notices(limit.id, 'reminder')).length).toBe(2);
    await world.until(limit.dueAt!.getTime() + SECOND);
    expect((await one.state()).stage).toBe('closed');
    expect(await world.store.prisma.letter.count({ where: { caseId: one.id, kind: 'lapse' } })).toBe(1);
  });

  test('a refused case closes when the remedies are over, not while a complaint is open', async () => {
    const one = await world.submit(poorFamily(4));
    await delivered(one);
    const complaint = await one.open('complaint', {
      by: 'hotlineOperator',
      input: { class: 'service', what: '服务态度', named: false },
    });
    const limit = await deadline(one.id, 'suit');
    await world.until(limit.dueAt!.getTime() + SECOND);
    expect((await one.state()).stage).toBe('refused');
    await one.act('recordCountyVisit', {
      by: 'countyReviewer',
      owner: complaint,
      input: {
        visitedOn: civilDateAt(await now()),
        investigators: [{ name: '甲某' }, { name: '乙某' }],
        findings: '已核实',
      },
    });
    await one.act('answer', {
      by: 'countyReviewer',
      owner: complaint,
      input: { outcome: 'unfounded', answer: '经核查不属实' },
    });
    await world.until((await now()) + DAY);
    expect((await one.state()).stage).toBe('closed');
  });

  test('an objection stops the notice; after the appraisal the whole period runs again', async () => {
    const one = await world.submit(poorFamily(5));
    await walkTo(one, 'posted', { at: await now() });
    const first = (await deadline(one.id, 'publicNotice')).dueAt!.getTime();
    await world.until(first - DAY);
    await one.act('raiseObjection', { by: 'hotlineOperator', input: { what: '家中有车' } });
    await world.until(first + DAY);
    expect((await one.state()).stage).toBe('objected');
    await one.act('holdAppraisal', {
      by: 'townshipClerk',
      input: {
        heldOn: civilDateAt(await now()),
        attendance: 12,
        votesFor: 10,
        votesAgainst: 2,
        conclusion: '多数赞成',
      },
    });
    await publicise(one, await at());
    await post(one, await at());
    const second = (await deadline(one.id, 'publicNotice')).dueAt!.getTime();
    expect(second - (await now())).toBeGreaterThan(6 * DAY);
    await world.until(second - SECOND);
    expect((await one.state()).stage).toBe('publicised');
    await world.until(second + SECOND);
    expect((await one.state()).stage).toBe('reviewing');
  });

  test('the extension counts from acceptance and is granted once', async () => {
    const one = await world.submit(poorFamily(6));
    await accept(one, await at());
    const before = await deadline(one.id, 'decision');
    await one.act('extend', { by: 'townshipApprover', input: { ground: 'hardToVerify', reason: '长期在外务工' } });
    const after = await deadline(one.id, 'decision');
    expect([before.length, after.length, after.fromDate]).toEqual([30, 45, before.fromDate]);
    await expect(
      one.act('extend', { by: 'townshipApprover', input: { ground: 'hardToVerify', reason: '再次申请延长' } }),
    ).rejects.toMatchObject({ cause: { type: 'alreadyExtended' } });
  });

  test('a suspension is reviewed after its months', async () => {
    const one = await world.submit(poorFamily(7));
    await benefiting(one);
    const change = await one.open('change', {
      by: 'townshipClerk',
      input: { what: 'other', happenedOn: civilDateAt(await now()), description: '暂时联系不上' },
    });
    await one.act('assess', { by: 'townshipClerk', owner: change, input: {} });
    await one.act('propose', {
      by: 'townshipClerk',
      owner: change,
      input: { outcome: 'suspend', reason: '联系不上家庭成员' },
    });
    await one.act('endorse', { by: 'townshipApprover', owner: change, input: {} });
    await one.act('approve', { by: 'countyApprover', owner: change, input: {} });
    expect((await one.state()).stage).toBe('suspended');
    const limit = await deadline(one.id, 'suspensionReview');
    await world.until(limit.dueAt!.getTime() - SECOND);
    expect(await notices(limit.id, 'escalation')).toEqual([]);
    await world.until(limit.dueAt!.getTime() + SECOND);
    expect((await notices(limit.id, 'escalation')).map(({ level }) => level)).toEqual([0]);
  });
});

test('a proposal is refused while the investigation is incomplete, whoever asks', async () => {
  const one = await world.submit(poorFamily(8));
  await accept(one, await at());
  await expect(propose(one, await at())).rejects.toMatchObject({ cause: { type: 'authorisationMissing' } });
  await investigate(one, await at());
  await propose(one, await at());
  expect((await one.state()).stage).toBe('proposed');
});
