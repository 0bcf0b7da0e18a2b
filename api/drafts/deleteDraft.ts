import { z } from 'zod';
import { takeFilesAway } from '../../store/files/draft-files';
import { operation } from '../operation';
import { lockDraft, ownDraft, requireUnsubmitted } from './find';
import { draftParams, exampleDraft } from './view';

export const deleteDraft = operation({
  method: 'delete',
  path: '/api/v1/drafts/{draftId}',
  permission: 'draft.own',
  tag: '草稿',
  summary: '删除草稿',
  description: '已上传的材料一并删除,不能恢复。',
  effect: 'change',
  params: draftParams,
  output: z.object({ deleted: z.literal(true) }),
  example: { params: { draftId: exampleDraft.id }, output: { deleted: true } },
  async handler(context, { params: { draftId } }) {
    await context.scope(async (tx) => {
      await lockDraft(tx, draftId);
      requireUnsubmitted(await ownDraft(context, tx, draftId));
      await tx.draft.delete({ where: { id: draftId } });
    });
    // The draft is gone; should this be cut off, the sweeper takes the rest.
    await context.scope((tx) => takeFilesAway(tx, context.files, { draftId }));
    return { deleted: true as const };
  },
});
