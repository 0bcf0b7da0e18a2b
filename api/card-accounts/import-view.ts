import { z } from 'zod';
import type { CardAccountImport, CardAccountImportRow } from '../../generated/prisma/client';
import { AppError } from '../../domain/errors';
import { actorOf, type Context } from '../context';
import type { Tx } from '../deps';
import { id } from '../fields';

export const accountOutcomes = ['kept', 'repeated', 'error'] as const;
export const importParams = z.strictObject({ importId: id('导入') });

export const CardAccountImportView = z
  .object({
    id: z.uuid(),
    office: z.string(),
    fileName: z.string(),
    sha256: z.string(),
    takenAt: z.iso.datetime(),
    takenByName: z.string().nullable(),
    total: z.int().meta({ description: '文件行数,不含表头和空行' }),
    kept: z.int().meta({ description: '登记的行数' }),
    repeated: z.int().meta({ description: '早已登记、没有重复登记的行数' }),
    failed: z.int().meta({ description: '有错误、没有登记的行数' }),
  })
  .meta({ id: 'CardAccountImport', description: '一次成批登记发放账户的结果' });

export const CardAccountImportRowView = z
  .object({
    line: z.int().meta({ description: '文件中的行号' }),
    outcome: z.enum(accountOutcomes),
    field: z.string().meta({ description: '有错误的列' }),
    message: z.string(),
    caseId: z.uuid().nullable(),
    holderName: z.string(),
    number: z.string().meta({ description: '卡号,只有末四位' }),
  })
  .meta({ id: 'CardAccountImportRow' });

export const importViews = async (
  tx: Tx,
  rows: readonly CardAccountImport[],
): Promise<z.input<typeof CardAccountImportView>[]> => {
  const staff = await tx.staff.findMany({
    where: { id: { in: rows.map(({ takenBy }) => takenBy) } },
    select: { id: true, name: true },
  });
  return rows.map(({ id: importId, office, fileName, sha256, takenBy, takenAt, total, kept, repeated, failed }) => ({
    ...{ id: importId, office, fileName, sha256, total, kept, repeated, failed },
    takenAt: takenAt.toISOString(),
    takenByName: staff.find((one) => one.id === takenBy)?.name ?? null,
  }));
};

/** The masked cells of a kept row. */
export const cellsOf = ({ cells }: CardAccountImportRow): Readonly<Record<string, string>> =>
  cells as Record<string, string>;

export const importRowView = (row: CardAccountImportRow): z.input<typeof CardAccountImportRowView> => ({
  line: row.line,
  outcome: z.enum(accountOutcomes).parse(row.outcome),
  field: row.field,
  message: row.message,
  caseId: row.caseId,
  holderName: cellsOf(row)['holderName'] ?? '',
  number: cellsOf(row)['number'] ?? '',
});

/** @throws AppError notFound */
export const findImport = async (tx: Tx, importId: string): Promise<CardAccountImport> => {
  const row = await tx.cardAccountImport.findUnique({ where: { id: importId } });
  if (!row) throw new AppError('notFound', '没有这次导入,或者不在您的辖区内');
  return row;
};

/** Of a household whose relative the reader is, nothing is shown. */
export const notOfRelatives = async (context: Context, tx: Tx) => {
  const locked = await tx.relativeDeclaration.findMany({
    where: { staffId: actorOf(context).staffId, ending: null },
    select: { caseId: true },
  });
  return { OR: [{ caseId: null }, { caseId: { notIn: locked.map(({ caseId }) => caseId) } }] };
};

export const exampleImport: z.input<typeof CardAccountImportView> = {
  id: '3c9e1f7a-5b2d-4e8c-9a6f-7d0b1c2e3f40',
  office: '530581001',
  fileName: '发放账户.xlsx',
  sha256: '5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed',
  takenAt: '2022-09-10T02:00:00.000Z',
  takenByName: '示例经办',
  total: 2,
  kept: 1,
  repeated: 0,
  failed: 1,
};

export const exampleImportRows: z.input<typeof CardAccountImportRowView>[] = [
  {
    line: 2,
    outcome: 'kept',
    field: '',
    message: '已登记,待另一人复核',
    caseId: '5f0f6a3e-6d0a-5b7e-9c1d-0a4b8e2f7c10',
    holderName: '甲示例',
    number: '****0003',
  },
  {
    line: 3,
    outcome: 'error',
    field: '卡号',
    message: '卡号校验位不对,请对照银行卡逐位核对',
    caseId: null,
    holderName: '乙示例',
    number: '****0004',
  },
];
