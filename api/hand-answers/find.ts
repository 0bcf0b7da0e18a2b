import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { caseInScope } from '../cases/access';
import type { Context } from '../context';
import type { Tx } from '../deps';
import { id } from '../fields';

export const answerParams = z.strictObject({ answerId: id('登记的银行结果') });

/** The household of a line, if the actor may touch it. @throws AppError notFound, relativeLockedOut */
export const lineInScope = async (context: Context, tx: Tx, lineId: bigint): Promise<void> => {
  const line = await tx.paymentLine.findUnique({ where: { id: lineId }, select: { caseId: true } });
  if (!line) throw new AppError('notFound', '没有找到这一笔发放,或者不在您的辖区内');
  await caseInScope(context, tx, line.caseId);
  context.audit.case(line.caseId);
};

/** The entry, and its household where it is of one. @throws AppError notFound, relativeLockedOut */
export const answerInScope = async (context: Context, tx: Tx, answerId: string) => {
  const row = await tx.paymentHandAnswer.findUnique({ where: { id: answerId } });
  if (!row) throw new AppError('notFound', '没有找到这项登记,可能不在您的辖区内');
  if (row.lineId !== null) await lineInScope(context, tx, row.lineId);
  context.audit.detail('answerId', answerId);
  context.audit.detail('runId', row.runId);
  return row;
};
