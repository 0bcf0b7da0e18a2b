import { addDays, civilDateAt, endOfDay } from '../../../domain/civil-date';
import { actorOf, type Context } from '../../context';
import { createConditions, paged, placeOf, type Conditions } from '../../paging';
import { caseSummary, type CaseRow, type CaseSummary } from '../views/summary';
import type { z } from 'zod';
import type { Filters } from './filters';

const LIMIT = 50;
const columns = `c.id, c.number, c.programme, c.division, c.area, c.applicant_name as "applicantName",
  c.member_count as "memberCount", c.stage, c.stage_since as "stageSince", c.submitted_at as "submittedAt",
  c.next_due_at as "nextDueAt", c.monthly_fen::text as "monthlyFen", c.assignee_id as "assigneeId", s.name as "assigneeName"`;

export interface Paged extends Filters {
  readonly cursor?: string;
  readonly limit?: number;
}

/** A relative declared in a case does not see it in lists either. */
export const notRelative = (conditions: Conditions, staffId: string): void =>
  conditions.add(
    'not exists (select from relative_declaration r where r.case_id = c.id and r.staff_id = $$::uuid)',
    staffId,
  );

const addFilters = (context: Context, conditions: Conditions, filters: Filters): void => {
  const now = context.now();
  const { stage, programme, division, overdue, dueWithinDays, assignee, open } = filters;
  if (stage !== undefined) conditions.add('c.stage = $$', stage);
  if (programme !== undefined) conditions.add('c.programme = $$', programme);
  if (division !== undefined) conditions.add(`c.division >= $$ and c.division < $$ || ':'`, division);
  if (overdue !== undefined)
    conditions.add(overdue ? 'c.next_due_at <= $$' : '(c.next_due_at is null or c.next_due_at > $$)', now);
  if (dueWithinDays !== undefined)
    conditions.add('c.next_due_at <= $$', new Date(endOfDay(addDays(civilDateAt(now.getTime()), dueWithinDays))));
  if (assignee !== undefined)
    conditions.add('c.assignee_id = $$::uuid', assignee === 'me' ? actorOf(context).staffId : assignee);
  if (open !== undefined) conditions.plain(open ? 'c.closed_at is null' : 'c.closed_at is not null');
};

/** Newest first, a page at a time; `more` adds what only a search asks for. */
export const readCaseList = async (
  context: Context,
  { cursor, limit = LIMIT, ...filters }: Paged,
  more: (conditions: Conditions) => void = () => undefined,
): Promise<{ readonly items: z.input<typeof CaseSummary>[]; readonly next: string | null }> => {
  const actor = actorOf(context);
  const conditions = createConditions();
  notRelative(conditions, actor.staffId);
  addFilters(context, conditions, filters);
  more(conditions);
  if (cursor !== undefined) {
    const [at, id] = placeOf(cursor, 2);
    const after = `(${conditions.value(new Date(Number(at)))}::timestamptz, ${conditions.value(id)}::uuid)`;
    conditions.plain(`(c.submitted_at, c.id) < ${after}`);
  }
  const most = conditions.value(limit + 1);
  const sql = `select ${columns} from "case" c left join staff s on s.id = c.assignee_id
    where ${conditions.where()} order by c.submitted_at desc, c.id desc limit ${most}`;
  const { rows } = await context.store.withScopedClient(actor, (client) =>
    client.query<CaseRow>(sql, conditions.values),
  );
  const { items, next } = paged(rows, limit, (row) => [row.submittedAt.getTime(), row.id]);
  return { items: items.map((row) => caseSummary(row, context.now())), next };
};
