import { z } from 'zod';
import { caseInScope } from '../cases/access';
import { exampleCaseId } from '../cases/application/example-case';
import { caseParams } from '../cases/params';
import { operation } from '../operation';
import { missingFrom, readContents } from './contents';

const Missing = z
  .object({
    stage: z.string(),
    stageLabel: z.string(),
    items: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        of: z.array(z.string()).meta({ description: '缺谁的、缺哪一份' }),
        todo: z.string().meta({ description: '怎么补' }),
      }),
    ),
  })
  .meta({ id: 'MissingOfStage', description: '一个环节缺少的材料' });

export const readMissing = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}/dossier/missing',
  permission: 'case.read',
  tag: '案件',
  summary: '查看档案缺少的材料',
  description: '按环节列出一户一档还缺什么、怎么补;案件走到哪个环节就查到哪个环节,齐全的环节不列。',
  effect: 'read',
  params: caseParams,
  output: z.object({ complete: z.boolean(), stages: z.array(Missing) }),
  example: { params: { caseId: exampleCaseId }, output: { complete: true, stages: [] } },
  handler: (context, { params: { caseId } }) =>
    context.scope(async (tx) => {
      const contents = await readContents(context, tx, await caseInScope(context, tx, caseId));
      const stages = missingFrom(contents).map((stage) => ({
        ...stage,
        items: stage.items.map((item) => ({ ...item, of: [...item.of] })),
      }));
      return { complete: stages.length === 0, stages };
    }),
});
