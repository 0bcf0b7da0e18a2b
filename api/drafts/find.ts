import { AppError } from '../../domain/errors';
import type { Tx } from '../deps';
import { actorOf, type Context } from '../context';

/** A draft is its writer's until it becomes a case. @throws AppError notFound */
export const ownDraft = async (context: Context, tx: Tx, draftId: string) => {
  const draft = await tx.draft.findFirst({ where: { id: draftId, createdBy: actorOf(context).staffId } });
  if (!draft) throw new AppError('notFound', '没有找到这份草稿,可能已删除,或不是您填写的');
  return draft;
};

/** Nobody submits or removes the draft while something is added to it. */
export const lockDraft = async (tx: Tx, draftId: string): Promise<void> => {
  await tx.$queryRaw`select 1 from draft where id = ${draftId}::uuid for update`;
};

export const requireUnsubmitted = ({ caseId }: { readonly caseId: string | null }): void => {
  if (caseId)
    throw new AppError('conflict', '这份草稿已提交为案件,不能再修改', { caseId, link: `/api/v1/cases/${caseId}` });
};
