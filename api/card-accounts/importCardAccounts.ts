import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { keepImport, knownImport, lockBatches, type ImportWithRows } from '../../store/card-accounts/imports';
import { readSheet } from '../../store/exchange/read-sheet';
import { usualTableLimits } from '../../store/workbooks/limits';
import { actorOf, type Context } from '../context';
import type { Tx } from '../deps';
import { text } from '../fields';
import { operation } from '../operation';
import {
  CardAccountImportRowView,
  CardAccountImportView,
  exampleImport,
  exampleImportRows,
  importRowView,
  importViews,
} from './import-view';
import { takeAccountFile } from './take-file';

const answer = async (tx: Tx, { rows, ...found }: ImportWithRows, again: boolean) => ({
  ...(await importViews(tx, [found]))[0]!,
  again,
  lines: rows.map(importRowView),
});

/** Lines of one file with its header: each is a household that is held until the whole is written. */
const MOST_ROWS = 301;

const take = async (context: Context, tx: Tx, bytes: Buffer, fileName: string) => {
  const { division: office, staffId: takenBy } = actorOf(context);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await lockBatches(tx, office);
  const before = await knownImport(tx, office, sha256);
  if (before) return answer(tx, before, true);
  const limits = { ...usualTableLimits, ...context.tableLimits, rows: MOST_ROWS };
  const lines = await takeAccountFile(context, tx, await readSheet(bytes, limits));
  const made = { id: randomUUID(), office, fileName, sha256, takenBy, takenAt: context.now() };
  context.audit.detail('importId', made.id);
  return answer(tx, await keepImport(tx, made, lines), false);
};

// @clause 三(一) accounts by the file: each still looked at by a second person, what became of each row kept
export const importCardAccounts = operation({
  method: 'post',
  path: '/api/v1/card-accounts/imports',
  permission: 'cardAccount.propose',
  tag: '发放账户',
  summary: '成批登记发放账户',
  description:
    '请求体是 CSV 或 XLSX 文件(UTF-8 或 GBK,至多300行)。表头:案件编号或申请人身份证号、开户银行、卡号、户名、银行卡影像(本案材料的名称)、代领协议(不在成员名下的)。逐行登记,每个账户仍由另一人复核;有错误的行逐行告知,其余照常登记。文件不保存,卡号加密,逐行结果留存备查;同一文件再次导入,答复与第一次相同,更正后的行请另存为新文件再导入。',
  effect: 'change',
  status: 201,
  accepts: 'bytes',
  query: z.strictObject({ name: text('文件名', { max: 200 }).exactOptional() }),
  output: CardAccountImportView.extend({
    again: z.boolean().meta({ description: '这个文件以前已经导入过,以下是当时的结果' }),
    lines: z.array(CardAccountImportRowView),
  }),
  example: {
    query: { name: exampleImport.fileName },
    output: { ...exampleImport, again: false, lines: exampleImportRows },
  },
  handler: (context, { query: { name = '发放账户' }, bytes = Buffer.alloc(0) }) =>
    context.scope((tx) => take(context, tx, bytes, name)),
});
