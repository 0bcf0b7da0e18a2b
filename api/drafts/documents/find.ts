import { AppError } from '../../../domain/errors';
import type { Context } from '../../context';
import type { Tx } from '../../deps';
import { ownDraft } from '../find';

/** A paper of one's own draft. @throws AppError notFound */
export const ownPaper = async (context: Context, tx: Tx, draftId: string, documentId: string) => {
  await ownDraft(context, tx, draftId);
  const paper = await tx.draftDocument.findFirst({ where: { id: documentId, draftId } });
  if (!paper) throw new AppError('notFound', '草稿没有这份材料,可能已删除,或已随申请提交');
  return paper;
};
