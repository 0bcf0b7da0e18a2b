import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { stateOf } from '../../store/cases/load';
import { id } from '../fields';
import { operation } from '../operation';
import { answerAction, requireVersion } from './actions/answer';
import { needsOf } from './actions/known';
import { exampleCase, exampleCaseId } from './application/example-case';
import { ActionRequest, actionName, caseParams } from './params';
import { Accepted, CaseView } from './views/schema';

export const takeMatterAction = operation({
  method: 'post',
  path: '/api/v1/cases/{caseId}/matters/{matterId}/actions/{action}',
  permission: 'case.act',
  tag: '案件',
  summary: '办理事项上的操作',
  description: '可用的操作见案件的 actions(owner 为事项编号)。其余同“办理案件环节上的操作”。',
  effect: 'command',
  params: caseParams.extend({ matterId: id('事项'), action: actionName }),
  input: ActionRequest,
  output: z.union([CaseView, Accepted]),
  example: {
    params: { caseId: exampleCaseId, matterId: '1b2c3d4e-5f60-5a7b-8c9d-0e1f2a3b4c5d', action: 'assess' },
    input: { expectedVersion: 1, input: { opinion: '按现行标准重新核算' } },
    output: exampleCase,
  },
  async handler(context, { params: { caseId, matterId, action }, body: { expectedVersion, input } }) {
    return answerAction(context, { caseId, owner: matterId, action, expectedVersion, input }, (row) => {
      const matter = stateOf(row).matters.find((open) => open.id === matterId);
      if (!matter) throw new AppError('notFound', '本案没有这个未办结的事项,请刷新案件');
      const needs = needsOf(matter, action);
      requireVersion(action, expectedVersion);
      return needs;
    });
  },
});
