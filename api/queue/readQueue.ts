import { z } from 'zod';
import { actorOf } from '../context';
import { choice, integerText } from '../fields';
import { operation } from '../operation';
import { createConditions, paged, placeOf } from '../paging';
import { addQueueFilters, filters, queueFilters } from './filters';
import { exampleItem, QueueItem, queueItem, type QueueRow } from './view';

const LIMIT = 50;
/** What has no limit comes after everything that has one. */
const NEVER = "'infinity'::timestamptz";
const sortKey = `coalesce(w.due_at, ${NEVER})`;

const columns = `w.id, w.case_id as "caseId", c.number, c.applicant_name as "applicantName", c.programme, c.division, c.stage,
  w.owner, w.kind, w.sentence, w.role, w.due_at as "dueAt", w.level, w.assignee_id as "assigneeId", s.name as "assigneeName",
  w.created_at as "createdAt", (select min(d.promised_at) from deadline d
    where d.case_id = w.case_id and d.owner = w.owner and d.state in ('running', 'late')) as "promisedAt"`;

export const readQueue = operation({
  method: 'get',
  path: '/api/v1/queue',
  permission: 'queue.read',
  tag: '待办',
  summary: '查看待办',
  description:
    'mine:指定给我的和本岗位无人认领的;office:本单位本岗位的;subordinate:辖区内各单位的。最急的在前;filter:已逾期、今天到期、三天内到期。',
  effect: 'read',
  query: z.strictObject({
    ...queueFilters,
    filter: choice('到期', filters).exactOptional(),
    cursor: z.string().max(300, 'cursor 不对').meta({ description: '上一页的 next' }).exactOptional(),
    limit: integerText('每页数量', { min: 1, max: 200 }).exactOptional(),
  }),
  output: z.object({ items: z.array(QueueItem), next: z.string().nullable() }),
  example: { query: { view: 'office', kind: 'task', limit: '20' }, output: { items: [exampleItem], next: null } },
  async handler(context, { query: { cursor, limit = LIMIT, ...asked } }) {
    const conditions = createConditions();
    addQueueFilters(context, conditions, asked);
    if (cursor !== undefined) {
      const [due, id] = placeOf(cursor, 2);
      const at = due === null ? NEVER : `${conditions.value(new Date(Number(due)))}::timestamptz`;
      conditions.plain(`(${sortKey}, w.id) > (${at}, ${conditions.value(id)}::uuid)`);
    }
    const most = conditions.value(limit + 1);
    const sql = `select ${columns} from work_item w join "case" c on c.id = w.case_id left join staff s on s.id = w.assignee_id
      where ${conditions.where()} order by ${sortKey}, w.id limit ${most}`;
    const { rows } = await context.store.withScopedClient(actorOf(context), (client) =>
      client.query<QueueRow>(sql, conditions.values),
    );
    const { items, next } = paged(rows, limit, (row) => [row.dueAt?.getTime() ?? null, row.id]);
    return { items: items.map((row) => queueItem(row, context.now())), next };
  },
});
