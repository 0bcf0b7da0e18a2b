import { AppError } from '../../domain/errors';
import type { Actor as Acting } from '../../domain/lifecycle/command';
import type { Actor } from '../actor';
import { actorOf } from '../context';
import type { Tx } from '../deps';
import { LOCKED_OUT } from '../duties';

/** Who does something in a case: a member of staff, or a citizen without an account. */
export type CaseActor = Pick<Actor, 'role' | 'division'> & { readonly staffId: string | null };

/** The actor as the lifecycle knows one: ids and codes alone. */
export const actingAs = ({ staffId, role, division }: CaseActor): Acting => ({
  id: staffId,
  role,
  division,
});

export const caseUnknown = (): AppError => new AppError('notFound', '没有找到这个案件,可能不在您的辖区内');

/**
 * The case with its members and its register of near relatives, if the actor may touch it: row-level security finds no other, and a declared relative is
 * locked out. @throws AppError notFound, relativeLockedOut
 */
export const caseInScope = async (by: { readonly actor: CaseActor | undefined }, tx: Tx, caseId: string) => {
  const row = await tx.case.findUnique({ where: { id: caseId }, include: { members: true } });
  if (!row) throw caseUnknown();
  const { staffId } = by.actor ?? actorOf({});
  const relatives = await tx.relativeDeclaration.findMany({ where: { caseId, ending: null }, orderBy: { id: 'asc' } });
  if (staffId !== null && relatives.some((relative) => relative.staffId === staffId))
    throw new AppError('relativeLockedOut', LOCKED_OUT);
  return { ...row, relatives };
};

export type CaseInScope = Awaited<ReturnType<typeof caseInScope>>;
