import { z } from 'zod';
import { operation } from '../operation';
import { upliftOf } from './find';
import {
  ClassSum,
  countySums,
  CountySum,
  exampleRunId,
  exampleUplift,
  runParams,
  UpliftView,
  upliftView,
} from './view';

export const readUplift = operation({
  method: 'get',
  path: '/api/v1/uplifts/{runId}',
  permission: 'uplift.read',
  tag: '提标',
  summary: '查看一次提标',
  description: '试算结果按县和类别汇总(本辖区部分)、抽查情况和执行进度。',
  effect: 'read',
  params: runParams,
  output: z
    .object({
      uplift: UpliftView,
      total: z.array(ClassSum),
      counties: z.array(CountySum),
      sample: z.object({ drawn: z.int(), checked: z.int(), wrong: z.int() }),
      leads: z.object({ total: z.int(), open: z.int() }),
    })
    .meta({ id: 'UpliftDetail' }),
  example: {
    params: { runId: exampleRunId },
    output: {
      uplift: exampleUplift,
      total: [],
      counties: [],
      sample: { drawn: 50, checked: 0, wrong: 0 },
      leads: { total: 0, open: 0 },
    },
  },
  handler: (context, { params: { runId } }) =>
    context.scope(async (tx) => {
      const run = await upliftOf(tx, runId);
      const counties = await tx.upliftCounty.findMany({ where: { runId }, orderBy: [{ county: 'asc' }] });
      const sample = (where: object): Promise<number> => tx.upliftSample.count({ where: { runId, ...where } });
      const leads = (where: object): Promise<number> => tx.upliftLead.count({ where: { runId, ...where } });
      return {
        uplift: await upliftView(tx, run),
        ...countySums(counties, run.effectiveFrom),
        sample: {
          drawn: await sample({}),
          checked: await sample({ verdict: { not: null } }),
          wrong: await sample({ verdict: 'wrong' }),
        },
        leads: { total: await leads({}), open: await leads({ outcome: null }) },
      };
    }),
});
