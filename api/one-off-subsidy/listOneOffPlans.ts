import { z } from 'zod';
import { actorOf } from '../context';
import { operation } from '../operation';
import { examplePlan, OneOffPlanView, planView } from './view';

export const listOneOffPlans = operation({
  method: 'get',
  path: '/api/v1/one-off-plans',
  permission: 'priceLinkage.read',
  tag: '一次性生活补贴',
  summary: '查看一次性生活补贴方案',
  description: '本辖区及其上级的方案,新的在前,至多200个。',
  effect: 'read',
  output: z.object({ plans: z.array(OneOffPlanView) }),
  example: { output: { plans: [examplePlan] } },
  async handler(context) {
    const { division } = actorOf(context);
    const above = [2, 4, 6].map((digits) => division.slice(0, digits));
    const rows = await context.scope((tx) =>
      tx.oneOffPlan.findMany({
        where: { OR: [{ division: { startsWith: division } }, { division: { in: above } }] },
        orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
        take: 200,
      }),
    );
    return { plans: rows.map(planView) };
  },
});
