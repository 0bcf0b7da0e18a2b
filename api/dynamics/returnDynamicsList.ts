import { operation } from '../operation';
import { listParams } from './find';
import { stepInput, takeListStep } from './step';
import { exampleView, ListView } from './view';

export const returnDynamicsList = operation({
  method: 'post',
  path: '/api/v1/dynamics/{listId}/return',
  permission: 'dynamics.sign',
  tag: '动态管理',
  summary: '动态管理清单:退回清单',
  description: '退回经办人更正。',
  effect: 'change',
  params: listParams,
  input: stepInput,
  output: ListView,
  example: { params: { listId: exampleView.id }, input: { expectedVersion: 3 }, output: exampleView },
  handler: (context, { params: { listId }, body: { expectedVersion } }) =>
    takeListStep(context, listId, 'returnForWork', expectedVersion),
});
