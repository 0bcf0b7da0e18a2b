import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { accountColumns, type AccountColumn } from '../../domain/payments/account-file';
import type { CardAccountImportRow } from '../../generated/prisma/client';
import { csvBytes, xlsxBytes } from '../../store/exchange/write-sheet';
import { download } from '../exchange/file-answer';
import { choice } from '../fields';
import { operation } from '../operation';
import { cellsOf, exampleImport, findImport, importParams, notOfRelatives } from './import-view';

const columns = Object.keys(accountColumns) as AccountColumn[];
const HEAD = ['原文件行号', ...Object.values(accountColumns), '没有登记的原因'];

const reason = ({ field, message }: CardAccountImportRow): string => (field ? `${field}:${message}` : message);

/** One row for each line of the file, with all that is wrong with it. */
const linesOf = (rows: readonly CardAccountImportRow[]): readonly (readonly string[])[] => {
  const lines = new Map<number, CardAccountImportRow[]>();
  for (const row of rows) lines.set(row.line, [...(lines.get(row.line) ?? []), row]);
  return [...lines].map(([line, found]) => [
    String(line),
    ...columns.map((column) => cellsOf(found[0]!)[column] ?? ''),
    found.map(reason).join(';'),
  ]);
};

export const downloadRefusedAccounts = operation({
  method: 'get',
  path: '/api/v1/card-accounts/imports/{importId}/refused',
  permission: 'cardAccount.imports',
  tag: '发放账户',
  summary: '下载没有登记的行',
  description: 'CSV(UTF-8,带标记)或 XLSX,逐行写明原因。卡号只有末四位,身份证号部分隐去,须照银行卡重新填写。',
  effect: 'read',
  answers: '*/*',
  params: importParams,
  query: z.strictObject({ format: choice('格式', ['csv', 'xlsx']) }),
  output: z.unknown(),
  example: { params: { importId: exampleImport.id }, query: { format: 'xlsx' } },
  async handler(context, { params: { importId }, query: { format } }) {
    const { found, lines } = await context.scope(async (tx) => {
      const where = { importId, outcome: 'error', ...(await notOfRelatives(context, tx)) };
      return {
        found: await findImport(tx, importId),
        lines: linesOf(await tx.cardAccountImportRow.findMany({ where, orderBy: { place: 'asc' } })),
      };
    });
    if (lines.length === 0) throw new AppError('actionNotAllowed', '这次导入没有退回的行,不必下载');
    const sheet = { title: '没有登记的行', head: HEAD, rows: lines };
    context.audit.detail('importId', importId);
    context.audit.detail('rows', lines.length);
    const bytes = format === 'csv' ? csvBytes(sheet) : await xlsxBytes(sheet, found.takenAt);
    return download(bytes, `${found.fileName.replace(/\.\w+$/, '')}没有登记的行`, format);
  },
});
