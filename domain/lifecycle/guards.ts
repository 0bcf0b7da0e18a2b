import type { Actor } from './command';
import type { CaseFacts, MatterFacts } from './facts';
import { isLifted } from './lift';
import { roles } from './roles';
import type { CaseState, Owner } from './state';

export interface GuardContext {
  readonly facts: CaseFacts;
  readonly state: CaseState;
  readonly actor: Actor;
  readonly matter?: MatterFacts;
}

/** A condition on the file or on the person; `says` tells what is missing and what would allow the action. */
export interface Guard {
  readonly code: string;
  readonly passes: (context: GuardContext) => boolean;
  readonly says: string | ((context: GuardContext) => string);
}

const isNot = (who: string | null | undefined, actor: Actor): boolean => !who || who !== actor.id;

const guards = {
  supplementOnce: {
    code: 'supplementAskedAlready',
    passes: ({ facts }) => !facts.supplementAsked,
    says: '补正只能一次性告知,本案已告知过;材料仍不齐的请决定受理或不予受理',
  },
  allAuthorised: {
    code: 'authorisationMissing',
    passes: ({ facts }) => facts.adults.every((id) => facts.authorised.includes(id)),
    says: ({ facts }) =>
      `还有${facts.adults.filter((id) => !facts.authorised.includes(id)).length}名成年家庭成员未签核对授权书,请先登记授权`,
  },
  startedOnce: { code: 'alreadyStarted', passes: ({ facts }) => !facts.investigationStarted, says: '入户调查已经启动' },
  investigationStarted: {
    code: 'investigationNotStarted',
    passes: ({ facts }) => facts.investigationStarted,
    says: '请先启动入户调查并指定调查人员',
  },
  visitSigned: {
    code: 'visitIncomplete',
    passes: ({ facts }) => facts.visitSigned,
    says: '入户调查须有至少两名调查人员和一名家庭成员签字,请补齐入户调查记录',
  },
  checkRequested: {
    code: 'dataCheckNotRequested',
    passes: ({ facts }) => facts.dataCheck === 'requested' || facts.dataCheck === 'disputed',
    says: '乡镇尚未提请信息核对(或已发起)',
  },
  checkNotRunning: {
    code: 'dataCheckRunning',
    passes: ({ facts }) => !['requested', 'started'].includes(facts.dataCheck),
    says: '信息核对已提请,正在等待县级结果',
  },
  checkStarted: {
    code: 'dataCheckNotStarted',
    passes: ({ facts }) => facts.dataCheck === 'started',
    says: '请先发起信息核对',
  },
  checkRecorded: {
    code: 'dataCheckMissing',
    passes: ({ facts }) => facts.dataCheck === 'consistent' || facts.dataCheck === 'inconsistent',
    says: ({ facts }) =>
      facts.dataCheck === 'disputed'
        ? '申请人对核对结果有异议,必须重新核对并记录结果'
        : '尚无信息核对结果,请先提请核对并等待县级记录结果',
  },
  extendOnce: { code: 'alreadyExtended', passes: ({ facts }) => !facts.extended, says: '本案已延长过一次,不能再延长' },
  notProposer: {
    code: 'proposerCannotDecide',
    passes: ({ facts, actor }) => isNot(facts.proposal?.by, actor),
    says: '您提出了本案的初审建议,须由他人审批',
  },
  notInvestigator: {
    code: 'investigatorCannotDecide',
    passes: ({ facts, actor }) => !actor.id || !facts.investigators.includes(actor.id),
    says: '您参加了本案的入户调查,须由他人审批',
  },
  notReviewer: {
    code: 'reviewerCannotConfirm',
    passes: ({ facts, actor }) => isNot(facts.reviewedBy, actor),
    says: '您提出了本案的审查意见,须由他人确认',
  },
  notEndorser: {
    code: 'endorserCannotReview',
    passes: ({ facts, actor }) => isNot(facts.endorsedBy, actor),
    says: '您在乡镇审批过本案,须由他人办理',
  },
  postedOnce: {
    code: 'alreadyPosted',
    passes: ({ facts }) => !facts.posted,
    says: '本次公示已记录张榜,公示期正在计算',
  },
  posted: { code: 'notPosted', passes: ({ facts }) => facts.posted || facts.noticeComplete, says: '尚未记录张榜' },
  forcedVisitDone: {
    code: 'countyVisitMissing',
    passes: ({ facts }) => facts.forcedVisit.length === 0 || facts.countyVisited,
    says: ({ facts }) =>
      `本案${facts.forcedVisit.includes('relative') ? '涉及近亲属备案' : '有投诉举报'},县级必须入户调查,请先记录县级入户`,
  },
  noticeComplete: {
    code: 'noticeIncomplete',
    passes: ({ facts }) => facts.noticeComplete,
    says: '公示期未满,不能确认',
  },
  proposalToConfirm: {
    code: 'proposalIsToRefuse',
    passes: ({ facts }) => facts.proposal?.kind !== 'refuse',
    says: '初审建议为不予确认;如应确认,请退回乡镇重新提出建议并公示',
  },
  hasAuthority: {
    code: 'notTheAuthority',
    passes: ({ facts, state, actor }) =>
      (facts.authority === 'township' && !isLifted(state, 'stage')) === (actor.role === 'townshipApprover'),
    says: ({ facts }) =>
      facts.authority === 'township' ? '本案确认权限已下放,由乡镇审批人确认' : '本案由县级审批人确认',
  },
  townshipConfirms: {
    code: 'notDelegated',
    passes: ({ facts }) => facts.authority === 'township',
    says: '本案由县级确认,公示结束照片须在公示期间或区县审查环节登记',
  },
  undelivered: {
    code: 'nothingToDeliver',
    passes: ({ facts }) => facts.undelivered.length > 0,
    says: '没有待送达的文书',
  },
  noMatters: { code: 'mattersOpen', passes: ({ state }) => state.matters.length === 0, says: '尚有未办结的事项' },
  notAssessor: {
    code: 'assessorCannotDecide',
    passes: ({ matter, actor }) => isNot(matter?.assessedBy, actor),
    says: '您形成了核算或复核意见,须由他人审批',
  },
  notMatterProposer: {
    code: 'proposerCannotDecide',
    passes: ({ matter, actor }) => isNot(matter?.proposedBy, actor),
    says: '您提出了变更建议,须由他人审批',
  },
  notMatterEndorser: {
    code: 'endorserCannotReview',
    passes: ({ matter, actor }) => isNot(matter?.endorsedBy, actor),
    says: '您在乡镇审批过该事项,须由他人批准',
  },
  notVerifier: {
    code: 'verifierCannotDecide',
    passes: ({ matter, actor }) => isNot(matter?.verifiedBy, actor),
    says: '您核实了该死亡信息,须由他人办结',
  },
  countyAuthority: {
    code: 'notTheAuthority',
    passes: ({ facts }) => facts.authority === 'county',
    says: '本案确认权限已下放,由乡镇审批人直接批准',
  },
  townshipAuthority: {
    code: 'notTheAuthority',
    passes: ({ facts }) => facts.authority === 'township',
    says: '本案由县级批准,请同意后报县级',
  },
  unchanged: {
    code: 'recheckFoundChange',
    passes: ({ matter }) => matter?.outcome === 'unchanged',
    says: '复核意见认为有变化,请转变更办理',
  },
  changed: {
    code: 'recheckFoundNoChange',
    passes: ({ matter }) => matter?.outcome !== 'unchanged',
    says: '复核意见认为无变化',
  },
  receivingOffice: {
    code: 'notTheReceivingOffice',
    passes: ({ matter, actor }) => matter?.division?.startsWith(actor.division) ?? false,
    says: '接收或不予接收须由迁入地乡镇(街道)办理',
  },
} as const satisfies Readonly<Record<string, Guard>>;

type GuardName = keyof typeof guards;

const notTownshipHands: readonly GuardName[] = ['notProposer', 'notInvestigator', 'notEndorser'];
const confirming: readonly GuardName[] = [
  'hasAuthority',
  'notProposer',
  'notInvestigator',
  'notReviewer',
  'forcedVisitDone',
];

/** Conditions of an action, by `stage:action` owner kind: 'stage.confirm', 'change.approve@proposed'. */
const conditions: Readonly<Record<string, readonly GuardName[]>> = {
  'stage.askSupplement': ['supplementOnce'],
  'stage.requestDataCheck': ['allAuthorised', 'checkNotRunning'],
  'stage.startDataCheck': ['allAuthorised', 'checkRequested'],
  'stage.recordDataCheck': ['checkStarted'],
  'stage.disputeDataCheck': ['checkRecorded'],
  'stage.startInvestigation': ['startedOnce'],
  'stage.recordVisit': ['investigationStarted'],
  'stage.recordNeighbourVisit': ['investigationStarted'],
  'stage.propose': ['allAuthorised', 'visitSigned', 'checkRecorded'],
  'stage.extend': ['extendOnce'],
  'stage.approveProposal': ['notProposer', 'notInvestigator'],
  'stage.recordPosting': ['postedOnce'],
  'stage.recordEndPhoto': ['posted'],
  'stage.recordEndPhoto@confirming': ['townshipConfirms'],
  'stage.endNotice': ['posted'],
  'stage.recommend': ['forcedVisitDone', ...notTownshipHands],
  'stage.confirm': [...confirming, 'noticeComplete', 'proposalToConfirm'],
  'stage.refuse': confirming,
  'stage.returnTo@confirming': ['hasAuthority'],
  'stage.recordDelivery': ['undelivered'],
  'stage.close': ['noMatters'],
  'recheck.concludeUnchanged': ['notAssessor', 'unchanged'],
  'recheck.concludeChange': ['notAssessor', 'changed'],
  'change.endorse': ['countyAuthority', 'notMatterProposer'],
  'change.approve@proposed': ['townshipAuthority', 'notMatterProposer'],
  'change.refuse@proposed': ['notMatterProposer'],
  'change.approve@reviewed': ['notMatterProposer', 'notMatterEndorser'],
  'change.refuse@reviewed': ['notMatterProposer', 'notMatterEndorser'],
  'death.complete': ['notVerifier'],
  'transfer.accept': ['receivingOffice'],
  'transfer.decline': ['receivingOffice'],
};

const notRelative: Guard = {
  code: 'relativeLockedOut',
  passes: ({ facts, actor }) => !actor.id || !facts.relatives.includes(actor.id),
  says: '您是本案备案的近亲属,应当回避',
};

const ofReceivingOffice: ReadonlySet<string> = new Set(['transfer.accept', 'transfer.decline']);

/** Who only sees a case, because it is on its way to or from the office, does not act in it. */
const ownOffice: Guard = {
  code: 'notYourOffice',
  passes: ({ state, actor }) => roles[actor.role].level === 'any' || state.division.startsWith(actor.division),
  says: '本案由其他地区办理,您的单位只能查看',
};

/** The conditions of an action at the place where its owner stands. */
export const guardsOf = (state: CaseState, owner: Owner, action: string): readonly Guard[] => {
  const matter = state.matters.find(({ id }) => id === owner);
  const name = `${owner === 'stage' ? 'stage' : (matter?.kind ?? '?')}.${action}`;
  const at = `${name}@${owner === 'stage' ? state.stage : (matter?.step ?? '?')}`;
  const names = [...(conditions[name] ?? []), ...(conditions[at] ?? [])];
  return [notRelative, ...(ofReceivingOffice.has(name) ? [] : [ownOffice]), ...names.map((guard) => guards[guard])];
};

export interface Unmet {
  readonly code: string;
  readonly says: string;
}

/** All conditions that do not hold, each with what would allow the action. */
export const unmetOf = (context: GuardContext, owner: Owner, action: string): readonly Unmet[] => {
  const matter = context.facts.matters[owner];
  const full = matter ? { ...context, matter } : context;
  return guardsOf(context.state, owner, action)
    .filter((guard) => !guard.passes(full))
    .map(({ code, says }) => ({ code, says: typeof says === 'function' ? says(full) : says }));
};
