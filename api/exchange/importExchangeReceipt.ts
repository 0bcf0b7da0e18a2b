import { z } from 'zod';
import { civilDateAt } from '../../domain/civil-date';
import { AppError } from '../../domain/errors';
import { text } from '../fields';
import { operation } from '../operation';
import { findPackage, packageParams } from './find';
import { keepFile } from './take-file';
import { exampleFile, ExchangeFileView, takenFileViews } from './taken-file-view';

export const importExchangeReceipt = operation({
  method: 'post',
  path: '/api/v1/exchange/packages/{packageId}/receipts',
  permission: 'exchange.send',
  tag: '数据交换',
  summary: '导入回执文件',
  description:
    '请求体就是回执文件本身(CSV,UTF-8 或 GBK;或 XLSX)。至多20MB。收下即返回,由后台读取并按记录编号逐行登记:部分、重复、未知、矛盾和有误的行都如实列出。读不了的文件整份不登记,原因见“查看收下的文件”;同一文件再次导入不改变任何内容。',
  effect: 'change',
  status: 202,
  accepts: 'bytes',
  params: packageParams,
  query: z.strictObject({ name: text('文件名', { max: 200 }).exactOptional() }),
  output: ExchangeFileView,
  example: {
    params: { packageId: exampleFile.packageId ?? '' },
    query: { name: exampleFile.name },
    output: exampleFile,
  },
  async handler(context, { params: { packageId }, query: { name = '回执' }, bytes = Buffer.alloc(0) }) {
    const onDate = civilDateAt(context.now().getTime());
    return context.scope(async (tx) => {
      const { county, office, kind, state } = await findPackage(tx, packageId);
      if (state !== 'ready') throw new AppError('actionNotAllowed', '这一批还没有生成,不能登记回执');
      const file = { what: 'receipt', packageId, county, office, kind, onDate, name };
      return (await takenFileViews(tx, [await keepFile(context, tx, bytes, file)]))[0]!;
    });
  },
});
