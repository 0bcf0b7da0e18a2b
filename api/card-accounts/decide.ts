import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { sqlOf } from '../../store/sql';
import { lockCase } from '../../store/cases/load';
import { wakeRunsOf } from '../../store/payments/wake-household';
import { requireWithin } from '../actor';
import { caseInScope } from '../cases/access';
import { actorOf, type Context } from '../context';
import type { Tx } from '../deps';
import { id } from '../fields';
import { cardAccountViews } from './view';

export const accountParams = z.strictObject({ accountId: id('发放账户') });

/** The account with its case held, if the actor may touch that. @throws AppError notFound, forbidden, relativeLockedOut */
export const accountInScope = async (context: Context, tx: Tx, accountId: string) => {
  const found = await tx.cardAccount.findUnique({ where: { id: accountId } });
  if (!found) throw new AppError('notFound', '没有找到这个发放账户,可能不在您的辖区内');
  const { division } = await caseInScope(context, tx, found.caseId);
  requireWithin(actorOf(context), division);
  await lockCase(tx, found.caseId);
  context.audit.case(found.caseId);
  context.audit.detail('accountId', accountId);
  if (found.holderPersonId) context.audit.persons([found.holderPersonId]);
  return tx.cardAccount.findUniqueOrThrow({ where: { id: accountId } });
};

/**
 * The second person's answer: what is approved takes the place of the account before it, and frees what waited for it.
 * @throws AppError notFound, forbidden, relativeLockedOut, actionNotAllowed
 */
export const decideOne = async (context: Context, tx: Tx, accountId: string, state: 'approved' | 'rejected') => {
  const { staffId } = actorOf(context);
  const row = await accountInScope(context, tx, accountId);
  if (row.state !== 'proposed') throw new AppError('actionNotAllowed', '这个账户已经复核过,请查看现用账户');
  if (row.makerId === staffId) throw new AppError('forbidden', '登记人不能复核自己登记的账户;请由另一人复核');
  const decided = { checkerId: staffId, checkedAt: context.now() };
  if (state === 'approved')
    await tx.cardAccount.updateMany({ where: { caseId: row.caseId, state: 'approved' }, data: { state: 'ended' } });
  const after = await tx.cardAccount.update({ where: { id: accountId }, data: { ...decided, state } });
  if (state === 'approved') await wakeRunsOf(sqlOf(tx), row.caseId);
  return after;
};

export const decideAccount = (context: Context, accountId: string, state: 'approved' | 'rejected') =>
  context.scope(async (tx) => (await cardAccountViews(tx, [await decideOne(context, tx, accountId, state)]))[0]!);
