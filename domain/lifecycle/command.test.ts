import { dibao } from './dibao';
import { matters, type MatterKind } from './matters';
import { refusalOf } from './command';
import { roles, type Role } from './roles';
import { applyPatch, initialState, type CaseState } from './state';
import type { Row, Table } from './table';

const at = (stage: string, more: Partial<CaseState> = {}): CaseState => ({
  ...initialState('c', 'dibao', '530581001000', 'engine'),
  sequence: 3,
  stage,
  stageVersion: 2,
  ...more,
});
const everyAction = [...new Set(Object.values(dibao as Table).flatMap((row) => Object.keys(row.actions)))];
const person = (role: Role) => ({ id: 's', role, division: '530581001' });

describe('a command on the stage', () => {
  const places = Object.entries(dibao as Table).flatMap(([stage, row]) =>
    everyAction.map((action) => [stage, action, row] as const),
  );

  test.each(places)(
    'in %s, %s is taken from the named roles on the right version and from nobody else',
    (stage, action, row: Row<string>) => {
      const known = row.actions[action];
      for (const role of Object.keys(roles) as Role[]) {
        const refusal = refusalOf(at(stage), { action, owner: 'stage', actor: person(role), expectedVersion: 2 });
        if (!known) expect(refusal?.code).toBe(stage === 'closed' ? 'caseClosed' : 'actionNotAllowed');
        else expect(refusal?.code).toBe(known.by.includes(role) ? undefined : 'roleNotAllowed');
      }
    },
  );

  test('an old form is stale, but a record is never stale', () => {
    expect(
      refusalOf(at('investigating'), {
        action: 'propose',
        owner: 'stage',
        actor: person('townshipClerk'),
        expectedVersion: 1,
      })?.code,
    ).toBe('stale');
    expect(
      refusalOf(at('investigating'), { action: 'propose', owner: 'stage', actor: person('townshipClerk') })?.code,
    ).toBe('stale');
    expect(
      refusalOf(at('investigating'), { action: 'recordVisit', owner: 'stage', actor: person('townshipClerk') }),
    ).toBeUndefined();
  });

  test('names that every object has are no actions', () => {
    for (const action of ['constructor', 'toString', '__proto__', ''])
      expect(
        refusalOf(at('submitted'), { action, owner: 'stage', actor: person('townshipClerk'), expectedVersion: 2 })
          ?.code,
      ).toBe('actionNotAllowed');
  });

  test('nobody but the system rings an alarm or hands over the clock', () => {
    for (const action of ['alarm', 'handOverClock'])
      expect(refusalOf(at('publicised'), { action, owner: 'stage', actor: person('administrator') })?.code).toBe(
        'roleNotAllowed',
      );
  });

  test('an administrator cannot decide a case anywhere', () => {
    const administrators = Object.values(dibao as Table).flatMap((row) =>
      Object.values(row.actions).filter(({ by }) => by.includes('administrator')),
    );
    expect(administrators).toEqual([]);
  });
});

describe('a matter', () => {
  const kinds = Object.entries(matters) as [MatterKind, (typeof matters)[MatterKind]][];

  test.each(kinds)('%s opens only in its stages', (kind, row) => {
    for (const stage of Object.keys(dibao)) {
      const refusal = refusalOf(at(stage), {
        action: 'openMatter',
        owner: 'stage',
        actor: person(row.by[0]!),
        matter: { id: 'm', kind },
      });
      expect(refusal?.code).toBe((row.stages as readonly string[]).includes(stage) ? undefined : 'matterNotAllowed');
    }
  });

  test('a second re-check is refused while one is open', () => {
    const state = at('benefiting', { matters: [{ id: 'r', kind: 'recheck', step: 'due', version: 1 }] });
    expect(
      refusalOf(state, {
        action: 'openMatter',
        owner: 'stage',
        actor: person('townshipClerk'),
        matter: { id: 'm', kind: 'recheck' },
      })?.code,
    ).toBe('matterNotAllowed');
  });

  test('has a version of its own', () => {
    const state = at('benefiting', { matters: [{ id: 'r', kind: 'recheck', step: 'due', version: 4 }] });
    expect(
      refusalOf(state, { action: 'assess', owner: 'r', actor: person('townshipClerk'), expectedVersion: 4 }),
    ).toBeUndefined();
    expect(
      refusalOf(state, { action: 'assess', owner: 'r', actor: person('townshipClerk'), expectedVersion: 2 })?.code,
    ).toBe('stale');
    expect(
      refusalOf(state, { action: 'assess', owner: 'gone', actor: person('townshipClerk'), expectedVersion: 4 })?.code,
    ).toBe('actionNotAllowed');
  });
});

describe('folding patches', () => {
  test('a matter opens, moves and leaves the state when it is done', () => {
    const opened = applyPatch(at('benefiting'), { bump: [], matters: [{ id: 'm', kind: 'change', step: 'reported' }] });
    expect(opened.matters).toEqual([{ id: 'm', kind: 'change', step: 'reported', version: 1 }]);
    const moved = applyPatch(opened, { bump: ['m'], matters: [{ id: 'm', kind: 'change', step: 'assessed' }] });
    expect(moved.matters[0]).toMatchObject({ step: 'assessed', version: 2 });
    expect(applyPatch(moved, { bump: ['m'], matters: [{ id: 'm', kind: 'change', step: 'done' }] }).matters).toEqual(
      [],
    );
  });

  test('alarms stay sorted, fire one at a time and end with their deadline', () => {
    const alarm = (deadlineId: string, when: number, level = 0) => ({
      deadlineId,
      owner: 'stage',
      kind: 'posting' as const,
      at: when,
      type: 'remind' as const,
      level,
    });
    const state = applyPatch(at('publicised'), {
      bump: [],
      alarms: [alarm('b', 30), alarm('a', 10), alarm('a', 20, 1)],
    });
    expect(state.alarms.map(({ at: when }) => when)).toEqual([10, 20, 30]);
    const fired = applyPatch(state, { bump: [], fired: { deadlineId: 'a', at: 10, type: 'remind', level: 0 } });
    expect(fired.alarms.map(({ at: when }) => when)).toEqual([20, 30]);
    expect(applyPatch(fired, { bump: [], endDeadlines: ['a'] }).alarms.map(({ deadlineId }) => deadlineId)).toEqual([
      'b',
    ]);
  });
});
