import { noFacts, type CaseFacts, type CaseStart, type DataCheck, type MatterFacts, type ToldEvent } from './facts';

type Change = Partial<CaseFacts>;
type Fold = (facts: CaseFacts, event: ToldEvent) => Change;

const noticeAgain: Change = { posted: false, noticeComplete: false };
const withoutProposal = ({
  proposal: _proposal,
  endorsedBy: _endorsedBy,
  reviewedBy: _reviewedBy,
  ...facts
}: CaseFacts): CaseFacts => facts;
const union = (...lists: readonly (readonly string[])[]): readonly string[] => [...new Set(lists.flat())];

/** Stage actions: what each adds to the file. */
const stageFolds: Readonly<Record<string, Fold>> = {
  accept: (_facts, { summary }) => ({ ...(summary.on && { acceptedOn: summary.on }), adults: summary.personIds ?? [] }),
  askSupplement: () => ({ supplementAsked: true }),
  recordAuthorisation: (facts, { summary }) => ({ authorised: union(facts.authorised, summary.personIds ?? []) }),
  startInvestigation: (facts, { summary }) => ({
    investigationStarted: true,
    investigators: union(facts.investigators, summary.staffIds ?? []),
  }),
  recordVisit: (facts, { summary }) => ({
    investigators: union(facts.investigators, summary.staffIds ?? []),
    visitSigned: facts.visitSigned || ((summary.people ?? 0) >= 2 && summary.signed === true),
  }),
  recordNeighbourVisit: (facts, { summary }) => ({ investigators: union(facts.investigators, summary.staffIds ?? []) }),
  requestDataCheck: () => ({ dataCheck: 'requested' }),
  startDataCheck: () => ({ dataCheck: 'started' }),
  recordDataCheck: (_facts, { summary }) => ({ dataCheck: summary.outcome as DataCheck }),
  disputeDataCheck: () => ({ dataCheck: 'disputed' }),
  extend: () => ({ extended: true }),
  propose: (_facts, { summary, actorId }) => ({
    ...noticeAgain,
    proposal: { kind: summary.outcome ?? 'confirm', by: actorId, assessmentId: summary.assessmentId ?? '' },
  }),
  approveProposal: (_facts, { actorId }) => ({ endorsedBy: actorId }),
  recordPosting: () => ({ posted: true }),
  raiseObjection: () => noticeAgain,
  endNotice: () => ({ noticeComplete: true }),
  recordCountyVisit: () => ({ countyVisited: true }),
  recommend: (_facts, { actorId }) => ({ reviewedBy: actorId }),
  holdAppraisal: () => noticeAgain,
  deferRecheck: () => ({ recheckDeferred: true }),
};

/** Which steps back open what again (lifecycle.md: a changed proposal needs a new full notice). */
const backTo: Readonly<Record<string, (facts: CaseFacts) => CaseFacts>> = {
  investigating: (facts) => ({ ...withoutProposal(facts), ...noticeAgain }),
  proposed: ({ endorsedBy: _endorsedBy, reviewedBy: _reviewedBy, ...facts }) => ({ ...facts, ...noticeAgain }),
  publicised: ({ reviewedBy: _reviewedBy, ...facts }) => ({ ...facts, ...noticeAgain }),
  reviewing: ({ reviewedBy: _reviewedBy, ...facts }) => facts,
};
const backActions: Readonly<Record<string, string>> = {
  returnForInvestigation: 'investigating',
  withdrawNotice: 'investigating',
  reinvestigate: 'investigating',
  holdAppraisal: 'proposed',
};

const matterFolds: Readonly<Record<string, (event: ToldEvent) => Partial<MatterFacts>>> = {
  recordVisit: () => ({ visited: true }),
  recordCountyVisit: () => ({ visited: true }),
  assess: ({ actorId, summary }) => ({
    assessedBy: actorId,
    ...(summary.assessmentId && { assessmentId: summary.assessmentId }),
    ...(summary.outcome && { outcome: summary.outcome }),
  }),
  propose: ({ actorId, summary }) => ({ proposedBy: actorId, ...(summary.outcome && { outcome: summary.outcome }) }),
  endorse: ({ actorId }) => ({ endorsedBy: actorId }),
  verify: ({ actorId }) => ({ verifiedBy: actorId }),
  recordRefusal: ({ summary }) => ({ refusals: summary.count ?? 0 }),
};

const openedMatter = ({ summary }: ToldEvent): MatterFacts => ({
  kind: summary.kind ?? '',
  visited: false,
  ...(summary.personId && { personId: summary.personId }),
  ...(summary.because && { because: summary.because }),
  ...(summary.count !== undefined && { refusals: summary.count }),
  ...(summary.kind === 'transfer' && summary.to && { division: summary.to }),
});

/** A decision that must be made anew is investigated from the start; its whole limit runs from that day. */
const redone = (facts: CaseFacts, { summary }: ToldEvent): CaseFacts => {
  const again = withoutProposal(facts);
  if (summary.to !== 'investigating') return { ...again, ...noticeAgain, supplementAsked: false };
  return {
    ...again,
    ...noticeAgain,
    ...(summary.on && { acceptedOn: summary.on }),
    extended: false,
    investigationStarted: false,
    visitSigned: false,
    countyVisited: false,
    dataCheck: 'none',
  };
};

/** Actions of matters that change what is known of the whole case. */
const caseFolds: Readonly<Record<string, (facts: CaseFacts, event: ToldEvent) => CaseFacts>> = {
  // A death before the decision: the assessment is redone from the investigation (lifecycle.md).
  complete: (facts, { summary }) => (summary.to ? (backTo[summary.to]?.(facts) ?? facts) : facts),
  conclude: (facts, event) => (event.summary.to ? redone(facts, event) : facts),
  concludeUnchanged: (facts) => ({ ...facts, recheckDeferred: false }),
};

const foldMatter = (facts: CaseFacts, event: ToldEvent): CaseFacts => {
  const { summary } = event;
  if (event.action === 'openMatter' || summary.matterId) {
    const id = summary.matterId ?? event.owner;
    const undecidedComplaint = summary.kind === 'complaint' && !facts.forcedVisit.includes('complaint');
    return {
      ...facts,
      matters: { ...facts.matters, [id]: openedMatter(event) },
      ...(undecidedComplaint && { forcedVisit: [...facts.forcedVisit, 'complaint' as const], countyVisited: false }),
    };
  }
  const known = facts.matters[event.owner];
  const change = matterFolds[event.action]?.(event);
  const ofCase = caseFolds[event.action];
  if (ofCase) return ofCase(facts, event);
  const visited = event.action === 'recordCountyVisit' ? { countyVisited: true } : {};
  return known && change
    ? { ...facts, ...visited, matters: { ...facts.matters, [event.owner]: { ...known, ...change } } }
    : facts;
};

const foldLetters = (facts: CaseFacts, { action, summary }: ToldEvent): CaseFacts => {
  if (!summary.letterId) return facts;
  const undelivered =
    action === 'recordDelivery'
      ? facts.undelivered.filter((id) => id !== summary.letterId)
      : [...facts.undelivered, summary.letterId];
  return { ...facts, undelivered };
};

const foldClass = (facts: CaseFacts, { summary }: ToldEvent): CaseFacts =>
  summary.ruralClass ? { ...facts, ruralClass: summary.ruralClass } : facts;

const foldOne = (facts: CaseFacts, event: ToldEvent): CaseFacts => {
  const lettered = foldClass(foldLetters(facts, event), event);
  if (event.owner !== 'stage' || event.action === 'openMatter' || event.summary.matterId)
    return foldMatter(lettered, event);
  const change = stageFolds[event.action]?.(lettered, event) ?? {};
  const back = event.action === 'returnTo' ? event.summary.to : backActions[event.action];
  const next = { ...lettered, ...change };
  return back ? (backTo[back]?.(next) ?? next) : next;
};

export const foldFacts = (start: CaseStart, events: readonly ToldEvent[]): CaseFacts =>
  events.reduce(foldOne, noFacts(start));
