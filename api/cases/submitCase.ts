import { body } from '../fields';
import { operation } from '../operation';
import { exampleApplication } from './application/example';
import { exampleCase } from './application/example-case';
import { fileCaseOf } from './application/file';
import { Application } from './application/schema';
import { CaseView } from './views/schema';

export const submitCase = operation({
  method: 'post',
  path: '/api/v1/cases',
  permission: 'case.submit',
  tag: '案件',
  summary: '提交申请',
  description:
    '一次提交一户的全部情况,得到案件号和回执。成员须有身份证号,或出生日期和性别。有成员已在未办结的同类案件中的,答复409并给出该案件号。',
  effect: 'command',
  status: 201,
  input: body({ application: Application }),
  output: CaseView,
  example: { input: { application: exampleApplication }, output: exampleCase },
  handler: (context, { body: { application } }) => fileCaseOf(context, application, 'application'),
});
