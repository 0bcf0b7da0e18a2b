import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { kinds, type Kind } from '../../domain/exchange/kinds';
import { choice } from '../fields';
import { operation } from '../operation';
import { download } from './file-answer';
import { findPackage, packageParams } from './find';
import { examplePackage, numberOf } from './package-view';

export const downloadExchangePackage = operation({
  method: 'get',
  path: '/api/v1/exchange/packages/{packageId}/content',
  permission: 'exchange.open',
  tag: '数据交换',
  summary: '下载报送文件',
  description: 'CSV(UTF-8,带标记)或 XLSX,含完整的证件号码;每次下载字节相同,都记入审计。',
  effect: 'read',
  answers: '*/*',
  params: packageParams,
  query: z.strictObject({ format: choice('格式', ['csv', 'xlsx']) }),
  output: z.unknown(),
  example: { params: { packageId: examplePackage.id }, query: { format: 'csv' } },
  async handler(context, { params: { packageId }, query: { format } }) {
    const { row, persons } = await context.scope(async (tx) => {
      const found = await findPackage(tx, packageId);
      const items = await tx.exchangeItem.findMany({
        where: { packageId, state: { not: 'leftOut' }, personId: { not: null } },
        select: { personId: true },
      });
      return { row: found, persons: items.flatMap(({ personId }) => personId ?? []) };
    });
    const [key, sha256] = format === 'csv' ? [row.csvKey, row.csvSha256] : [row.xlsxKey, row.xlsxSha256];
    if (row.state === 'building') throw new AppError('actionNotAllowed', '文件正在生成,请稍后再下载');
    if (!key) throw new AppError('actionNotAllowed', row.reason ?? '这一批没有需要报送的内容,没有文件');
    const bytes = await context.files.get(key);
    if (createHash('sha256').update(bytes).digest('hex') !== sha256)
      throw new AppError('dataDamaged', '文件与生成时的校验值不一致,请联系管理员从备份恢复');
    context.audit.persons(persons);
    context.audit.detail('packageId', packageId);
    context.audit.detail('format', format);
    context.audit.detail('rows', row.count);
    return download(bytes, `${kinds[row.kind as Kind].label}${numberOf(row) ?? ''}`, format);
  },
});
