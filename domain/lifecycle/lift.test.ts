import { refusalOf } from './command';
import { eligibleFor, townshipHolder } from './eligible';
import { foldFacts } from './fold';
import { unmetOf } from './guards';
import { isLifted } from './lift';
import type { Role } from './roles';
import { applyPatch, initialState, type CaseState } from './state';

const facts = foldFacts({ authority: 'county', adults: [], relatives: ['related'] }, [
  { action: 'startInvestigation', owner: 'stage', actorId: 'clerk', summary: { staffIds: ['visitor'] } },
  { action: 'propose', owner: 'stage', actorId: 'clerk', summary: { outcome: 'confirm', assessmentId: 'x' } },
]);
const at = (stage: string, more: Partial<CaseState> = {}): CaseState => ({
  ...initialState('c', 'dibao', '530581001000', 'engine'),
  sequence: 3,
  stage,
  stageVersion: 2,
  ...more,
});
const code = (state: CaseState, action: string, role: Role, owner = 'stage') =>
  refusalOf(state, {
    action,
    owner,
    actor: { id: 's', role, division: '530581' },
    expectedVersion: owner === 'stage' ? 2 : 1,
  })?.code;

describe('who is left in the township', () => {
  test('is nobody who proposed, investigated or is related', () =>
    expect(
      eligibleFor(at('proposed'), facts, 'stage', 'townshipApprover', ['clerk', 'visitor', 'related', 'other']),
    ).toEqual(['other']));

  test('matters only where the step is the township’s', () => {
    expect(townshipHolder(at('proposed'), facts, 'stage')).toBe('townshipApprover');
    expect(townshipHolder(at('reviewing'), facts, 'stage')).toBeUndefined();
    expect(townshipHolder(at('confirming'), facts, 'stage')).toBeUndefined();
    expect(townshipHolder(at('confirming'), { ...facts, authority: 'township' }, 'stage')).toBe('townshipApprover');
  });
});

describe('a lifted step', () => {
  const change = { id: 'm', kind: 'change', step: 'reported', version: 1 };

  test('is done by the county in place of the township, and what the county may not do stays so', () => {
    const lifted = at('proposed', { lifted: ['stage'] });
    expect(code(at('proposed'), 'approveProposal', 'countyApprover')).toBe('roleNotAllowed');
    expect(code(lifted, 'approveProposal', 'countyApprover')).toBeUndefined();
    expect(code(lifted, 'approveProposal', 'countyReviewer')).toBe('roleNotAllowed');
    expect(code(lifted, 'approveProposal', 'auditor')).toBe('roleNotAllowed');
  });

  test('of a matter lifts that matter alone', () => {
    const state = at('benefiting', { lifted: ['m'], matters: [change, { ...change, id: 'n' }] });
    expect(code(state, 'assess', 'countyReviewer', 'm')).toBeUndefined();
    expect(code(state, 'assess', 'countyReviewer', 'n')).toBe('roleNotAllowed');
  });

  test('comes back when its owner goes on, and no later', () => {
    const lifted = applyPatch(at('proposed', { matters: [change] }), { bump: ['stage'], lifted: ['stage'] });
    expect(isLifted(lifted, 'stage')).toBe(true);
    expect(isLifted(applyPatch(lifted, { bump: ['m'], matters: [{ ...change, step: 'assessed' }] }), 'stage')).toBe(
      true,
    );
    const left = applyPatch(lifted, { bump: ['stage'], stage: 'publicised' });
    expect(left).not.toHaveProperty('lifted');
  });

  test('of delegated confirmation is the county’s to confirm', () => {
    const delegated = { ...facts, authority: 'township' as const, noticeComplete: true, countyVisited: true };
    const codes = (state: CaseState, role: Role) =>
      unmetOf({ facts: delegated, state, actor: { id: 's', role, division: '530581' } }, 'stage', 'confirm').map(
        (unmet) => unmet.code,
      );
    expect(codes(at('confirming'), 'countyApprover')).toEqual(['notTheAuthority']);
    expect(codes(at('confirming', { lifted: ['stage'] }), 'countyApprover')).toEqual([]);
  });
});

describe('an office that only sees a case', () => {
  const unmet = (division: string, action: string, owner = 'stage', role: Role = 'townshipClerk') => {
    const matters = [{ id: 't', kind: 'transfer', step: 'asked', version: 1 }];
    const known = foldFacts({ authority: 'county', adults: [], relatives: [] }, [
      {
        action: 'openMatter',
        owner: 'stage',
        actorId: 's',
        summary: { matterId: 't', kind: 'transfer', to: '530102001000' },
      },
    ]);
    const state = at('benefiting', { matters });
    return unmetOf({ facts: known, state, actor: { id: 's', role, division } }, owner, action).map((one) => one.code);
  };

  test('does nothing in it but take it over or not', () => {
    expect(unmet('530102001', 'openMatter')).toEqual(['notYourOffice']);
    expect(unmet('530581002', 'openMatter')).toEqual(['notYourOffice']);
    expect(unmet('530581001', 'openMatter')).toEqual([]);
    expect(unmet('530581', 'openMatter', 'stage', 'countyReviewer')).toEqual([]);
    expect(unmet('530102001', 'accept', 't')).toEqual([]);
    expect(unmet('530102001', 'takeBack', 't')).toEqual(['notYourOffice']);
    expect(unmet('530581001', 'accept', 't')).toEqual(['notTheReceivingOffice']);
  });
});
