import { z } from 'zod';
import { operation } from '../operation';
import { countDrafts, Counts, countView } from './counts';
import { queueFilters, views } from './filters';

const example = { total: 12, overdue: 1, today: 2, dueSoon: 5, task: 10, reminder: 1, escalation: 1, waiting: 12 };

export const countQueue = operation({
  method: 'get',
  path: '/api/v1/queue/counts',
  permission: 'queue.read',
  tag: '待办',
  summary: '待办数量',
  description: '三种范围(或 view 所指的一种)各有多少,和本人的草稿,准确计数。',
  effect: 'read',
  query: z.strictObject(queueFilters),
  output: z.object({
    mine: Counts.exactOptional(),
    office: Counts.exactOptional(),
    subordinate: Counts.exactOptional(),
    drafts: z.int(),
  }),
  example: { query: {}, output: { mine: example, office: example, subordinate: example, drafts: 2 } },
  async handler(context, { query: { view, ...filters } }) {
    const asked = view === undefined ? views : [view];
    const [drafts, ...counted] = await Promise.all([
      countDrafts(context),
      ...asked.map(async (name) => [name, await countView(context, name, filters)] as const),
    ]);
    return { ...Object.fromEntries(counted), drafts };
  },
});
