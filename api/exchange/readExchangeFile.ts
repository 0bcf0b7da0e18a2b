import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { id } from '../fields';
import { operation } from '../operation';
import { exampleFile, ExchangeFileView, takenFileViews } from './taken-file-view';

export const readExchangeFile = operation({
  method: 'get',
  path: '/api/v1/exchange/files/{fileId}',
  permission: 'exchange.read',
  tag: '数据交换',
  summary: '查看收下的文件读到哪里',
  description: '读完后,回执或名单以同一编号查看;读取失败的写明原因和行号,更正后重新导入。',
  effect: 'read',
  params: z.strictObject({ fileId: id('文件') }),
  output: ExchangeFileView,
  example: { params: { fileId: exampleFile.id }, output: exampleFile },
  handler: (context, { params: { fileId } }) =>
    context.scope(async (tx) => {
      const row = await tx.exchangeFile.findUnique({ where: { id: fileId } });
      if (!row) throw new AppError('notFound', '没有这个文件,或者不在您的辖区内');
      return (await takenFileViews(tx, [row]))[0]!;
    }),
});
