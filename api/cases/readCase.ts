import { operation } from '../operation';
import { exampleCase, exampleCaseId } from './application/example-case';
import { caseParams } from './params';
import { readCaseView } from './views/case-view';
import { CaseView } from './views/schema';

export const readCase = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}',
  permission: 'case.read',
  tag: '案件',
  summary: '查看案件',
  description: '环节、期限、成员(身份证号掩码)、未办结事项、现在能办的操作,以及其他操作为什么不能办。',
  effect: 'read',
  params: caseParams,
  output: CaseView,
  example: { params: { caseId: exampleCaseId }, output: exampleCase },
  handler: (context, { params: { caseId } }) => readCaseView(context, caseId),
});
