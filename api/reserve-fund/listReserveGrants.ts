import { z } from 'zod';
import { integerText } from '../fields';
import { operation } from '../operation';
import { paged, placeOf } from '../paging';
import { exampleFund, exampleGrant } from './examples';
import { fundParams, getFund } from './find';
import { grantView, ReserveGrantView } from './views';

const LIMIT = 50;

export const listReserveGrants = operation({
  method: 'get',
  path: '/api/v1/reserve-funds/{fundId}/grants',
  permission: 'reserveFund.read',
  tag: '备用金',
  summary: '查看备用金救助',
  description: '姓名部分隐去,新的在前。',
  effect: 'read',
  params: fundParams,
  query: z.strictObject({
    cursor: z.string().max(300, 'cursor 不对').meta({ description: '上一页的 next' }).exactOptional(),
    limit: integerText('每页数量', { min: 1, max: 200 }).exactOptional(),
  }),
  output: z.object({ items: z.array(ReserveGrantView), next: z.string().nullable() }),
  example: { params: { fundId: exampleFund.id }, query: {}, output: { items: [exampleGrant], next: null } },
  async handler(context, { params: { fundId }, query: { cursor, limit = LIMIT } }) {
    const [day, id] = cursor === undefined ? [] : placeOf(cursor, 2).map(String);
    const after =
      day === undefined || id === undefined ? {} : { OR: [{ givenOn: { lt: day } }, { givenOn: day, id: { lt: id } }] };
    return context.scope(async (tx) => {
      await getFund(tx, fundId);
      const rows = await tx.reserveGrant.findMany({
        where: { fundId, ...after },
        orderBy: [{ givenOn: 'desc' }, { id: 'desc' }],
        take: limit + 1,
      });
      const { items, next } = paged(rows, limit, (row) => [row.givenOn, row.id]);
      return { items: items.map(grantView), next };
    });
  },
});
