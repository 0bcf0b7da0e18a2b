import type { ActionNow } from '../../../../domain/lifecycle/actions-now';
import { bodyOf, findChosen } from './chosen';
import { sortActions } from './order';

const action = (name: string, more: Partial<ActionNow> = {}): ActionNow => ({
  owner: 'stage',
  action: name,
  says: name,
  needs: 'none',
  targets: ['investigating'],
  expectedVersion: 3,
  possible: true,
  reasons: [],
  ...more,
});

describe('the step that somebody chose', () => {
  const view = {
    actions: [action('accept'), action('assess', { owner: 'm1' }), action('recordVisit')],
    matterActions: [{ kind: 'change', says: '登记变更', label: '变更报告', needs: 'changeReport' }],
  };

  it('goes to the address of its owner with the version on the screen', () => {
    expect(findChosen(view, 'stage.accept')).toMatchObject({ path: '/actions/accept', expectedVersion: 3 });
    expect(findChosen(view, 'm1.assess')).toMatchObject({ path: '/matters/m1/actions/assess', expectedVersion: 3 });
  });

  it('needs no version where it only adds to the file', () => {
    expect(findChosen(view, 'stage.recordVisit')?.expectedVersion).toBeUndefined();
  });

  it('opens a matter by its kind', () => {
    const chosen = findChosen(view, 'open.change');
    expect(chosen).toMatchObject({ path: '/matters', needs: 'changeReport', kind: 'change' });
    expect(chosen && bodyOf(chosen, undefined, { a: 1 })).toEqual({ kind: 'change', input: { a: 1 } });
  });

  it('is gone when the case has moved on', () => {
    expect(findChosen(view, 'stage.propose')).toBeUndefined();
  });
});

describe('the order of steps', () => {
  it('puts one step first, side ways last, and what is impossible apart', () => {
    const sorted = sortActions([
      action('assign'),
      action('withdraw'),
      action('accept'),
      action('askSupplement'),
      action('x', { possible: false }),
    ]);
    expect(sorted.main?.action).toBe('accept');
    expect(sorted.others.map((one) => one.action)).toEqual(['askSupplement']);
    expect(sorted.besides.map((one) => one.action)).toEqual(['assign', 'withdraw']);
    expect(sorted.impossible.map((one) => one.action)).toEqual(['x']);
  });
});
