import { z } from 'zod';
import { addDays, civilDateAt, endOfDay } from '../../domain/civil-date';
import { officeOf } from '../../domain/lifecycle/roles';
import type { Actor } from '../actor';
import { actorOf, type Context } from '../context';
import { choice, divisionCode } from '../fields';
import { notRelative } from '../cases/list/conditions';
import { programmeName } from '../cases/application/schema';
import type { Conditions } from '../paging';

export const views = ['mine', 'office', 'subordinate'] as const;
export const kinds = ['task', 'reminder', 'escalation'] as const;
export const filters = ['overdue', 'today', 'dueSoon'] as const;
/** 三日内: within these days. */
export const SOON_DAYS = 3;

export type View = (typeof views)[number];
export type DueFilter = (typeof filters)[number];

export const queueFilters = {
  view: choice('范围', views).exactOptional(),
  kind: choice('种类', kinds).exactOptional(),
  stage: z
    .string('环节应为文字')
    .regex(/^[A-Za-z]{1,30}$/, '环节应为英文代号,例如 investigating')
    .meta({ description: '环节' })
    .exactOptional(),
  programme: programmeName.exactOptional(),
  division: divisionCode().exactOptional(),
};

/** The office of the role in which somebody acts: work lies with an office, not with a village or a person. */
const office = ({ role, division }: Actor): string => officeOf(role, division);

const addView: Readonly<Record<View, (conditions: Conditions, actor: Actor) => void>> = {
  /** Given to me, or lying in my office for my role with nobody named. */
  mine: (conditions, actor) => {
    const me = conditions.value(actor.staffId);
    const role = conditions.value(actor.role);
    const place = conditions.value(office(actor));
    conditions.plain(
      `(w.assignee_id = ${me}::uuid or (w.assignee_id is null and w.role = ${role} and w.division = ${place}))`,
    );
  },
  office: (conditions, actor) => {
    conditions.add('w.role = $$', actor.role);
    conditions.add('w.division = $$', office(actor));
  },
  /** All that lies in the offices within the own area. */
  subordinate: (conditions, actor) => conditions.add(`w.division >= $$ and w.division < $$ || ':'`, actor.division),
};

/** The expression of the order and of its index, so that filter and order together are one range of it. */
export const DUE = "coalesce(w.due_at, 'infinity'::timestamptz)";

const addDue: Readonly<Record<DueFilter, (conditions: Conditions, now: Date) => void>> = {
  overdue: (conditions, now) => conditions.add(`${DUE} <= $$`, now),
  today: (conditions, now) => {
    conditions.add(`${DUE} > $$`, now);
    conditions.add(`${DUE} <= $$`, new Date(endOfDay(civilDateAt(now.getTime()))));
  },
  dueSoon: (conditions, now) => {
    conditions.add(`${DUE} > $$`, now);
    conditions.add(`${DUE} <= $$`, new Date(endOfDay(addDays(civilDateAt(now.getTime()), SOON_DAYS))));
  },
};

export interface QueueFilters {
  readonly view?: View;
  readonly kind?: (typeof kinds)[number];
  readonly filter?: DueFilter;
  readonly stage?: string;
  readonly programme?: string;
  readonly division?: string;
}

/** Open work of one view, as conditions on work_item w and "case" c. */
export const addQueueFilters = (context: Context, conditions: Conditions, asked: QueueFilters): void => {
  const actor = actorOf(context);
  const { view = 'mine', kind, filter, stage, programme, division } = asked;
  conditions.plain('w.done_at is null');
  notRelative(conditions, actor.staffId, 'w.case_id');
  addView[view](conditions, actor);
  if (kind !== undefined) conditions.add('w.kind = $$', kind);
  if (filter !== undefined) addDue[filter](conditions, context.now());
  if (stage !== undefined) conditions.add('c.stage = $$', stage);
  if (programme !== undefined) conditions.add('c.programme = $$', programme);
  if (division !== undefined) conditions.add(`c.division >= $$ and c.division < $$ || ':'`, division);
};
