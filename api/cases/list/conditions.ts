import { addDays, civilDateAt, endOfDay } from '../../../domain/civil-date';
import { levelDigits } from '../../../domain/lifecycle/roles';
import { actorOf, type Context } from '../../context';
import type { Conditions } from '../../paging';
import type { Filters } from './filters';

/** A relative declared in a case does not see it in lists either. */
export const notRelative = (conditions: Conditions, staffId: string, caseId = 'c.id'): void =>
  conditions.add(
    `not exists (select from relative_declaration r where r.case_id = ${caseId} and r.staff_id = $$::uuid
      and not exists (select from relative_ending e where e.declaration_id = r.id))`,
    staffId,
  );

/** Within a place. A township's cases lie together in an index of their own, so that its newest are found at once. */
export const within = (conditions: Conditions, division: string): void => {
  const place = conditions.value(division);
  conditions.plain(`c.division >= ${place} and c.division < ${place} || ':'`);
  if (division.length >= levelDigits.township)
    conditions.add('left(c.division, 9) = $$', division.slice(0, levelDigits.township));
};

const matterOpen = 'exists (select from matter m where m.case_id = c.id and m.closed_at is null and m.kind = $$)';

type Add<Value> = (conditions: Conditions, value: Value, context: Context) => void;
type Adding = { readonly [Name in keyof Filters]-?: Add<NonNullable<Filters[Name]>> };

const adding: Adding = {
  stage: (conditions, stage) => conditions.add('c.stage = $$', stage),
  programme: (conditions, programme) => conditions.add('c.programme = $$', programme),
  division: within,
  overdue: (conditions, overdue, { now }) =>
    conditions.add(overdue ? 'c.next_due_at <= $$' : '(c.next_due_at is null or c.next_due_at > $$)', now()),
  dueWithinDays: (conditions, days, { now }) =>
    conditions.add('c.next_due_at <= $$', new Date(endOfDay(addDays(civilDateAt(now().getTime()), days)))),
  assignee: (conditions, assignee, context) =>
    conditions.add('c.assignee_id = $$::uuid', assignee === 'me' ? actorOf(context).staffId : assignee),
  open: (conditions, open) => conditions.plain(open ? 'c.closed_at is null' : 'c.closed_at is not null'),
  // Few cases are one at a time: they are found by their matters instead of looking at every case.
  emergency: (conditions, emergency) =>
    conditions.add(`c.id ${emergency ? 'in' : 'not in'} (select cases_with_open($$))`, 'emergency'),
  matter: (conditions, kind) => conditions.add(matterOpen, kind),
};

export const addFilters = (context: Context, conditions: Conditions, filters: Filters): void => {
  for (const name of Object.keys(adding) as (keyof Filters)[]) {
    const value = filters[name];
    if (value !== undefined) (adding[name] as Add<typeof value>)(conditions, value, context);
  }
};
