import { z } from 'zod';
import { choice, integerText, text } from '../fields';
import { operation } from '../operation';
import { paged, placeOf } from '../paging';
import { upliftOf } from './find';
import { leadViews } from './lead-rows';
import { UpliftLeadView } from './lead-view';
import { exampleRunId, runParams } from './view';

const LIMIT = 50;

export const listUpliftLeads = operation({
  method: 'get',
  path: '/api/v1/uplifts/{runId}/leads',
  permission: 'uplift.cases',
  tag: '提标',
  summary: '查看新增对象线索',
  description: '原低保边缘家庭中按新标准可能符合的户,由乡镇上门核实、告知并协助申请;逐页查看。',
  effect: 'read',
  params: runParams,
  query: z.strictObject({
    state: choice('状态', ['open', 'all']).exactOptional(),
    cursor: text('翻页位置', { max: 400 }).exactOptional(),
    limit: integerText('每页条数', { min: 1, max: 200 }).exactOptional(),
  }),
  output: z.object({ leads: z.array(UpliftLeadView), next: z.string().nullable() }),
  example: { params: { runId: exampleRunId }, query: { state: 'open' }, output: { leads: [], next: null } },
  handler: (context, { params: { runId }, query: { state = 'open', cursor, limit = LIMIT } }) =>
    context.scope(async (tx) => {
      await upliftOf(tx, runId);
      const [place, caseId] = cursor ? (placeOf(cursor, 2) as readonly [string, string]) : ['', ''];
      const rows = await tx.upliftLead.findMany({
        where: {
          runId,
          ...(state === 'open' && { outcome: null }),
          ...(cursor && { OR: [{ division: { gt: place } }, { division: place, caseId: { gt: caseId } }] }),
        },
        orderBy: [{ division: 'asc' }, { caseId: 'asc' }],
        take: limit + 1,
      });
      const { items, next } = paged(rows, limit, (row) => [row.division, row.caseId]);
      return { leads: await leadViews(tx, items), next };
    }),
});
