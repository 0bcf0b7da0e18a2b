import { operation } from '../operation';
import { listParams } from './find';
import { stepInput, takeListStep } from './step';
import { exampleView, ListView } from './view';

export const submitDynamicsList = operation({
  method: 'post',
  path: '/api/v1/dynamics/{listId}/submit',
  permission: 'dynamics.work',
  tag: '动态管理',
  summary: '动态管理清单:提交清单',
  description: '全部决定后提交,等待另一人签字。',
  effect: 'change',
  params: listParams,
  input: stepInput,
  output: ListView,
  example: { params: { listId: exampleView.id }, input: { expectedVersion: 3 }, output: exampleView },
  handler: (context, { params: { listId }, body: { expectedVersion } }) =>
    takeListStep(context, listId, 'submit', expectedVersion),
});
