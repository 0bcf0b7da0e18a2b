import { createHash } from 'node:crypto';
import { z } from 'zod';
import { civilDateAt } from '../../domain/civil-date';
import { AppError } from '../../domain/errors';
import { readReceipt, receiptLayoutOf } from '../../domain/exchange/receipt';
import { readSheet } from '../../store/exchange/read-sheet';
import { lockPackage, takeReceipt } from '../../store/exchange/receipts';
import { actorOf, type Context } from '../context';
import { text } from '../fields';
import { operation } from '../operation';
import { findPackage, packageParams } from './find';
import { exampleReceipt, ExchangeReceiptView, receiptView } from './receipt-view';

/** A file that is kept only when what it says is. */
const kept = async <Result>(context: Context, bytes: Buffer, work: (storageKey: string) => Promise<Result>) => {
  const { storageKey } = await context.files.put(bytes, 'application/octet-stream');
  try {
    return await work(storageKey);
  } catch (error) {
    await context.files.remove(storageKey);
    throw error;
  }
};

export const importExchangeReceipt = operation({
  method: 'post',
  path: '/api/v1/exchange/packages/{packageId}/receipts',
  permission: 'exchange.send',
  tag: '数据交换',
  summary: '导入回执文件',
  description:
    '请求体就是回执文件本身(CSV,UTF-8 或 GBK;或 XLSX)。按记录编号逐行登记:部分、重复、未知、矛盾和有误的行都如实列出。同一文件再次导入不改变任何内容。',
  effect: 'change',
  accepts: 'bytes',
  params: packageParams,
  query: z.strictObject({ name: text('文件名', { max: 200 }).exactOptional() }),
  output: ExchangeReceiptView,
  example: {
    params: { packageId: exampleReceipt.packageId },
    query: { name: exampleReceipt.name },
    output: exampleReceipt,
  },
  async handler(context, { params: { packageId }, query: { name = '回执' }, bytes = Buffer.alloc(0) }) {
    const sheet = await readSheet(bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const at = context.now();
    return context.scope(async (tx) => {
      const found = await findPackage(tx, packageId);
      if (found.state !== 'ready') throw new AppError('actionNotAllowed', '这一批还没有生成,不能登记回执');
      await lockPackage(tx, packageId);
      const known = { where: { packageId, sha256 }, include: { package: true } };
      const before = await tx.exchangeReceipt.findFirst(known);
      if (before) return receiptView(before);
      const parameters = await context.rulebook.parameters(tx);
      const where = { on: civilDateAt(at.getTime()), division: found.county };
      const lines = readReceipt(sheet, receiptLayoutOf(parameters, where));
      await kept(context, bytes, (storageKey) =>
        takeReceipt(tx, found, lines, {
          source: 'file',
          name,
          sha256,
          storageKey,
          at,
          by: actorOf(context).staffId,
        }),
      );
      const row = await tx.exchangeReceipt.findFirstOrThrow(known);
      context.audit.detail('receiptId', row.id);
      return receiptView(row);
    });
  },
});
