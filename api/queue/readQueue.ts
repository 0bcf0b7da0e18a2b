import { z } from 'zod';
import { actorOf } from '../context';
import { choice, integerText } from '../fields';
import { operation } from '../operation';
import { createConditions, paged } from '../paging';
import { addQueueFilters, filters, queueFilters } from './filters';
import { caseColumns } from './of-case';
import { ordered, orderNames, placeIn } from './order';
import { exampleItem, QueueItem, queueItem, workDetails, type QueueRow } from './view';

const LIMIT = 50;

const columns = `w.id, w.owner, w.kind, w.sentence, w.role, w.division as office, w.due_at as "dueAt", w.level,
  w.assignee_id as "assigneeId", s.name as "assigneeName", w.created_at as "createdAt", c.stage_since as "stageSince",
  ${caseColumns}, ${workDetails}`;

export const readQueue = operation({
  method: 'get',
  path: '/api/v1/queue',
  permission: 'queue.read',
  tag: '待办',
  summary: '查看待办',
  description:
    'mine:指定给我的和本岗位无人认领的;office:本单位本岗位的;subordinate:辖区内各单位的。filter:已逾期、今天到期、三天内到期。order:urgency 最急的在前,time 到手最早的在前,stage 按环节。',
  effect: 'read',
  query: z.strictObject({
    ...queueFilters,
    filter: choice('到期', filters).exactOptional(),
    order: choice('排序', orderNames).exactOptional(),
    cursor: z.string().max(300, 'cursor 不对').meta({ description: '上一页的 next' }).exactOptional(),
    limit: integerText('每页数量', { min: 1, max: 200 }).exactOptional(),
  }),
  output: z.object({ items: z.array(QueueItem), next: z.string().nullable() }),
  example: { query: { view: 'office', kind: 'task', limit: '20' }, output: { items: [exampleItem], next: null } },
  async handler(context, { query: { cursor, order = 'urgency', limit = LIMIT, ...asked } }) {
    const actor = actorOf(context);
    const conditions = createConditions();
    addQueueFilters(context, conditions, asked);
    const by = ordered(conditions, order, cursor);
    const most = conditions.value(limit + 1);
    const sql = `select ${columns} from work_item w join "case" c on c.id = w.case_id left join staff s on s.id = w.assignee_id
      where ${conditions.where()} order by ${by} limit ${most}`;
    const { rows } = await context.store.withScopedClient(actor, (client) =>
      client.query<QueueRow>(sql, conditions.values),
    );
    const { items, next } = paged(rows, limit, (row) => placeIn(order, row));
    return { items: items.map((row) => queueItem(row, actor, context.now())), next };
  },
});
