import { z } from 'zod';
import { operation } from '../operation';
import { Colleague, colleaguesOf, exampleColleague } from './colleagues';

export const listColleagues = operation({
  method: 'get',
  path: '/api/v1/colleagues',
  permission: 'session.own',
  tag: '人员',
  summary: '列出本县同事',
  description: '本县(本人任职所在县)现任办案岗位的人员,供填写调查人员、指定经办人时选择。只有姓名和任职。',
  effect: 'read',
  output: z.object({ colleagues: z.array(Colleague) }),
  example: { output: { colleagues: [exampleColleague] } },
  handler: (context) => context.scope(async (tx) => ({ colleagues: await colleaguesOf(context, tx) })),
});
