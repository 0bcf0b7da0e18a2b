import { z } from 'zod';
import { body, civilDate } from '../fields';
import { operation } from '../operation';

export const verifyDay = operation({
  method: 'post',
  path: '/api/v1/audit/verify',
  permission: 'audit.read',
  tag: '审计',
  summary: '核对一日的审计封存链',
  description:
    '逐条重算当日的链(全系统的记录),只告知相符多少条、哪一号有何问题,不给出记录内容。不改变任何内容,不需要 Idempotency-Key;核对本身记入审计。',
  effect: 'read',
  input: body({ day: civilDate('日期') }),
  output: z.object({
    day: z.string(),
    sound: z.int(),
    findings: z.array(z.object({ auditId: z.string(), says: z.string() })),
  }),
  example: { input: { day: '2022-07-01' }, output: { day: '2022-07-01', sound: 120, findings: [] } },
  async handler(context, { body: { day } }) {
    const { sound, findings } = await context.store.verifyAuditDay(day);
    context.audit.detail('day', day);
    context.audit.detail('findings', findings.length);
    return { day, sound, findings: findings.map(({ auditId, says }) => ({ auditId, says })) };
  },
});
