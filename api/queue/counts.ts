import { z } from 'zod';
import { addDays, civilDateAt, endOfDay } from '../../domain/civil-date';
import { actorOf, type Context } from '../context';
import { createConditions } from '../paging';
import { addQueueFilters, SOON_DAYS, type QueueFilters, type View } from './filters';
import { waitingIn } from './waiting';

export const Counts = z
  .object({
    total: z.int(),
    overdue: z.int(),
    today: z.int(),
    dueSoon: z.int().meta({ description: '今天起三天内到期(含今天)' }),
    task: z.int(),
    reminder: z.int(),
    escalation: z.int(),
    waiting: z.int().meta({ description: '等别人或等时限的案件;不按环节等筛选' }),
  })
  .meta({ id: 'QueueCounts' });

type Counted = z.input<typeof Counts>;

/** The case is only looked at where a filter asks for it: the whole of a province is counted within a click. */
const ofCase = ({ stage, programme, division }: QueueFilters): string =>
  [stage, programme, division].every((filter) => filter === undefined) ? '' : 'join "case" c on c.id = w.case_id';

const open = async (context: Context, view: View, asked: QueueFilters): Promise<Omit<Counted, 'waiting'>> => {
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
    from work_item w ${ofCase(asked)} where ${conditions.where()}`;
  const { rows } = await context.store.withScopedClient(actorOf(context), (client) =>
    client.query<Omit<Counted, 'waiting'>>(sql, conditions.values),
  );
  return rows[0]!;
};

const waiting = async (context: Context, view: View): Promise<number> => {
  const { sql, values } = waitingIn(context, view);
  const { rows } = await context.store.withScopedClient(actorOf(context), (client) =>
    client.query<{ n: number }>(`select count(*)::int as n from (${sql}) q`, values),
  );
  return rows[0]!.n;
};

export const countView = async (context: Context, view: View, asked: QueueFilters): Promise<Counted> => {
  const [counted, others] = await Promise.all([open(context, view, asked), waiting(context, view)]);
  return { ...counted, waiting: others };
};

/** Drafts of one's own that are not filed yet. */
export const countDrafts = (context: Context): Promise<number> =>
  context.scope((tx) => tx.draft.count({ where: { createdBy: actorOf(context).staffId, caseId: null } }));
