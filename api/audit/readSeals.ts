import { z } from 'zod';
import { actorOf } from '../context';
import { operation } from '../operation';

const DAYS = 31;

interface Latest {
  readonly day: string;
  readonly at: Date | null;
}
interface Day {
  readonly day: string;
  readonly sealed: number;
}

export const readSeals = operation({
  method: 'get',
  path: '/api/v1/audit/seals',
  permission: 'audit.read',
  tag: '审计',
  summary: '查看审计封存情况',
  description: '封存到何时,最近31日每日封存多少条(全系统),本辖区还有多少条等待封存。',
  effect: 'none',
  output: z.object({
    sealedUpTo: z.iso.datetime().nullable(),
    waiting: z.int(),
    days: z.array(z.object({ day: z.string(), sealed: z.int() })),
  }),
  example: {
    output: { sealedUpTo: '2022-07-01T02:00:00.000Z', waiting: 0, days: [{ day: '2022-07-01', sealed: 120 }] },
  },
  handler: (context) =>
    context.store.withScopedClient(actorOf(context), async (client) => {
      const days = await client.query<Day>(
        'select day, max(number)::int as sealed from audit_seal group by day order by day desc limit $1',
        [DAYS],
      );
      const latest = await client.query<Latest>(
        'select s.day, a.at from audit_seal s join audit_row a on a.id = s.audit_id order by s.audit_id desc limit 1',
      );
      const waiting = await client.query<{ n: number }>(
        'select count(*)::int as n from audit_row a where not exists (select from audit_seal s where s.audit_id = a.id)',
      );
      return {
        sealedUpTo: latest.rows[0]?.at?.toISOString() ?? null,
        waiting: waiting.rows[0]?.n ?? 0,
        days: days.rows,
      };
    }),
});
