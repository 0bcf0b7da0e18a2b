import { z } from 'zod';
import { sayMismatch } from '../../store/ledger/verify';
import type { Mismatch } from '../../store/ledger/balances';
import { operation } from '../operation';

const LedgerCheck = z
  .object({
    at: z.iso.datetime().nullable().meta({ description: '最近一次核对的时间;为空的还没有核对过' }),
    transfers: z.int(),
    lines: z.int(),
    mismatches: z.array(z.string()).meta({ description: '逐项的不符之处;没有的账实相符' }),
  })
  .meta({ id: 'LedgerCheck' });

export const readLedgerCheck = operation({
  method: 'get',
  path: '/api/v1/ledger/check',
  permission: 'ledger.read',
  tag: '发放文件',
  summary: '查看资金账最近一次核对',
  description:
    '系统每十分钟核对新的账目,每天至少一次:账与清册、文件、回盘、追缴按户、批次、乡镇、县、项目、月份、来源逐项比对。',
  effect: 'none',
  output: LedgerCheck,
  example: { output: { at: '2022-09-08T08:00:00.000Z', transfers: 9360, lines: 3120, mismatches: [] } },
  async handler(context) {
    const check = await context.scope((tx) => tx.ledgerCheck.findFirst({ orderBy: { id: 'desc' } }));
    if (!check) return { at: null, transfers: 0, lines: 0, mismatches: [] };
    const { found } = check.mismatches as unknown as { readonly found: readonly Mismatch[] };
    return {
      at: check.at.toISOString(),
      transfers: Number(check.transfers),
      lines: Number(check.lines),
      mismatches: found.map(sayMismatch),
    };
  },
});
