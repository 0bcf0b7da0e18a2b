import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { actorOf, type Context } from '../../context';
import { createConditions, paged, placeOf, type Conditions } from '../../paging';
import { caseSummary, type CaseRow, type CaseSummary } from '../views/summary';
import { addFilters, notRelative } from './conditions';
import type { Filters } from './filters';
import { markColumns } from './marks';

const LIMIT = 50;
const columns = `c.id, c.number, c.programme, c.division, c.area, c.applicant_name as "applicantName",
  c.member_count as "memberCount", c.stage, c.stage_since as "stageSince", c.submitted_at as "submittedAt",
  c.next_due_at as "nextDueAt", c.monthly_fen::text as "monthlyFen", c.assignee_id as "assigneeId", s.name as "assigneeName",
  ${markColumns}`;

export interface Paged extends Filters {
  readonly cursor?: string;
  readonly limit?: number;
}

type More = (conditions: Conditions) => void;

const conditionsOf = (context: Context, filters: Filters, more: More): Conditions => {
  const conditions = createConditions();
  notRelative(conditions, actorOf(context).staffId);
  addFilters(context, conditions, filters);
  more(conditions);
  return conditions;
};

const pageOf = async (client: PoolClient, conditions: Conditions, cursor: string | undefined, limit: number) => {
  if (cursor !== undefined) {
    const [at, id] = placeOf(cursor, 2);
    const after = `(${conditions.value(new Date(Number(at)))}::timestamptz, ${conditions.value(id)}::uuid)`;
    conditions.plain(`(c.submitted_at, c.id) < ${after}`);
  }
  const most = conditions.value(limit + 1);
  const sql = `select ${columns} from "case" c left join staff s on s.id = c.assignee_id
    where ${conditions.where()} order by c.submitted_at desc, c.id desc limit ${most}`;
  const { rows } = await client.query<CaseRow>(sql, conditions.values);
  return paged(rows, limit, (row) => [row.submittedAt.getTime(), row.id]);
};

/** Newest first, a page at a time; `more` adds what only a search asks for. */
export const readCaseList = async (
  context: Context,
  { cursor, limit = LIMIT, ...filters }: Paged,
  more: More = () => undefined,
): Promise<{ readonly items: z.input<typeof CaseSummary>[]; readonly next: string | null }> => {
  const conditions = conditionsOf(context, filters, more);
  const { items, next } = await context.store.withScopedClient(actorOf(context), (client) =>
    pageOf(client, conditions, cursor, limit),
  );
  return { items: items.map((row) => caseSummary(row, context.now())), next };
};

/** How many the same list has, counted no further than `most`. */
export const countCaseList = async (
  context: Context,
  filters: Filters,
  most: number,
  more: More = () => undefined,
): Promise<number> => {
  const conditions = conditionsOf(context, filters, more);
  const sql = `select count(*)::int as n from (select from "case" c where ${conditions.where()} limit ${conditions.value(most)}) few`;
  const { rows } = await context.store.withScopedClient(actorOf(context), (client) =>
    client.query<{ n: number }>(sql, conditions.values),
  );
  return rows[0]!.n;
};
