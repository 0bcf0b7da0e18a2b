import { z } from 'zod';
import { operation } from '../../operation';
import { ownDraft } from '../find';
import { draftParams } from '../view';
import { draftDocumentView, DraftDocumentView, exampleDraftDocument, exampleDraftParams } from './view';

export const listDraftDocuments = operation({
  method: 'get',
  path: '/api/v1/drafts/{draftId}/documents',
  permission: 'draft.own',
  tag: '草稿',
  summary: '查看草稿的材料清单',
  description: '先上传的在前。已提交的草稿没有材料,它们在案件里。',
  effect: 'read',
  params: draftParams,
  output: z.object({ documents: z.array(DraftDocumentView) }),
  example: { params: exampleDraftParams, output: { documents: [exampleDraftDocument] } },
  handler: (context, { params: { draftId } }) =>
    context.scope(async (tx) => {
      await ownDraft(context, tx, draftId);
      const rows = await tx.draftDocument.findMany({
        where: { draftId },
        orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }],
      });
      return { documents: rows.map(draftDocumentView) };
    }),
});
