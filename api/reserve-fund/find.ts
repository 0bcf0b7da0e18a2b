import { AppError } from '../../domain/errors';
import type { ReserveFund } from '../../generated/prisma/client';
import type { Tx } from '../deps';
import { id } from '../fields';
import { z } from 'zod';

export const fundParams = z.strictObject({ fundId: id('备用金') });

/** @throws AppError notFound */
export const getFund = async (tx: Tx, fundId: string): Promise<ReserveFund> => {
  const fund = await tx.reserveFund.findUnique({ where: { id: fundId } });
  if (!fund) throw new AppError('notFound', '没有找到这个备用金,或者不在您的辖区内;请从备用金页面进入');
  return fund;
};

/** @throws AppError notFound, actionNotAllowed (closed) */
export const getOpenFund = async (tx: Tx, fundId: string): Promise<ReserveFund> => {
  const fund = await getFund(tx, fundId);
  if (fund.closedOn !== null)
    throw new AppError('actionNotAllowed', `${fund.year}年备用金已经结清;请在新年度备用金中办理`);
  return fund;
};
