import { z } from 'zod';
import { upliftClassNames } from '../../domain/uplift/classes';
import { choice, divisionCode, integerText, text } from '../fields';
import { operation } from '../operation';
import { paged, placeOf } from '../paging';
import { resultViews, UpliftCase, upliftCaseStates } from './case-rows';
import { upliftOf } from './find';
import { exampleRunId, runParams } from './view';

const LIMIT = 50;

export const listUpliftCases = operation({
  method: 'get',
  path: '/api/v1/uplifts/{runId}/cases',
  permission: 'uplift.cases',
  tag: '提标',
  summary: '逐户查看提标结果',
  description: '本辖区各户现在和按新标准的金额、类别和办理结果,按地区排列;可按类别、结果和地区筛选,逐页查看。',
  effect: 'read',
  params: runParams,
  query: z.strictObject({
    class: choice('类别', upliftClassNames).exactOptional(),
    state: choice('结果', upliftCaseStates).exactOptional(),
    division: divisionCode().exactOptional(),
    cursor: text('翻页位置', { max: 400 }).exactOptional(),
    limit: integerText('每页条数', { min: 1, max: 200 }).exactOptional(),
  }),
  output: z.object({ cases: z.array(UpliftCase), next: z.string().nullable() }),
  example: {
    params: { runId: exampleRunId },
    query: { class: 'gain', division: '530581' },
    output: { cases: [], next: null },
  },
  division: ({ query: { division } }) => division,
  handler: (context, { params: { runId }, query }) =>
    context.scope(async (tx) => {
      const { class: named, state, division, cursor, limit = LIMIT } = query;
      await upliftOf(tx, runId);
      const [place, caseId] = cursor ? (placeOf(cursor, 2) as readonly [string, string]) : ['', ''];
      const rows = await tx.upliftResult.findMany({
        where: {
          runId,
          ...(named && { class: named }),
          ...(state && { state }),
          ...(division && { division: { startsWith: division } }),
          ...(cursor && { OR: [{ division: { gt: place } }, { division: place, caseId: { gt: caseId } }] }),
        },
        orderBy: [{ division: 'asc' }, { caseId: 'asc' }],
        take: limit + 1,
      });
      const { items, next } = paged(rows, limit, (row) => [row.division, row.caseId]);
      return { cases: await resultViews(tx, items), next };
    }),
});
