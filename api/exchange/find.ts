import { z } from 'zod';
import { AppError } from '../../domain/errors';
import type { ExchangePackage } from '../../generated/prisma/client';
import type { Tx } from '../deps';
import { id } from '../fields';

export const packageParams = z.strictObject({ packageId: id('批次') });
export const itemParams = z.strictObject({ itemId: id('记录') });

/** A county: what is handed up is handed up county by county. */
export const countyCode = z
  .string({ error: '请填写县(市、区)' })
  .regex(/^\d{6}$/, '县(市、区)应为6位行政区划代码,例如 530581')
  .meta({ description: '县(市、区)', example: '530581' });

export const cursorField = z.string().max(300, 'cursor 不对').meta({ description: '上一页的 next' });

/** @throws AppError notFound */
export const findPackage = async (tx: Tx, packageId: string): Promise<ExchangePackage> => {
  const row = await tx.exchangePackage.findUnique({ where: { id: packageId } });
  if (!row) throw new AppError('notFound', '没有这一批数据,或者不在您的辖区内');
  return row;
};

/** @throws AppError notFound */
export const findItem = async (tx: Tx, itemId: string) => {
  const row = await tx.exchangeItem.findUnique({ where: { id: itemId }, include: { package: true } });
  if (!row) throw new AppError('notFound', '没有这条记录,或者不在您的辖区内');
  return row;
};
