import { z } from 'zod';
import type { ImportError, ImportJob } from '../../generated/prisma/client';

const Finding = z.object({
  line: z.int().meta({ description: '行号,表头为第1行' }),
  field: z.string().meta({ description: '列名;空为整户' }),
  level: z.string().meta({
    description: 'error、notEligible:该户没有导入;changed:已导入过且内容不同,没有覆盖;warning:已导入,请复核',
  }),
  message: z.string(),
});

const counts = {
  total: z.int().meta({ description: '文件中的户数' }),
  done: z.int().meta({ description: '已处理的户数' }),
  kept: z.int().meta({ description: '导入的户数' }),
  unchanged: z.int().meta({ description: '早已导入、内容相同的户数' }),
  changed: z.int().meta({ description: '早已导入、内容不同的户数;没有覆盖' }),
  failed: z.int().meta({ description: '有错误或不符合条件而没有导入的户数' }),
};

export const ImportView = z
  .object({
    id: z.uuid(),
    fileName: z.string(),
    division: z.string(),
    onDate: z.string().meta({ description: '按哪一天的标准和规定核算' }),
    state: z.enum(['running', 'done']),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    ...counts,
    findings: z.array(Finding).meta({ description: '按行列出的问题,至多1000条' }),
  })
  .meta({ id: 'Import', description: '一次导入的进度和结果' });

export const MOST_FINDINGS = 1000;

export const importView = (job: ImportJob & { readonly rows: readonly ImportError[] }): z.input<typeof ImportView> => ({
  id: job.id,
  fileName: job.fileName,
  division: job.division,
  onDate: job.onDate,
  state: job.finishedAt ? 'done' : 'running',
  createdAt: job.createdAt.toISOString(),
  finishedAt: job.finishedAt?.toISOString() ?? null,
  total: job.total,
  done: job.done,
  kept: job.kept,
  unchanged: job.unchanged,
  changed: job.changed,
  failed: job.failed,
  findings: job.rows.map(({ line, field, level, message }) => ({ line, field, level, message })),
});

export const exampleImport: z.input<typeof ImportView> = {
  id: '3f0d1a01-6c39-4d0e-9a55-0b6f7a520f6a',
  fileName: '腾冲市2022年4月.csv',
  division: '530581',
  onDate: '2022-04-15',
  state: 'done',
  createdAt: '2022-04-15T01:00:00.000Z',
  finishedAt: '2022-04-15T01:00:02.000Z',
  total: 13,
  done: 13,
  kept: 12,
  unchanged: 0,
  changed: 0,
  failed: 1,
  findings: [{ line: 29, field: '', level: 'notEligible', message: '不符合低保条件:…' }],
};
