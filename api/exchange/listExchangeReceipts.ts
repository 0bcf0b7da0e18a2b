import { z } from 'zod';
import { actorOf } from '../context';
import { divisionCode, id, integerText } from '../fields';
import { operation } from '../operation';
import { paged, placeOf } from '../paging';
import { cursorField } from './find';
import { exampleReceipt, ExchangeReceiptView, receiptView } from './receipt-view';

export const listExchangeReceipts = operation({
  method: 'get',
  path: '/api/v1/exchange/receipts',
  permission: 'exchange.read',
  tag: '数据交换',
  summary: '查看回执',
  description: '导入的文件、逐条登记和回填的回执,新的在前。',
  effect: 'read',
  query: z.strictObject({
    division: divisionCode('地区').exactOptional(),
    packageId: id('批次').exactOptional(),
    cursor: cursorField.exactOptional(),
    limit: integerText('每页条数', { min: 1, max: 200 }).default(50),
  }),
  output: z.object({ items: z.array(ExchangeReceiptView), next: z.string().nullable() }),
  example: { query: { division: '530581', limit: '50' }, output: { items: [exampleReceipt], next: null } },
  division: ({ query: { division } }) => division,
  async handler(context, { query: { division, packageId, cursor, limit } }) {
    const place = cursor === undefined ? undefined : placeOf(cursor, 2);
    const before = new Date(String(place?.[0] ?? ''));
    const rows = await context.scope((tx) =>
      tx.exchangeReceipt.findMany({
        where: {
          county: { startsWith: (division ?? actorOf(context).division).slice(0, 6) },
          ...(packageId ? { packageId } : {}),
          ...(place
            ? { OR: [{ receivedAt: { lt: before } }, { receivedAt: before, id: { lt: String(place[1]) } }] }
            : {}),
        },
        include: { package: true },
        orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
        take: limit + 1,
      }),
    );
    const { items, next } = paged(rows, limit, (row) => [row.receivedAt.toISOString(), row.id]);
    return { items: items.map(receiptView), next };
  },
});
