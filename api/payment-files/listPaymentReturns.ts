import { z } from 'zod';
import { actorOf } from '../context';
import { operation } from '../operation';
import { exampleRun } from '../payments/run-view';
import { runParams } from '../payments/takePaymentAction';
import { exampleReturn, PaymentReturnView, RETURNS, returnView, type ReturnRow } from './return-view';

export const listPaymentReturns = operation({
  method: 'get',
  path: '/api/v1/payment-runs/{runId}/returns',
  permission: 'payment.read',
  tag: '发放文件',
  summary: '查看一批的回盘文件',
  description: '新的在前,每个文件逐行的去向合计。',
  effect: 'none',
  params: runParams,
  output: z.object({ returns: z.array(PaymentReturnView) }),
  example: { params: { runId: exampleRun.id }, output: { returns: [exampleReturn] } },
  handler: (context, { params: { runId } }) =>
    context.store.withScopedClient(actorOf(context), async (client) => {
      const { rows } = await client.query<ReturnRow>(
        `${RETURNS} where r.run_id = $1 order by r.received_at desc, r.id`,
        [runId],
      );
      return { returns: rows.map(returnView) };
    }),
});
