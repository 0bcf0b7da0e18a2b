import { z } from 'zod';
import { importReturn } from '../../store/payment-files/import-return';
import { actorOf } from '../context';
import { text } from '../fields';
import { operation } from '../operation';
import { exampleRun } from '../payments/run-view';
import { runParams } from '../payments/takePaymentAction';
import { exampleReturn, PaymentReturnView, RETURNS, returnView, type ReturnRow } from './return-view';

export const importPaymentReturn = operation({
  method: 'post',
  path: '/api/v1/payment-runs/{runId}/returns',
  permission: 'payment.returns',
  tag: '发放文件',
  summary: '导入回盘文件',
  description:
    '请求体就是回盘文件本身(XLSX、CSV 或定长文本,UTF-8 或 GBK,至多20MB)。可分次、不按顺序导入;同一文件再次导入不改变任何结果。认不出的、金额不符的、与已有结果相反的逐行列出,其余照常入账。',
  effect: 'command',
  status: 201,
  accepts: 'bytes',
  params: runParams,
  query: z.strictObject({ name: text('文件名', { max: 200 }).exactOptional() }),
  output: PaymentReturnView.extend({ again: z.boolean().meta({ description: '这个文件以前已经导入过' }) }),
  example: {
    params: { runId: exampleRun.id },
    query: { name: exampleReturn.name },
    output: { ...exampleReturn, again: false },
  },
  handler(context, { params: { runId }, query: { name = '回盘文件' }, bytes }) {
    const actor = actorOf(context);
    context.audit.detail('runId', runId);
    return context.store.withScopedClient(actor, async (client) => {
      const file = { name, bytes: bytes ?? Buffer.alloc(0), limits: context.tableLimits };
      const { returnId, again } = await importReturn(client, context.files, runId, file, actor, context.now());
      context.audit.detail('returnId', returnId);
      const { rows } = await client.query<ReturnRow>(`${RETURNS} where r.id = $1`, [returnId]);
      return { ...returnView(rows[0]!), again };
    });
  },
});
