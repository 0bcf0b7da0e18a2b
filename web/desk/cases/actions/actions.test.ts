import type { ActionView } from '../../../shared/api/types';
import { findChosen } from './chosen';
import { sortActions } from './order';

const action = (name: string, more: Partial<ActionView> = {}): ActionView => ({
  owner: 'stage',
  action: name,
  says: name,
  needs: 'none',
  targets: ['investigating'],
  expectedVersion: 3,
  possible: true,
  reasons: [],
  people: [],
  ...more,
});

describe('the step that somebody chose', () => {
  const view = {
    actions: [action('accept'), action('assess', { owner: 'm1' }), action('recordVisit')],
    matterActions: [{ kind: 'change', says: '登记变更', label: '变更报告', needs: 'changeReport' }],
  };

  it('goes to the address of its owner with the version on the screen', () => {
    expect(findChosen(view, 'stage.accept')).toMatchObject({ owner: 'stage', action: 'accept', expectedVersion: 3 });
    expect(findChosen(view, 'm1.assess')).toMatchObject({ owner: 'm1', action: 'assess', expectedVersion: 3 });
  });

  it('needs no version where it only adds to the file', () => {
    expect(findChosen(view, 'stage.recordVisit')?.expectedVersion).toBeUndefined();
  });

  it('opens a matter by its kind', () => {
    expect(findChosen(view, 'open.change')).toMatchObject({ owner: 'open', action: 'change', needs: 'changeReport' });
  });

  it('is gone when the case has moved on', () => {
    expect(findChosen(view, 'stage.propose')).toBeUndefined();
  });
});

describe('the order of steps', () => {
  it('puts what leads on first, side ways last, and what is impossible apart', () => {
    const sorted = sortActions(
      [
        action('assign'),
        action('withdraw'),
        action('accept'),
        action('askSupplement'),
        action('x', { possible: false }),
      ],
      'submitted',
    );
    expect(sorted.main?.action).toBe('accept');
    expect(sorted.others.map((one) => one.action)).toEqual(['askSupplement']);
    expect(sorted.besides.map((one) => one.action)).toEqual(['assign', 'withdraw']);
    expect(sorted.impossible.map((one) => one.action)).toEqual(['x']);
  });

  const stays = { targets: ['investigating'] };
  const steps = [action('recordAuthorisation', stays), action('recordVisit', stays)];
  const signed = (authorised: boolean) => [{ mustAuthorise: true, authorised }];

  it('asks for signatures only until everybody has signed', () => {
    expect(sortActions(steps, 'investigating', signed(false)).main?.action).toBe('recordAuthorisation');
    expect(sortActions(steps, 'investigating', signed(true)).main?.action).toBe('recordVisit');
  });

  it('leads on as soon as the file is complete', () => {
    const propose = action('propose', { targets: ['proposed'] });
    expect(sortActions([...steps, propose], 'investigating', signed(true)).main?.action).toBe('propose');
  });
});
