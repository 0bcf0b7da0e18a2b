import { z } from 'zod';
import { formatOf } from '../../domain/payment-files/formats';
import { AppError } from '../../domain/errors';
import { id } from '../fields';
import { answer } from '../http/answer';
import { operation } from '../operation';
import { exampleFile } from './file-view';

const mimes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  txt: 'text/plain',
} as const;

export const readPaymentFile = operation({
  method: 'get',
  path: '/api/v1/payment-files/{fileId}/content',
  permission: 'payment.download',
  tag: '发放文件',
  summary: '下载发放文件',
  description: '文件本身,含完整卡号;每次下载逐字节相同,都记入审计。',
  effect: 'read',
  params: z.strictObject({ fileId: id('发放文件') }),
  answers: '*/*',
  output: z.unknown(),
  example: { params: { fileId: exampleFile.id } },
  async handler(context, { params: { fileId } }) {
    const file = await context.scope((tx) => tx.paymentFile.findUnique({ where: { id: fileId } }));
    if (!file) throw new AppError('notFound', '没有找到这个发放文件,或者不在您的辖区内');
    const bytes = await context.files.get(file.storageKey);
    context.audit.detail('fileId', fileId);
    context.audit.detail('runId', file.runId);
    context.audit.detail('lines', file.lines);
    const { extension } = formatOf(file.format);
    return answer<unknown>(bytes, {
      headers: {
        'Content-Type': mimes[extension],
        'Content-Disposition': `attachment; filename="payment.${extension}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'X-Sha256': file.sha256,
      },
    });
  },
});
