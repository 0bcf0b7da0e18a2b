import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { stateOf } from '../../store/cases/load';
import { afterQuietSteps } from '../../store/engine/quiet-steps';
import { operation } from '../operation';
import { differencesOf } from './engine/compare';
import { askState, describeCase } from './engine/describe';
import { caseForEngine, exampleCaseId, workflowParams } from './find';

export const compareWorkflow = operation({
  method: 'get',
  path: '/api/v1/admin/workflows/{caseId}/comparison',
  permission: 'workflow.read',
  tag: '流程管理',
  summary: '比对数据库与流程',
  description: '逐项比较数据库的快照与流程自己的状态。不一致时以数据库为准,用“修复流程”重建。',
  effect: 'read',
  params: workflowParams,
  output: z.object({
    same: z.boolean(),
    status: z.string(),
    differences: z.array(z.object({ field: z.string(), database: z.unknown(), workflow: z.unknown() })),
  }),
  example: { params: { caseId: exampleCaseId }, output: { same: true, status: 'RUNNING', differences: [] } },
  async handler({ scope, engine }, { params: { caseId } }) {
    await scope((tx) => caseForEngine(tx, caseId));
    const found = await describeCase(engine.client, caseId);
    if (!found) {
      const row = await scope((tx) => caseForEngine(tx, caseId));
      const same = row.closedAt !== null;
      return {
        same,
        status: 'NOT_STARTED',
        differences: same ? [] : [{ field: 'workflow', database: row.stage, workflow: null }],
      };
    }
    const workflow = await askState(engine.client, caseId);
    if (!workflow) throw new AppError('engineUnavailable', '没有工作进程答复,无法比对;请先查看流程引擎的工作进程');
    // After the workflow's answer, so that a step between the two reads is not taken for a difference for long.
    const differences = await scope(async (tx) => {
      const database = stateOf(await caseForEngine(tx, caseId));
      return differencesOf(database, await afterQuietSteps(tx, database, workflow));
    });
    return { same: differences.length === 0, status: found.status, differences: [...differences] };
  },
});
