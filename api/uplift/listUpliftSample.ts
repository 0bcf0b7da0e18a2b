import { z } from 'zod';
import { staffNames } from './names';
import { operation } from '../operation';
import { resultViews, UpliftCase } from './case-rows';
import { upliftOf } from './find';
import { exampleRunId, runParams } from './view';

type Verdict = 'right' | 'wrong' | null;

const SampleRow = z
  .object({
    rank: z.int(),
    case: UpliftCase,
    verdict: z.enum(['right', 'wrong']).nullable(),
    note: z.string().nullable(),
    checkerName: z.string().nullable(),
  })
  .meta({ id: 'UpliftSampleRow' });

export const listUpliftSample = operation({
  method: 'get',
  path: '/api/v1/uplifts/{runId}/sample',
  permission: 'uplift.cases',
  tag: '提标',
  summary: '查看抽查名单',
  description: '按种子从每一类中抽取(md5(种子/案件编号)最小者),任何人可以重抽核对;本辖区部分。',
  effect: 'read',
  params: runParams,
  output: z.object({ seed: z.string(), sample: z.array(SampleRow) }),
  example: { params: { runId: exampleRunId }, output: { seed: '530581/2025-07-01/3d0c7a8e', sample: [] } },
  handler: (context, { params: { runId } }) =>
    context.scope(async (tx) => {
      const run = await upliftOf(tx, runId);
      const drawn = await tx.upliftSample.findMany({ where: { runId }, orderBy: { rank: 'asc' } });
      const rows = await tx.upliftResult.findMany({
        where: { runId, caseId: { in: drawn.map(({ caseId }) => caseId) } },
      });
      const views = new Map((await resultViews(tx, rows)).map((view) => [view.caseId, view]));
      const names = await staffNames(
        tx,
        drawn.flatMap(({ checkedBy }) => (checkedBy ? [checkedBy] : [])),
      );
      const sample = drawn.flatMap(({ rank, caseId, verdict, note, checkedBy }) => {
        const view = views.get(caseId);
        const answer: Verdict = verdict === 'right' || verdict === 'wrong' ? verdict : null;
        const checkerName = checkedBy ? (names.get(checkedBy) ?? '') : null;
        return view ? [{ rank, case: view, verdict: answer, note, checkerName }] : [];
      });
      return { seed: run.seed, sample };
    }),
});
