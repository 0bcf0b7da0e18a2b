import { z } from 'zod';
import type { DirectGrantFinding, DirectGrantImport } from '../../generated/prisma/client';
import type { Tx } from '../deps';

const Finding = z.object({
  line: z.int().meta({ description: '行号,表头为第1行' }),
  field: z.string(),
  level: z.string().meta({ description: 'error:没有入账;repeated:早已入账,没有重复入账' }),
  message: z.string(),
});

export const DirectGrantImportView = z
  .object({
    id: z.uuid(),
    county: z.string(),
    month: z.string(),
    fileName: z.string(),
    total: z.int().meta({ description: '文件中的行数' }),
    kept: z.int().meta({ description: '入账的行数' }),
    repeated: z.int().meta({ description: '早已入账的行数' }),
    failed: z.int().meta({ description: '有错误、没有入账的行数' }),
    createdAt: z.iso.datetime(),
    findings: z.array(Finding).meta({ description: '逐行的问题,至多1000条' }),
  })
  .meta({ id: 'DirectGrantImport', description: '一次直接救助数据导入的结果' });

const MOST_FINDINGS = 1000;

export const findingsOf = (tx: Tx, importId: string): Promise<DirectGrantFinding[]> =>
  tx.directGrantFinding.findMany({
    where: { importId },
    orderBy: [{ line: 'asc' }, { field: 'asc' }],
    take: MOST_FINDINGS,
  });

export const directImportView = (
  row: DirectGrantImport,
  findings: readonly DirectGrantFinding[],
): z.output<typeof DirectGrantImportView> => ({
  id: row.id,
  county: row.county,
  month: row.month,
  fileName: row.fileName,
  total: row.total,
  kept: row.kept,
  repeated: row.repeated,
  failed: row.failed,
  createdAt: row.createdAt.toISOString(),
  findings: findings.map(({ line, field, level, message }) => ({ line, field, level, message })),
});

export const exampleDirectImport: z.output<typeof DirectGrantImportView> = {
  id: '4e0c7a8e-1f52-4a6e-8b7c-5e2f9a1b0c14',
  county: '530581',
  month: '2026-03',
  fileName: '2026年3月直接救助.csv',
  total: 2,
  kept: 1,
  repeated: 0,
  failed: 1,
  createdAt: '2026-04-02T02:00:00.000Z',
  findings: [{ line: 3, field: '金额', level: 'error', message: '现金1,200.00元超过1,000.00元,不能直接发给' }],
};
