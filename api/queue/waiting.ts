import { officeOf, roles } from '../../domain/lifecycle/roles';
import type { Actor } from '../actor';
import { notRelative } from '../cases/list/conditions';
import { actorOf, type Context } from '../context';
import { createConditions, type Conditions } from '../paging';
import { clocks, clockStages } from './clocks';
import type { View } from './filters';

const kinds = Object.keys(clocks).map((kind) => `'${kind}'`);
const clock = `d.case_id = c.id and d.state = 'running' and d.owner = 'stage' and d.kind in (${kinds.join(', ')})`;

const below = (conditions: Conditions, division: string): void =>
  conditions.add(`c.division >= $$ and c.division < $$ || ':'`, division);

interface Side {
  /** Whose cases: those one has had a hand in, or those one's post in the office has. */
  cases(conditions: Conditions, actor: Actor): void;
  /** Tasks that do not lie with the asker: another post, another office, or another person. */
  elsewhere(conditions: Conditions, actor: Actor): void;
}

/** Of all of an area one waits for clocks alone: what lies with the offices below is the list itself. */
const sides: Readonly<Record<Exclude<View, 'subordinate'>, Side>> = {
  mine: {
    cases: (conditions, { staffId, role, division }) => {
      below(conditions, officeOf(role, division));
      const me = `${conditions.value(staffId)}::uuid`;
      conditions.plain(`(c.assignee_id = ${me} or c.submitted_by = ${me}
        or exists (select from case_event e where e.case_id = c.id and e.actor_id = ${me}))`);
    },
    elsewhere: (conditions, { staffId, role, division }) => {
      const [me, post, office] = [staffId, role, officeOf(role, division)].map(conditions.value);
      conditions.plain(`not coalesce(w.assignee_id = ${me}::uuid, w.role = ${post} and w.division = ${office})`);
    },
  },
  office: {
    cases: (conditions, { role, division }) => {
      below(conditions, officeOf(role, division));
      conditions.add('exists (select from case_event e where e.case_id = c.id and e.actor_role = $$)', role);
    },
    elsewhere: (conditions, { role, division }) => {
      const [post, office] = [role, officeOf(role, division)].map(conditions.value);
      conditions.plain(`not (w.role = ${post} and w.division = ${office})`);
    },
  },
};

const clockColumns = `d.id, d.case_id as "caseId", d.due_at as until, d.kind as clock, null as role, null as office,
  null as sentence, null::uuid as assignee`;

/** Cases whose next step lies with a clock, or else with somebody else, as one relation with `values` for it. */
export const waitingIn = (context: Context, view: View): { readonly sql: string; readonly values: unknown[] } => {
  const actor = actorOf(context);
  const shared = createConditions();
  const running = `running_clocks(${shared.value(clockStages)}::text[]) d`;
  if (view === 'subordinate') {
    // The function answers for the asker's area: no case need be looked at to count a whole province.
    notRelative(shared, actor.staffId, 'd.case_id');
    return { sql: `select ${clockColumns} from ${running} where ${shared.where()}`, values: shared.values };
  }
  shared.plain('c.closed_at is null');
  notRelative(shared, actor.staffId);
  // A post of no office has no cases of its own to wait for.
  if (roles[actor.role].level === 'any') shared.plain('false');
  sides[view].cases(shared, actor);
  const cases = shared.where();
  sides[view].elsewhere(shared, actor);
  const sql = `
    select ${clockColumns} from ${running} join "case" c on c.id = d.case_id where ${cases}
    union all
    select w.id, c.id, w.due_at, null, w.role, w.division, w.sentence, w.assignee_id
      from work_item w join "case" c on c.id = w.case_id
      where w.done_at is null and w.kind = 'task' and ${shared.where()}
        and not (w.owner = 'stage' and exists (select from deadline d where ${clock}))`;
  return { sql, values: shared.values };
};
