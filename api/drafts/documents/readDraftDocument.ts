import { z } from 'zod';
import { fileAnswer } from '../../documents/file-answer';
import { operation } from '../../operation';
import { ownPaper } from './find';
import { draftDocumentParams, exampleDraftDocument, exampleDraftParams } from './view';

export const readDraftDocument = operation({
  method: 'get',
  path: '/api/v1/drafts/{draftId}/documents/{documentId}/content',
  permission: 'draft.own',
  tag: '草稿',
  summary: '查看草稿的材料内容',
  description: '返回文件本身。',
  effect: 'read',
  params: draftDocumentParams,
  answers: '*/*',
  output: z.unknown(),
  example: { params: { ...exampleDraftParams, documentId: exampleDraftDocument.id } },
  async handler(context, { params: { draftId, documentId } }) {
    const paper = await context.scope((tx) => ownPaper(context, tx, draftId, documentId));
    context.audit.detail('documentId', documentId);
    return fileAnswer(paper, await context.files.get(paper.storageKey));
  },
});
