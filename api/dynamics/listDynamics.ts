import { z } from 'zod';
import { civilDateAt, isCivilMonth } from '../../domain/civil-date';
import { divisionCode, integerText, text } from '../fields';
import { operation } from '../operation';
import { paged, placeOf } from '../paging';
import { exampleList, ListSummary, summaryView } from './view';

const LIMIT = 50;

export const listDynamics = operation({
  method: 'get',
  path: '/api/v1/dynamics',
  permission: 'dynamics.read',
  tag: '动态管理',
  summary: '查看月度动态管理清单',
  description:
    '辖区各乡镇每月的清单:下月谁满16、18、60周岁,谁毕业离校,哪些证明或协议到期,谁渐退期满、复核到期。新的月份在前。',
  effect: 'read',
  query: z.strictObject({
    month: text('月份').refine(isCivilMonth, '月份应为年-月,例如 2022-09').exactOptional(),
    division: divisionCode().exactOptional(),
    cursor: z.string().max(300, 'cursor 不对').meta({ description: '上一页的 next' }).exactOptional(),
    limit: integerText('每页数量', { min: 1, max: 100 }).exactOptional(),
  }),
  output: z.object({ items: z.array(ListSummary), next: z.string().nullable() }),
  example: { query: { division: '530581', month: '2022-09' }, output: { items: [exampleList], next: null } },
  division: ({ query: { division } }) => division,
  async handler(context, { query: { month, division, cursor, limit = LIMIT } }) {
    const [of, township] = cursor === undefined ? [] : (placeOf(cursor, 2) as [string, string]);
    const after = of === undefined ? {} : { OR: [{ month: { lt: of } }, { month: of, township: { gt: township! } }] };
    const today = civilDateAt(context.now().getTime());
    return context.scope(async (tx) => {
      const rows = await tx.dynamicsList.findMany({
        where: { AND: [after, month ? { month } : {}, division ? { township: { startsWith: division } } : {}] },
        orderBy: [{ month: 'desc' }, { township: 'asc' }],
        take: limit + 1,
      });
      const counts = await tx.dynamicsItem.groupBy({
        by: ['listId', 'decision'],
        where: { listId: { in: rows.map(({ id }) => id) } },
        _count: true,
      });
      const sum = (listId: string, undecided: boolean): number =>
        counts
          .filter((one) => one.listId === listId && (!undecided || one.decision === null))
          .reduce((whole, { _count }) => whole + _count, 0);
      const { items, next } = paged(rows, limit, (row) => [row.month, row.township]);
      return {
        items: items.map((row) => summaryView(row, { items: sum(row.id, false), undecided: sum(row.id, true) }, today)),
        next,
      };
    });
  },
});
