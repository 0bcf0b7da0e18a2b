import { z } from 'zod';
import { addDays, civilDateAt, endOfDay } from '../../domain/civil-date';
import { actorOf, type Context } from '../context';
import { operation } from '../operation';
import { createConditions } from '../paging';
import { addQueueFilters, queueFilters, views, type QueueFilters, type View } from './filters';

const Counts = z
  .object({
    total: z.int(),
    overdue: z.int(),
    today: z.int(),
    dueSoon: z.int().meta({ description: '今天起三天内到期(含今天)' }),
    task: z.int(),
    reminder: z.int(),
    escalation: z.int(),
  })
  .meta({ id: 'QueueCounts' });

const SOON_DAYS = 3;

const countOf = async (context: Context, view: View, asked: QueueFilters): Promise<z.input<typeof Counts>> => {
  const now = context.now();
  const today = civilDateAt(now.getTime());
  const conditions = createConditions();
  addQueueFilters(context, conditions, { ...asked, view });
  const at = `${conditions.value(now)}::timestamptz`;
  const tonight = `${conditions.value(new Date(endOfDay(today)))}::timestamptz`;
  const soon = `${conditions.value(new Date(endOfDay(addDays(today, SOON_DAYS))))}::timestamptz`;
  const sql = `select count(*)::int as total,
      count(*) filter (where w.due_at <= ${at})::int as overdue,
      count(*) filter (where w.due_at > ${at} and w.due_at <= ${tonight})::int as today,
      count(*) filter (where w.due_at > ${at} and w.due_at <= ${soon})::int as "dueSoon",
      count(*) filter (where w.kind = 'task')::int as task,
      count(*) filter (where w.kind = 'reminder')::int as reminder,
      count(*) filter (where w.kind = 'escalation')::int as escalation
    from work_item w join "case" c on c.id = w.case_id where ${conditions.where()}`;
  const { rows } = await context.store.withScopedClient(actorOf(context), (client) =>
    client.query<z.input<typeof Counts>>(sql, conditions.values),
  );
  return rows[0]!;
};

const example = { total: 12, overdue: 1, today: 2, dueSoon: 5, task: 10, reminder: 1, escalation: 1 };
const { view: _view, ...filters } = queueFilters;

export const countQueue = operation({
  method: 'get',
  path: '/api/v1/queue/counts',
  permission: 'queue.read',
  tag: '待办',
  summary: '待办数量',
  description: '三种范围各有多少,准确计数。',
  effect: 'read',
  query: z.strictObject(filters),
  output: z.object({ mine: Counts, office: Counts, subordinate: Counts }),
  example: { query: {}, output: { mine: example, office: example, subordinate: example } },
  async handler(context, { query }) {
    const [mine, office, subordinate] = await Promise.all(views.map((view) => countOf(context, view, query)));
    return { mine: mine!, office: office!, subordinate: subordinate! };
  },
});
