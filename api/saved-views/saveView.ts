import { AppError } from '../../domain/errors';
import { newId } from '../../store/uuid';
import { actorOf } from '../context';
import { body, text } from '../fields';
import { operation } from '../operation';
import { exampleView, listName, MOST_VIEWS, savedColumns, savedFilters, SavedView, savedView } from './view';

const NAME_MAX = 40;

export const saveView = operation({
  method: 'post',
  path: '/api/v1/saved-views',
  permission: 'savedView.own',
  tag: '案件',
  summary: '保存筛选',
  description: '只有本人能看到。同一列表中同名的被新的代替。',
  effect: 'change',
  status: 201,
  input: body({
    list: listName,
    name: text('名称', { max: NAME_MAX }),
    filters: savedFilters,
    columns: savedColumns,
  }),
  output: SavedView,
  example: {
    input: { list: 'cases', name: exampleView.name, filters: exampleView.filters, columns: [] },
    output: exampleView,
  },
  handler: (context, { body: { list, name, filters, columns } }) =>
    context.scope(async (tx) => {
      const { staffId } = actorOf(context);
      const at = context.now();
      const others = await tx.savedView.count({ where: { staffId, list, name: { not: name } } });
      if (others >= MOST_VIEWS) throw new AppError('tooManyViews', `最多保存${MOST_VIEWS}个筛选,请先删除不用的`);
      const row = await tx.savedView.upsert({
        where: { staffId_list_name: { staffId, list, name } },
        create: { id: newId(), staffId, list, name, filters, columns, createdAt: at, updatedAt: at },
        update: { filters, columns, updatedAt: at },
      });
      return savedView(row);
    }),
});
