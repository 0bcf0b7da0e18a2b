import { z } from 'zod';
import { actorOf } from '../context';
import { operation } from '../operation';
import { exampleRun } from '../payments/run-view';
import { runParams } from '../payments/takePaymentAction';
import { exampleFile, FILES, fileView, PaymentFileView, type FileRow } from './file-view';

export const listPaymentFiles = operation({
  method: 'get',
  path: '/api/v1/payment-runs/{runId}/files',
  permission: 'payment.read',
  tag: '发放文件',
  summary: '查看一批的发放文件',
  description: '按银行分开的文件及其笔数、金额、校验值和现在的回盘情况。文件载有全县姓名和卡号,乡镇看不到。',
  effect: 'none',
  params: runParams,
  output: z.object({ files: z.array(PaymentFileView) }),
  example: { params: { runId: exampleRun.id }, output: { files: [exampleFile] } },
  handler: (context, { params: { runId } }) =>
    context.store.withScopedClient(actorOf(context), async (client) => {
      const { rows } = await client.query<FileRow>(FILES, [runId]);
      return { files: rows.map(fileView) };
    }),
});
