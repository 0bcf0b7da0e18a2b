import { z } from 'zod';
import { actorOf } from '../context';
import { operation } from '../operation';

const MOST = 100;

interface Waiting {
  readonly caseId: string;
  readonly number: string;
  readonly division: string;
  readonly limits: number;
  readonly since: string;
}

const WAITING = `select c.id as "caseId", c.number, c.division, count(*)::int as limits, min(d.from_date) as since
  from deadline d join "case" c on c.id = d.case_id where d.state = 'unpublished'
  group by c.id, c.number, c.division order by since, c.number limit ${MOST}`;

const TOTALS = `select count(*)::int as limits, count(distinct case_id)::int as cases from deadline where state = 'unpublished'`;

/** What a case's own step 「reckon」 wrote once a year was approved: the answer of the engine, not a guess. */
const RECKONED = `select count(*)::int as cases, max(at) as last from case_event where action = 'reckon'`;

export const readCalendarWaits = operation({
  method: 'get',
  path: '/api/v1/calendar/waiting',
  permission: 'calendar.waiting',
  tag: '日历',
  summary: '查看等待日历的个案',
  description: '期限所及年份的日历尚未发布、因而没有到期日的个案(至多100件),以及日历发布后已经补算的件次。',
  effect: 'none',
  output: z.object({
    limits: z.int(),
    cases: z.int(),
    reckoned: z.int().meta({ description: '日历发布后已补算期限的件次' }),
    lastReckoned: z.iso.datetime().nullable(),
    items: z.array(
      z.object({ caseId: z.uuid(), number: z.string(), division: z.string(), limits: z.int(), since: z.string() }),
    ),
  }),
  example: { output: { limits: 0, cases: 0, reckoned: 0, lastReckoned: null, items: [] } },
  handler: (context) =>
    context.store.withScopedClient(actorOf(context), async (client) => {
      const totals = await client.query<{ limits: number; cases: number }>(TOTALS);
      const items = await client.query<Waiting>(WAITING);
      const reckoned = await client.query<{ cases: number; last: Date | null }>(RECKONED);
      const { limits = 0, cases = 0 } = totals.rows[0] ?? {};
      return {
        limits,
        cases,
        reckoned: reckoned.rows[0]?.cases ?? 0,
        lastReckoned: reckoned.rows[0]?.last?.toISOString() ?? null,
        items: items.rows,
      };
    }),
});
