import { z } from 'zod';
import { takeFilesAway } from '../../../store/files/draft-files';
import { operation } from '../../operation';
import { lockDraft } from '../find';
import { ownPaper } from './find';
import { draftDocumentParams, exampleDraftDocument, exampleDraftParams } from './view';

export const deleteDraftDocument = operation({
  method: 'delete',
  path: '/api/v1/drafts/{draftId}/documents/{documentId}',
  permission: 'draft.own',
  tag: '草稿',
  summary: '删除草稿的材料',
  description: '文件一并删除,不能恢复。',
  effect: 'change',
  params: draftDocumentParams,
  output: z.object({ deleted: z.literal(true) }),
  example: {
    params: { ...exampleDraftParams, documentId: exampleDraftDocument.id },
    output: { deleted: true },
  },
  handler: (context, { params: { draftId, documentId } }) =>
    context.scope(async (tx) => {
      await lockDraft(tx, draftId);
      const { id } = await ownPaper(context, tx, draftId, documentId);
      await takeFilesAway(tx, context.files, { id });
      return { deleted: true as const };
    }),
});
