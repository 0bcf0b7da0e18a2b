import { z } from 'zod';
import { actorOf } from '../context';
import { operation } from '../operation';
import { exampleView, listName, SavedView, savedView } from './view';

export const listSavedViews = operation({
  method: 'get',
  path: '/api/v1/saved-views',
  permission: 'savedView.own',
  tag: '案件',
  summary: '列出本人保存的筛选',
  effect: 'read',
  query: z.strictObject({ list: listName }),
  output: z.object({ views: z.array(SavedView) }),
  example: { query: { list: 'cases' }, output: { views: [exampleView] } },
  handler: (context, { query: { list } }) =>
    context.scope(async (tx) => {
      const rows = await tx.savedView.findMany({
        where: { staffId: actorOf(context).staffId, list },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      });
      return { views: rows.map(savedView) };
    }),
});
