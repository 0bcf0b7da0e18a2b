import { AppError } from '../../domain/errors';
import { actorOf, type Context } from '../context';
import type { Tx } from '../deps';
import { requireDuties } from '../duties';
import { permissionRow, type Permission } from '../permissions';

/**
 * The case if the actor may touch it: within the division (row-level security finds no other) and free of the duties
 * that the permission names. @throws AppError notFound, forbidden
 */
export const requireCase = async (context: Context, tx: Tx, caseId: string, permission: Permission) => {
  const row = await tx.case.findUnique({ where: { id: caseId } });
  if (!row) throw new AppError('notFound', '没有找到这个案件,可能不在您的辖区内');
  await requireDuties(permissionRow(permission)?.duties ?? [], tx, actorOf(context).staffId, caseId);
  return row;
};
