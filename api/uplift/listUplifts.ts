import { z } from 'zod';
import { operation } from '../operation';
import { exampleUplift, UpliftView, upliftViews } from './view';

const MOST = 200;

export const listUplifts = operation({
  method: 'get',
  path: '/api/v1/uplifts',
  permission: 'uplift.read',
  tag: '提标',
  summary: '查看历次提标',
  description: '本辖区和覆盖本地的上级提标,新的在前,至多200次。',
  effect: 'read',
  output: z.object({ uplifts: z.array(UpliftView) }),
  example: { output: { uplifts: [exampleUplift] } },
  handler: (context) =>
    context.scope(async (tx) => {
      const rows = await tx.upliftRun.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'asc' }], take: MOST });
      return { uplifts: await upliftViews(tx, rows) };
    }),
});
