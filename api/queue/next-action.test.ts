import { matters } from '../../domain/lifecycle/matters';
import { programmes } from '../../domain/lifecycle/programmes';
import { officeOf, type Role } from '../../domain/lifecycle/roles';
import { nextActionOf, type Place } from './next-action';

const division = '530581001';
const place = (more: Partial<Place>): Place => ({
  programme: 'dibao',
  stage: 'submitted',
  owner: 'stage',
  matterKind: null,
  matterStep: null,
  role: 'townshipClerk',
  office: division,
  running: [],
  ...more,
});
const clerk = { role: 'townshipClerk', division } as const;

describe('the one action of a row of the queue', () => {
  it('is the step of the law that is the officer’s, with its form', () => {
    expect(nextActionOf(place({}), clerk)).toEqual({ verb: '受理', form: 'stage.accept' });
    const head = { role: 'townshipApprover', division } as const;
    expect(nextActionOf(place({ stage: 'proposed', role: head.role }), head)).toEqual({
      verb: '审阅',
      form: 'stage.approveProposal',
    });
  });

  it('goes on once a limit was met', () => {
    const investigating = { stage: 'investigating' };
    expect(nextActionOf(place({ ...investigating, running: ['investigationStart'] }), clerk).form).toBe(
      'stage.startInvestigation',
    );
    expect(nextActionOf(place(investigating), clerk)).toEqual({ verb: '继续', form: null });
    expect(nextActionOf(place({ stage: 'publicised', running: ['posting'] }), clerk).verb).toBe('张榜');
    expect(nextActionOf(place({ stage: 'publicised', running: ['publicNotice'] }), clerk).verb).toBe('查看');
  });

  it('is to look at what lies with somebody else, in role or in place', () => {
    const look = { verb: '查看', form: null };
    expect(nextActionOf(place({}), { role: 'countyReviewer', division: '530581' })).toEqual(look);
    expect(nextActionOf(place({ office: '530581002' }), clerk)).toEqual(look);
  });

  it('leads to a form that the lifecycle has, wherever a task can lie', () => {
    const id = '70829304-b5c6-5d0f-8152-6c7d8e9fa0b1';
    const stages = Object.entries(programmes.dibao.table).map(([stage, row]) => ({ row, at: place({ stage }) }));
    const steps = Object.entries(matters).flatMap(([matterKind, { table }]) =>
      Object.entries(table).map(([matterStep, row]) => ({ row, at: place({ owner: id, matterKind, matterStep }) })),
    );
    for (const { row, at } of [...stages, ...steps]) {
      if (!('heldBy' in row) || row.heldBy === undefined) continue;
      const role = row.heldBy as Role;
      const office = officeOf(role, division);
      const { form } = nextActionOf({ ...at, role, office }, { role, division });
      if (form !== null) expect(Object.keys(row.actions)).toContain(form.slice(at.owner.length + 1));
    }
  });
});
