import { z } from 'zod';
import { readSheet } from '../../store/exchange/read-sheet';
import { operation } from '../operation';
import { takeAccountFile } from './take-file';

const outcomes = ['kept', 'repeated', 'error'] as const;

// @clause 三(一) accounts by the file: each still looked at by a second person
export const importCardAccounts = operation({
  method: 'post',
  path: '/api/v1/card-accounts/imports',
  permission: 'cardAccount.propose',
  tag: '发放账户',
  summary: '成批登记发放账户',
  description:
    '请求体是 CSV 或 XLSX 文件(UTF-8 或 GBK,至多300行)。表头:案件编号或申请人身份证号、开户银行、卡号、户名、银行卡影像(本案材料的名称)、代领协议(不在成员名下的)。逐行登记,每个账户仍由另一人复核;有错误的行逐行告知,其余照常登记;同一文件再次导入不重复登记。文件不保存,卡号加密。',
  effect: 'change',
  status: 201,
  accepts: 'bytes',
  output: z
    .object({
      kept: z.int(),
      repeated: z.int(),
      failed: z.int().meta({ description: '有错误的行数' }),
      lines: z.array(
        z.object({
          line: z.int().meta({ description: '文件中的行号' }),
          outcome: z.enum(outcomes),
          field: z.string().meta({ description: '有错误的列' }),
          message: z.string(),
        }),
      ),
    })
    .meta({ id: 'CardAccountImport' }),
  example: {
    output: {
      kept: 1,
      repeated: 0,
      failed: 1,
      lines: [
        { line: 2, outcome: 'kept', field: '', message: '已登记,待另一人复核' },
        { line: 3, outcome: 'error', field: '卡号', message: '卡号校验位不对,请对照银行卡逐位核对' },
      ],
    },
  },
  async handler(context, { bytes = Buffer.alloc(0) }) {
    const sheet = await readSheet(bytes);
    return context.scope(async (tx) => {
      const lines = [...(await takeAccountFile(context, tx, sheet))];
      const count = (outcome: (typeof outcomes)[number]): number =>
        new Set(lines.filter((one) => one.outcome === outcome).map(({ line }) => line)).size;
      return { kept: count('kept'), repeated: count('repeated'), failed: count('error'), lines };
    });
  },
});
