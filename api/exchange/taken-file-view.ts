import { z } from 'zod';
import { fileStateNames, fileStates, type FileState } from '../../domain/exchange/file';
import type { ExchangeFile } from '../../generated/prisma/client';
import type { Tx } from '../deps';

export const ExchangeFileView = z
  .object({
    id: z.uuid().meta({ description: '读完后即为回执或名单的编号' }),
    what: z.enum(['receipt', 'snapshot']),
    packageId: z.uuid().nullable(),
    county: z.string(),
    kind: z.string(),
    name: z.string(),
    sha256: z.string(),
    total: z.int().nullable().meta({ description: '文件行数,不含表头;还没有读的为空' }),
    done: z.int().meta({ description: '已读行数' }),
    state: z.enum(fileStateNames),
    stateLabel: z.string(),
    problem: z.string().nullable().meta({ description: '读取失败的原因' }),
    takenAt: z.iso.datetime(),
    takenByName: z.string().nullable(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ExchangeFile', description: '收下的回执或名单文件,由后台读取' });

/** Files with the names of those who brought them. */
export const takenFileViews = async (
  tx: Tx,
  rows: readonly ExchangeFile[],
): Promise<z.input<typeof ExchangeFileView>[]> => {
  const staff = await tx.staff.findMany({
    where: { id: { in: rows.map(({ takenBy }) => takenBy) } },
    select: { id: true, name: true },
  });
  return rows.map(({ what, state, takenAt, takenBy, endedAt, ...row }) => ({
    id: row.id,
    what: what as 'receipt',
    packageId: row.packageId,
    county: row.county,
    kind: row.kind,
    name: row.name,
    sha256: row.sha256,
    total: row.total,
    done: row.done,
    state: state as FileState,
    stateLabel: fileStates[state as FileState].label,
    problem: row.problem,
    takenAt: takenAt.toISOString(),
    takenByName: staff.find(({ id }) => id === takenBy)?.name ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  }));
};

export const exampleFile: z.output<typeof ExchangeFileView> = {
  id: '2b8d4c6e-1a3f-4e5d-8c7b-9f0a1b2c3d4e',
  what: 'receipt',
  packageId: '6a0e3b52-9c1d-4f7a-8b2e-0d4c5e6f7a81',
  county: '530581',
  kind: 'decisions',
  name: '回执20220802.csv',
  sha256: 'facade00facade00facade00facade00facade00facade00facade00facade00',
  total: null,
  done: 0,
  state: 'waiting',
  stateLabel: '正在读取',
  problem: null,
  takenAt: '2022-08-02T08:00:00.000Z',
  takenByName: '示例核对',
  endedAt: null,
};
