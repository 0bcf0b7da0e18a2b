import type { Actor } from './command';
import { foldFacts } from './fold';
import type { CaseStart, Summary } from './facts';
import { unmetOf } from './guards';
import { initialState, type CaseState } from './state';

const start: CaseStart = { authority: 'county', adults: [], relatives: [] };
const clerk = 'clerk';
const approver = 'approver';
const reviewer = 'reviewer';
const event = (action: string, actorId: string | null = clerk, summary: Summary = {}, owner = 'stage') => ({
  action,
  owner,
  actorId,
  summary,
});
const investigated = [
  event('submit', null),
  event('accept', clerk, { on: '2022-07-04', personIds: ['a', 'b'] }),
  event('recordAuthorisation', clerk, { personIds: ['a', 'b'] }),
  event('startInvestigation', clerk, { staffIds: ['investigator'] }),
  event('recordVisit', clerk, { staffIds: ['investigator'], people: 2, signed: true }),
  event('requestDataCheck'),
  event('startDataCheck', 'desk'),
  event('recordDataCheck', 'desk', { outcome: 'consistent' }),
];
const proposed = [...investigated, event('propose', clerk, { outcome: 'confirm', assessmentId: 'x' })];
const noticed = [...proposed, event('approveProposal', approver), event('recordPosting'), event('endNotice', null)];
const state = (stage: string, more: Partial<CaseState> = {}): CaseState => ({
  ...initialState('c', 'dibao', '530581001000', 'engine'),
  sequence: 9,
  stage,
  ...more,
});
const actor = (id: string, role: Actor['role']): Actor => ({ id, role, division: '530581' });
const codes = (events: typeof proposed, stage: string, action: string, who: Actor, from: CaseStart = start) =>
  unmetOf({ facts: foldFacts(from, events), state: state(stage), actor: who }, 'stage', action).map(({ code }) => code);

describe('conditions of an action', () => {
  test('no data check before every adult has authorised it', () => {
    const events = investigated.slice(0, 2);
    expect(codes(events, 'investigating', 'requestDataCheck', actor(clerk, 'townshipClerk'))).toEqual([
      'authorisationMissing',
    ]);
    expect(
      codes(
        [...events, event('recordAuthorisation', clerk, { personIds: ['a'] })],
        'investigating',
        'requestDataCheck',
        actor(clerk, 'townshipClerk'),
      ),
    ).toEqual(['authorisationMissing']);
    expect(
      codes(
        [...events, event('recordAuthorisation', clerk, { personIds: ['a', 'b'] })],
        'investigating',
        'requestDataCheck',
        actor(clerk, 'townshipClerk'),
      ),
    ).toEqual([]);
  });

  test('a proposal needs authorisation, a signed visit of two and a result of the check', () => {
    expect(codes(investigated, 'investigating', 'propose', actor(clerk, 'townshipClerk'))).toEqual([]);
    expect(codes(investigated.slice(0, 2), 'investigating', 'propose', actor(clerk, 'townshipClerk'))).toEqual([
      'authorisationMissing',
      'visitIncomplete',
      'dataCheckMissing',
    ]);
    const alone = investigated.map((told) =>
      told.action === 'recordVisit' ? { ...told, summary: { ...told.summary, people: 1 } } : told,
    );
    expect(codes(alone, 'investigating', 'propose', actor(clerk, 'townshipClerk'))).toEqual(['visitIncomplete']);
  });

  test('a disputed check must be repeated', () => {
    expect(
      codes([...investigated, event('disputeDataCheck')], 'investigating', 'propose', actor(clerk, 'townshipClerk')),
    ).toEqual(['dataCheckMissing']);
  });

  test('who proposed or investigated cannot approve', () => {
    expect(codes(proposed, 'proposed', 'approveProposal', actor(clerk, 'townshipApprover'))).toEqual([
      'proposerCannotDecide',
    ]);
    expect(codes(proposed, 'proposed', 'approveProposal', actor('investigator', 'townshipApprover'))).toEqual([
      'investigatorCannotDecide',
    ]);
    expect(codes(proposed, 'proposed', 'approveProposal', actor(approver, 'townshipApprover'))).toEqual([]);
  });

  test('a county reviewer does not confirm the own review, and nothing is confirmed before the full notice', () => {
    const reviewed = [...noticed, event('recommend', reviewer)];
    expect(codes(reviewed, 'confirming', 'confirm', actor(reviewer, 'countyApprover'))).toEqual([
      'reviewerCannotConfirm',
    ]);
    expect(codes(reviewed, 'confirming', 'confirm', actor('boss', 'countyApprover'))).toEqual([]);
    expect(codes(proposed, 'confirming', 'confirm', actor('boss', 'countyApprover'))).toEqual(['noticeIncomplete']);
  });

  test('where the power is delegated the township approver who approved may confirm, the county may not', () => {
    const delegated: CaseStart = { ...start, authority: 'township' };
    expect(codes(noticed, 'confirming', 'confirm', actor(approver, 'townshipApprover'), delegated)).toEqual([]);
    expect(codes(noticed, 'confirming', 'confirm', actor('boss', 'countyApprover'), delegated)).toEqual([
      'notTheAuthority',
    ]);
    expect(codes(noticed, 'confirming', 'confirm', actor(approver, 'townshipApprover'))).toEqual(['notTheAuthority']);
  });

  test('the photo of the end comes late only where the township confirms', () => {
    const delegated: CaseStart = { ...start, authority: 'township' };
    const end = [noticed, 'confirming', 'recordEndPhoto', actor(clerk, 'townshipClerk')] as const;
    expect(codes(...end, delegated)).toEqual([]);
    expect(codes(...end)).toEqual(['notDelegated']);
  });

  test('a declared relative does nothing in the case, and forces the county to visit', () => {
    const related: CaseStart = { ...start, relatives: [reviewer] };
    expect(codes(noticed, 'reviewing', 'recommend', actor(reviewer, 'countyReviewer'), related)).toEqual([
      'relativeLockedOut',
      'countyVisitMissing',
    ]);
    expect(
      codes(
        [...noticed, event('recordCountyVisit', 'other')],
        'reviewing',
        'recommend',
        actor('other', 'countyReviewer'),
        related,
      ),
    ).toEqual([]);
  });

  test('a complaint before the decision forces a new county visit', () => {
    const complained = [
      ...noticed,
      event('recordCountyVisit', 'other'),
      event('openMatter', 'h', { matterId: 'm', kind: 'complaint' }),
    ];
    expect(codes(complained, 'reviewing', 'recommend', actor(reviewer, 'countyReviewer'))).toEqual([
      'countyVisitMissing',
    ]);
  });

  test('after a return the notice must be whole again', () => {
    const returned = [...noticed, event('returnTo', reviewer, { to: 'investigating' })];
    expect(foldFacts(start, returned)).toMatchObject({ noticeComplete: false, posted: false });
    expect(foldFacts(start, returned).proposal).toBeUndefined();
    expect(foldFacts(start, [...noticed, event('returnTo', reviewer, { to: 'reviewing' })]).noticeComplete).toBe(true);
  });

  test('papers can be asked for once', () => {
    expect(
      codes(
        [event('submit', null), event('askSupplement')],
        'submitted',
        'askSupplement',
        actor(clerk, 'townshipClerk'),
      ),
    ).toEqual(['supplementAskedAlready']);
  });

  test('a refused or stopped case is not closed while a matter is open', () => {
    const facts = foldFacts(start, []);
    const open = state('refused', { matters: [{ id: 'm', kind: 'complaint', step: 'received', version: 1 }] });
    expect(
      unmetOf({ facts, state: open, actor: { id: null, role: 'system', division: '' } }, 'stage', 'close').map(
        ({ code }) => code,
      ),
    ).toEqual(['mattersOpen']);
  });
});
