import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { outcomeNames } from '../../domain/exchange/apply';
import { choice, id, integerText } from '../fields';
import { operation } from '../operation';
import { paged, placeOf } from '../paging';
import { cursorField } from './find';
import {
  exampleReceipt,
  exampleReceiptRow,
  ExchangeReceiptRowView,
  ExchangeReceiptView,
  receiptRowView,
  receiptView,
} from './receipt-view';

export const readExchangeReceipt = operation({
  method: 'get',
  path: '/api/v1/exchange/receipts/{receiptId}',
  permission: 'exchange.read',
  tag: '数据交换',
  summary: '查看回执的逐行结果',
  effect: 'read',
  params: z.strictObject({ receiptId: id('回执') }),
  query: z.strictObject({
    outcome: choice('结果', outcomeNames).exactOptional(),
    cursor: cursorField.exactOptional(),
    limit: integerText('每页条数', { min: 1, max: 200 }).default(100),
  }),
  output: z.object({
    receipt: ExchangeReceiptView,
    rows: z.array(ExchangeReceiptRowView),
    next: z.string().nullable(),
  }),
  example: {
    params: { receiptId: exampleReceipt.id },
    query: { limit: '100' },
    output: { receipt: exampleReceipt, rows: [exampleReceiptRow], next: null },
  },
  handler: (context, { params: { receiptId }, query: { outcome, cursor, limit } }) =>
    context.scope(async (tx) => {
      const receipt = await tx.exchangeReceipt.findUnique({ where: { id: receiptId }, include: { package: true } });
      if (!receipt) throw new AppError('notFound', '没有这份回执,或者不在您的辖区内');
      const after = cursor === undefined ? 0 : Number(placeOf(cursor, 1)[0]);
      const rows = await tx.exchangeReceiptRow.findMany({
        where: { receiptId, line: { gt: after }, ...(outcome ? { outcome } : {}) },
        orderBy: { line: 'asc' },
        take: limit + 1,
      });
      const { items, next } = paged(rows, limit, ({ line }) => [line]);
      return { receipt: receiptView(receipt), rows: items.map(receiptRowView), next };
    }),
});
