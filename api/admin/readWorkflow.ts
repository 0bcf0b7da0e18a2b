import { z } from 'zod';
import { engine as names } from '../../domain/lifecycle/engine';
import { stateOf } from '../../store/cases/load';
import { operation } from '../operation';
import { askState, describeCase } from './engine/describe';
import { historyOf } from './engine/history';
import { alarmSentence } from './engine/words';
import { caseForEngine, exampleCaseId, workflowParams } from './find';

const Workflow = z
  .object({
    caseId: z.uuid(),
    number: z.string(),
    workflowId: z.string(),
    runId: z.string().nullable(),
    status: z.string().meta({ description: 'RUNNING、COMPLETED……;NOT_STARTED 表示流程引擎中没有' }),
    failing: z.boolean().meta({ description: '有反复重试的步骤,或流程程序出错' }),
    historyLength: z.int(),
    startedAt: z.iso.datetime().nullable(),
    workerVersion: z.string().nullable(),
    epoch: z.int(),
    nextTimer: z.object({ at: z.iso.datetime(), does: z.string() }).nullable(),
    pendingActivities: z.array(z.object({ type: z.string(), attempts: z.int(), lastError: z.string().nullable() })),
    state: z.unknown().meta({ description: '流程自己记着的状态;没有工作进程答复时为空' }),
    history: z.array(z.object({ at: z.iso.datetime(), sentence: z.string(), event: z.string() })),
  })
  .meta({ id: 'Workflow' });

export const readWorkflow = operation({
  method: 'get',
  path: '/api/v1/admin/workflows/{caseId}',
  permission: 'workflow.read',
  tag: '流程管理',
  summary: '查看一个案件的流程',
  description: '运行编号、下一次自动醒来的时刻和要做的事、反复重试的步骤和原因、可读的历史。没有个人信息。',
  effect: 'read',
  params: workflowParams,
  output: Workflow,
  example: {
    params: { caseId: exampleCaseId },
    output: {
      caseId: exampleCaseId,
      number: '530581-2022-000123',
      workflowId: `case/${exampleCaseId}`,
      runId: '018f3c2a-0000-7000-8000-000000000001',
      status: 'RUNNING',
      failing: false,
      historyLength: 12,
      startedAt: '2022-08-01T02:00:00.300Z',
      workerVersion: null,
      epoch: 1,
      nextTimer: { at: '2022-08-03T16:00:00.000Z', does: '材料审查到期,标记为逾期' },
      pendingActivities: [],
      state: {},
      history: [{ at: '2022-08-01T02:00:00.300Z', sentence: '流程开始运行', event: 'WORKFLOW_EXECUTION_STARTED' }],
    },
  },
  async handler({ scope, engine }, { params: { caseId } }) {
    const row = await scope((tx) => caseForEngine(tx, caseId));
    const found = await describeCase(engine.client, caseId);
    const state = stateOf(row);
    const next = state.alarms[0];
    const running = found?.status === 'RUNNING';
    return {
      caseId,
      number: row.number,
      workflowId: names.workflowId(caseId),
      runId: found?.runId ?? null,
      status: found?.status ?? 'NOT_STARTED',
      failing:
        found !== undefined && (found.pendingActivities.some(({ attempts }) => attempts > 1) || found.taskAttempts > 1),
      historyLength: found?.historyLength ?? 0,
      startedAt: found?.startedAt ?? null,
      workerVersion: found?.workerVersion ?? null,
      epoch: row.epoch,
      nextTimer: next ? { at: new Date(next.at).toISOString(), does: alarmSentence(state, next) } : null,
      pendingActivities: [...(found?.pendingActivities ?? [])],
      state: running ? ((await askState(engine.client, caseId)) ?? null) : null,
      history: found
        ? [...(await scope((tx) => historyOf(tx, caseId, engine.client.workflow.getHandle(names.workflowId(caseId)))))]
        : [],
    };
  },
});
