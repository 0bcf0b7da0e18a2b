import { z } from 'zod';
import { kindNames } from '../../domain/exchange/kinds';
import { actorOf } from '../context';
import { choice, divisionCode, integerText } from '../fields';
import { operation } from '../operation';
import { paged, placeOf } from '../paging';
import { cursorField } from './find';
import { exampleItem, ExchangeItemView, itemView } from './item-view';

export const listExchangeWork = operation({
  method: 'get',
  path: '/api/v1/exchange/work',
  permission: 'exchange.read',
  tag: '数据交换',
  summary: '查看待更正的记录',
  description: '被对方退回和未能报送的,写明原因;更正后下一批再报。',
  effect: 'read',
  query: z.strictObject({
    division: divisionCode('地区').exactOptional(),
    kind: choice('内容', kindNames).exactOptional(),
    cursor: cursorField.exactOptional(),
    limit: integerText('每页条数', { min: 1, max: 200 }).default(50),
  }),
  output: z.object({ items: z.array(ExchangeItemView), next: z.string().nullable() }),
  example: { query: { division: '530581', limit: '50' }, output: { items: [exampleItem], next: null } },
  division: ({ query: { division } }) => division,
  handler: (context, { query: { division, kind, cursor, limit } }) =>
    context.scope(async (tx) => {
      const county = (division ?? actorOf(context).division).slice(0, 6);
      const rows = await tx.exchangeItem.findMany({
        where: {
          work: 'open',
          county: { startsWith: county },
          ...(kind ? { kind } : {}),
          ...(cursor === undefined ? {} : { recordNumber: { gt: String(placeOf(cursor, 1)[0]) } }),
        },
        orderBy: { recordNumber: 'asc' },
        take: limit + 1,
      });
      const { items, next } = paged(rows, limit, ({ recordNumber }) => [recordNumber]);
      return { items: items.map(itemView), next };
    }),
});
