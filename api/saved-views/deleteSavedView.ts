import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { actorOf } from '../context';
import { id } from '../fields';
import { operation } from '../operation';
import { exampleView } from './view';

export const deleteSavedView = operation({
  method: 'delete',
  path: '/api/v1/saved-views/{viewId}',
  permission: 'savedView.own',
  tag: '案件',
  summary: '删除保存的筛选',
  effect: 'change',
  params: z.object({ viewId: id('筛选') }),
  output: z.object({ deleted: z.literal(true) }),
  example: { params: { viewId: exampleView.id }, output: { deleted: true } },
  handler: (context, { params: { viewId } }) =>
    context.scope(async (tx) => {
      const { count } = await tx.savedView.deleteMany({ where: { id: viewId, staffId: actorOf(context).staffId } });
      if (count === 0) throw new AppError('notFound', '没有找到这个筛选,可能已经删除');
      return { deleted: true as const };
    }),
});
