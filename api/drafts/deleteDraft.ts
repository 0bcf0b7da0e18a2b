import { z } from 'zod';
import { operation } from '../operation';
import { ownDraft, requireUnsubmitted } from './find';
import { draftParams, exampleDraft } from './view';

export const deleteDraft = operation({
  method: 'delete',
  path: '/api/v1/drafts/{draftId}',
  permission: 'draft.own',
  tag: '草稿',
  summary: '删除草稿',
  effect: 'change',
  params: draftParams,
  output: z.object({ deleted: z.literal(true) }),
  example: { params: { draftId: exampleDraft.id }, output: { deleted: true } },
  handler: (context, { params: { draftId } }) =>
    context.scope(async (tx) => {
      requireUnsubmitted(await ownDraft(context, tx, draftId));
      await tx.draft.delete({ where: { id: draftId } });
      return { deleted: true as const };
    }),
});
