import { operation } from '../operation';
import { listParams } from './find';
import { stepInput, takeListStep } from './step';
import { exampleView, ListView } from './view';

export const signDynamicsList = operation({
  method: 'post',
  path: '/api/v1/dynamics/{listId}/sign',
  permission: 'dynamics.sign',
  tag: '动态管理',
  summary: '动态管理清单:签字',
  description: '决定过其中事项的人不能签字;签字后不再改动。',
  effect: 'change',
  params: listParams,
  input: stepInput,
  output: ListView,
  example: { params: { listId: exampleView.id }, input: { expectedVersion: 3 }, output: exampleView },
  handler: (context, { params: { listId }, body: { expectedVersion } }) =>
    takeListStep(context, listId, 'sign', expectedVersion),
});
