import { z } from 'zod';
import { itemStates, type ItemState } from '../../domain/exchange/kinds';
import { choice, integerText } from '../fields';
import { operation } from '../operation';
import { paged, placeOf } from '../paging';
import { cursorField, findPackage, packageParams } from './find';
import { exampleItem, ExchangeItemView, itemView } from './item-view';

const states = Object.keys(itemStates) as [ItemState, ...ItemState[]];

export const listExchangeItems = operation({
  method: 'get',
  path: '/api/v1/exchange/packages/{packageId}/items',
  permission: 'exchange.read',
  tag: '数据交换',
  summary: '查看批次的明细',
  description: '按行排列,姓名部分隐去。',
  effect: 'read',
  params: packageParams,
  query: z.strictObject({
    state: choice('情况', states).exactOptional(),
    cursor: cursorField.exactOptional(),
    limit: integerText('每页条数', { min: 1, max: 200 }).default(50),
  }),
  output: z.object({ items: z.array(ExchangeItemView), next: z.string().nullable() }),
  example: {
    params: { packageId: exampleItem.packageId },
    query: { state: 'rejected', limit: '50' },
    output: { items: [exampleItem], next: null },
  },
  handler: (context, { params: { packageId }, query: { state, cursor, limit } }) =>
    context.scope(async (tx) => {
      await findPackage(tx, packageId);
      const after = cursor === undefined ? 0 : Number(placeOf(cursor, 1)[0]);
      const rows = await tx.exchangeItem.findMany({
        where: { packageId, row: { gt: after }, ...(state ? { state } : {}) },
        orderBy: { row: 'asc' },
        take: limit + 1,
      });
      const { items, next } = paged(rows, limit, ({ row }) => [row]);
      return { items: items.map(itemView), next };
    }),
});
