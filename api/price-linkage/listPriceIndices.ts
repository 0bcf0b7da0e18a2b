import { z } from 'zod';
import { actorOf } from '../context';
import { choice } from '../fields';
import { operation } from '../operation';
import { states } from '../rulebook/entries';
import { exampleIndex, indexView, PriceIndexView } from './index-view';

export const listPriceIndices = operation({
  method: 'get',
  path: '/api/v1/price-linkage/indices',
  permission: 'priceLinkage.read',
  tag: '物价联动',
  summary: '查看价格指数',
  description: '本辖区及其上级的价格指数和复核情况,新的月份在前,至多500条。',
  effect: 'read',
  query: z.strictObject({ state: choice('状态', states).exactOptional() }),
  output: z.object({ indices: z.array(PriceIndexView) }),
  example: { query: { state: 'proposed' }, output: { indices: [exampleIndex] } },
  async handler(context, { query: { state } }) {
    const { division } = actorOf(context);
    const above = [2, 4].map((digits) => division.slice(0, digits));
    const rows = await context.scope((tx) =>
      tx.priceIndex.findMany({
        where: {
          OR: [{ division: { startsWith: division } }, { division: { in: above } }],
          ...(state ? { state } : {}),
        },
        orderBy: [{ month: 'desc' }, { division: 'asc' }, { createdAt: 'desc' }, { id: 'asc' }],
        take: 500,
      }),
    );
    return { indices: rows.map(indexView) };
  },
});
