import type { ApplicationInput } from '../../api/cases/application/schema';
import type { CivilDate } from '../../domain/civil-date';
import { staffId, type CaseWorld } from '../support/case-world';
import { poorFamily } from '../support/walk';
import { publicised, type Plot, type Story } from './story';
import { refusalOf } from './support';

export const ON = '2022-04-11';
const NOTICE_OVER = '2022-04-25';
const AGAIN_OVER = '2022-05-16';
/** From here on the township of the tests confirms by itself. */
export const DELEGATED_FROM = '2022-06-01';
const delegated = { on: '2022-06-06' } as const;
const DELEGATED_OVER = '2022-06-20';
const relative = { member: 'm1', staffLogin: 'countyApprover1', relativeName: '某1', post: '审批人', relation: '兄弟' };
const [first, second] = poorFamily(1).members;
const marginal: Partial<ApplicationInput> = {
  members: [first!, { ...second!, disability: { category: 'physical', grade: 2 } }],
  incomes: [{ member: 'm1', kind: 'pension', amount: '1800', per: 'month' }],
};
const countyVisit = (story: Story) => ({
  visitedOn: story.today(),
  investigators: [{ staffId: staffId('countyReviewer') }, { name: '县级乙某' }],
  findings: '入户情况属实',
});
const returning = (to: string) => ({ to, reason: '需要补充办理', todo: '补充后重新报送' });

const underReview = async (story: Story, over: CivilDate = NOTICE_OVER): Promise<void> => {
  await publicised(story);
  await story.pass(over);
};
const ready = async (story: Story): Promise<void> => {
  await underReview(story);
  await story.recommend();
};

export interface Route {
  readonly route: string;
  readonly plot?: Partial<Plot>;
  readonly goes: (story: Story, world: CaseWorld) => Promise<void>;
  readonly ends: string;
}

/** Every way that an application can go before its decision, on the manual clock. */
export const routes: readonly Route[] = [
  {
    route: 'delegated: the township confirms after the notice, the county cannot',
    plot: delegated,
    goes: async (story) => {
      await underReview(story, DELEGATED_OVER);
      expect((await story.one.state()).stage).toBe('confirming');
      expect(await refusalOf(story.confirm())).toBe('notTheAuthority');
      await story.act('recordEndPhoto', 'townshipClerk', { documentId: await story.one.document() });
      await story.act('confirm', 'townshipApprover');
    },
    ends: 'benefiting',
  },
  {
    route: 'a declared relative: the county visits the home, the relative is locked out',
    plot: { application: { relatives: [relative] } },
    goes: async (story) => {
      await underReview(story);
      expect(await refusalOf(story.recommend())).toBe('countyVisitMissing');
      expect(await refusalOf(story.act('recordCountyVisit', 'countyApprover', countyVisit(story)))).toBe(
        'relativeLockedOut',
      );
      await story.act('recordCountyVisit', 'countyReviewer', countyVisit(story));
      await story.recommend();
      expect(await refusalOf(story.confirm())).toBe('relativeLockedOut');
      await story.act('confirm', 'countyApprover', {}, { number: 2 });
    },
    ends: 'benefiting',
  },
  {
    route: 'a declared relative in a delegated township goes through the county’s review too',
    plot: { ...delegated, application: { relatives: [relative] } },
    goes: async (story) => {
      await underReview(story, DELEGATED_OVER);
      expect((await story.one.state()).stage).toBe('reviewing');
      await story.act('recordCountyVisit', 'countyReviewer', countyVisit(story));
      await story.recommend();
      await story.act('confirm', 'townshipApprover');
    },
    ends: 'benefiting',
  },
  {
    route: 'a complaint before the decision forces a county visit',
    goes: async (story) => {
      await publicised(story);
      const owner = await story.open('complaint', 'hotlineOperator', {
        class: 'fraud',
        what: '反映隐瞒收入',
        named: false,
      });
      await story.pass(NOTICE_OVER);
      expect(await refusalOf(story.recommend())).toBe('countyVisitMissing');
      await story.act('recordCountyVisit', 'countyReviewer', countyVisit(story), { owner });
      await story.act('answer', 'countyReviewer', { outcome: 'unfounded', answer: '经核查不属实' }, { owner });
      await story.recommend();
      await story.confirm();
    },
    ends: 'benefiting',
  },
  {
    route: 'back from the review to the notice: the whole notice again',
    goes: async (story) => {
      await underReview(story);
      expect(await refusalOf(story.act('returnTo', 'countyReviewer', returning('reviewing')))).toBe('invalidInput');
      await story.act('returnTo', 'countyReviewer', returning('publicised'));
      await story.post();
      await story.pass(AGAIN_OVER);
      await story.recommend();
      await story.confirm();
    },
    ends: 'benefiting',
  },
  {
    route: 'back from the review to the proposal: approval and notice again',
    goes: async (story) => {
      await underReview(story);
      await story.act('returnTo', 'countyReviewer', returning('proposed'));
      await story.publicise();
      await story.post();
      await story.pass(AGAIN_OVER);
      await story.recommend();
      await story.confirm();
    },
    ends: 'benefiting',
  },
  {
    route: 'back from the review to the investigation: proposal, approval and notice again',
    goes: async (story) => {
      await underReview(story);
      await story.act('returnTo', 'countyReviewer', returning('investigating'));
      expect(await refusalOf(story.publicise())).toBe('actionNotAllowed');
      await story.propose();
      await story.publicise();
      await story.post();
      await story.pass(AGAIN_OVER);
      await story.recommend();
      await story.confirm();
    },
    ends: 'benefiting',
  },
  {
    route: 'back from confirming to the review: the opinion again, the notice stands',
    goes: async (story) => {
      await ready(story);
      await story.act('returnTo', 'countyApprover', returning('reviewing'));
      await story.recommend();
      await story.confirm();
    },
    ends: 'benefiting',
  },
  {
    route: 'back from confirming to the notice: it cannot be confirmed before its end',
    goes: async (story) => {
      await ready(story);
      await story.act('returnTo', 'countyApprover', returning('publicised'));
      await story.post();
      expect(await refusalOf(story.act('confirm', 'countyApprover'))).toBe('actionNotAllowed');
      await story.pass(AGAIN_OVER);
      expect((await story.one.state()).stage).toBe('reviewing');
    },
    ends: 'reviewing',
  },
  {
    route: 'a proposal to refuse is not publicised, cannot be confirmed, and closes when the remedies are over',
    goes: async (story) => {
      await story.accept();
      await story.investigate();
      await story.propose({ kind: 'refuse' });
      await story.publicise();
      expect((await story.one.state()).stage).toBe('reviewing');
      await story.recommend();
      expect(await refusalOf(story.confirm())).toMatch(/noticeIncomplete|proposalIsToRefuse/);
      await story.act('refuse', 'countyApprover', { reason: '不符合规定的条件' });
      const delivery = { letterId: await story.one.letter('refusal'), deliveredOn: story.today(), manner: 'inPerson' };
      await story.act('recordDelivery', 'townshipClerk', delivery);
      await story.pass('2022-09-30');
      expect((await story.one.state()).stage).toBe('refused');
      await story.pass('2022-12-31');
    },
    ends: 'closed',
  },
  {
    route: 'a severely disabled member of a marginal household alone: a share for that member only',
    plot: { application: marginal },
    goes: async (story, world) => {
      expect(await refusalOf(underReview(story))).toBe('assessmentContradicts');
      const beneficiaryId = story.one.personIds[1]!;
      await story.propose({ kind: 'singlePerson', beneficiaryId });
      await story.publicise();
      await story.post();
      await story.pass(NOTICE_OVER);
      await story.recommend();
      await story.confirm();
      const paid = { where: { entitlement: { caseId: story.one.id } } };
      const shares = await world.store.prisma.entitlementComponent.findMany(paid);
      expect(shares.map(({ personId }) => personId)).toEqual([beneficiaryId]);
    },
    ends: 'benefiting',
  },
  {
    route: 'an objection, a new investigation, a new notice',
    goes: async (story) => {
      await publicised(story);
      await story.act('raiseObjection', 'hotlineOperator', { what: '家中有车' });
      await story.act('reinvestigate', 'townshipApprover', { reason: '核实车辆情况' });
      await story.propose();
      await story.publicise();
      await story.post();
      await story.pass(AGAIN_OVER);
    },
    ends: 'reviewing',
  },
  {
    route: 'a member dies while the county reviews: the investigation is open again and the proposal gone',
    goes: async (story) => {
      await underReview(story);
      await died(story, 1);
      expect(await refusalOf(story.publicise())).toBe('actionNotAllowed');
      await story.propose();
    },
    ends: 'proposed',
  },
  {
    route: 'the last member dies before the decision',
    goes: async (story) => {
      await story.accept();
      await died(story, 1);
      await died(story, 0);
    },
    ends: 'closed',
  },
];

const died = async (story: Story, member: number): Promise<void> => {
  const personId = story.one.personIds[member];
  const owner = await story.open('death', 'townshipClerk', { personId, diedOn: story.today(), source: 'village' });
  await story.act('verify', 'townshipClerk', { diedOn: story.today(), proof: '死亡证明' }, { owner });
  await story.act('complete', 'townshipApprover', {}, { owner });
};

/** The stages before the decision, each with a way to it. */
export const stages: readonly { readonly stage: string; readonly until: (story: Story) => Promise<void> }[] = [
  { stage: 'submitted', until: () => Promise.resolve() },
  {
    stage: 'supplementing',
    until: async (story) =>
      void (await story.act('askSupplement', 'townshipClerk', { items: [{ paper: '收入证明', why: '未附' }] })),
  },
  { stage: 'investigating', until: (story) => story.accept() },
  {
    stage: 'proposed',
    until: async (story) => {
      for (const step of [story.accept, story.investigate, story.propose]) await step();
    },
  },
  { stage: 'publicised', until: publicised },
  {
    stage: 'objected',
    until: async (story) => {
      await publicised(story);
      await story.act('raiseObjection', 'hotlineOperator', { what: '家中有车' });
    },
  },
  { stage: 'reviewing', until: underReview },
  { stage: 'confirming', until: ready },
];
