import { operation } from '../operation';
import { listParams, listView } from './find';
import { exampleView, ListView } from './view';

export const readDynamicsList = operation({
  method: 'get',
  path: '/api/v1/dynamics/{listId}',
  permission: 'dynamics.read',
  tag: '动态管理',
  summary: '查看一份动态管理清单',
  effect: 'read',
  params: listParams,
  output: ListView,
  example: { params: { listId: exampleView.id }, output: exampleView },
  handler: (context, { params: { listId } }) => context.scope((tx) => listView(context, tx, listId)),
});
