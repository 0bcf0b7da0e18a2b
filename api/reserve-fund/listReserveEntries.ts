import { z } from 'zod';
import { integerText } from '../fields';
import { operation } from '../operation';
import { paged, placeOf } from '../paging';
import { exampleFund, exampleEntry } from './examples';
import { fundParams, getFund } from './find';
import { entryView, ReserveEntryView } from './views';

const LIMIT = 50;

export const listReserveEntries = operation({
  method: 'get',
  path: '/api/v1/reserve-funds/{fundId}/entries',
  permission: 'reserveFund.read',
  tag: '备用金',
  summary: '查看备用金账目',
  description: '收入为正、支出为负,带每笔之后的余额,新的在前。',
  effect: 'read',
  params: fundParams,
  query: z.strictObject({
    cursor: z.string().max(300, 'cursor 不对').meta({ description: '上一页的 next' }).exactOptional(),
    limit: integerText('每页数量', { min: 1, max: 200 }).exactOptional(),
  }),
  output: z.object({ items: z.array(ReserveEntryView), next: z.string().nullable() }),
  example: { params: { fundId: exampleFund.id }, query: {}, output: { items: [exampleEntry], next: null } },
  async handler(context, { params: { fundId }, query: { cursor, limit = LIMIT } }) {
    const after = cursor === undefined ? {} : { id: { lt: BigInt(String(placeOf(cursor, 1)[0])) } };
    return context.scope(async (tx) => {
      await getFund(tx, fundId);
      const rows = await tx.reserveEntry.findMany({
        where: { fundId, ...after },
        orderBy: { id: 'desc' },
        take: limit + 1,
      });
      const { items, next } = paged(rows, limit, ({ id }) => [id.toString()]);
      return { items: items.map(entryView), next };
    });
  },
});
