import { operation } from '../operation';
import { ownDraft } from './find';
import { draftParams, DraftView, draftView, exampleDraft } from './view';

export const readDraft = operation({
  method: 'get',
  path: '/api/v1/drafts/{draftId}',
  permission: 'draft.own',
  tag: '草稿',
  summary: '查看草稿',
  effect: 'read',
  params: draftParams,
  output: DraftView,
  example: { params: { draftId: exampleDraft.id }, output: exampleDraft },
  handler: (context, { params: { draftId } }) =>
    context.scope(async (tx) => draftView(context.store.cipher, await ownDraft(context, tx, draftId))),
});
