import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { id } from '../fields';
import { operation } from '../operation';
import { exampleSnapshot, ExchangeSnapshotView, snapshotView } from './snapshot-view';

export const readExchangeSnapshot = operation({
  method: 'get',
  path: '/api/v1/exchange/snapshots/{snapshotId}',
  permission: 'exchange.read',
  tag: '数据交换',
  summary: '查看一次名单比对',
  effect: 'read',
  params: z.strictObject({ snapshotId: id('名单') }),
  output: ExchangeSnapshotView,
  example: { params: { snapshotId: exampleSnapshot.id }, output: exampleSnapshot },
  handler: (context, { params: { snapshotId } }) =>
    context.scope(async (tx) => {
      const row = await tx.exchangeSnapshot.findUnique({ where: { id: snapshotId } });
      if (!row) throw new AppError('notFound', '没有这份名单,或者还没有读完');
      return snapshotView(row);
    }),
});
