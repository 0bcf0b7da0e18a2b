import { z } from 'zod';
import { operation } from '../operation';
import { answerAction, requireVersion } from './actions/answer';
import { needsOf } from './actions/known';
import { exampleCase, exampleCaseId } from './application/example-case';
import { ActionRequest, actionName, caseParams } from './params';
import { Accepted, CaseView } from './views/schema';

export const takeAction = operation({
  method: 'post',
  path: '/api/v1/cases/{caseId}/actions/{action}',
  permission: 'case.act',
  tag: '案件',
  summary: '办理案件环节上的操作',
  description:
    '可用的操作、所需内容和版本见案件的 actions。十秒内办不完的答复202,结果按 statusUrl 查询;重试时用原来的 Idempotency-Key。现在不能办的答复409并列出 allowedActions。',
  effect: 'command',
  params: caseParams.extend({ action: actionName }),
  input: ActionRequest,
  output: z.union([CaseView, Accepted]),
  example: {
    params: { caseId: exampleCaseId, action: 'accept' },
    input: { expectedVersion: 1, input: { opinion: '材料齐全' } },
    output: exampleCase,
  },
  async handler(context, { params: { caseId, action }, body: { expectedVersion, input } }) {
    return answerAction(context, { caseId, owner: 'stage', action, expectedVersion, input }, (row) => {
      const needs = needsOf(row, action);
      requireVersion(action, expectedVersion);
      return needs;
    });
  },
});
