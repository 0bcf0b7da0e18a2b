import { AppError } from '../../domain/errors';
import { DraftContent } from '../cases/application/schema';
import { body } from '../fields';
import { operation } from '../operation';
import { ownDraft, requireUnsubmitted } from './find';
import { draftParams, draftVersion, DraftView, draftView, exampleDraft, sealContent, titleOf } from './view';

export const saveDraft = operation({
  method: 'put',
  path: '/api/v1/drafts/{draftId}',
  permission: 'draft.own',
  tag: '草稿',
  summary: '保存草稿',
  description: 'version 为打开时的版本;在别处保存过的答复409,请先重新打开。',
  effect: 'change',
  params: draftParams,
  input: body({ version: draftVersion, content: DraftContent }),
  output: DraftView,
  example: {
    params: { draftId: exampleDraft.id },
    input: { version: 1, content: exampleDraft.content },
    output: { ...exampleDraft, version: 2 },
  },
  handler: (context, { params: { draftId }, body: { version, content } }) =>
    context.scope(async (tx) => {
      requireUnsubmitted(await ownDraft(context, tx, draftId));
      const { count } = await tx.draft.updateMany({
        where: { id: draftId, version, caseId: null },
        data: {
          version: version + 1,
          title: titleOf(content),
          contentEnc: sealContent(context.store.cipher, draftId, content),
          updatedAt: context.now(),
        },
      });
      const draft = await ownDraft(context, tx, draftId);
      if (count === 0) {
        throw new AppError('versionStale', `草稿已在别处保存为第${draft.version}版,请重新打开后再修改`, {
          version: draft.version,
        });
      }
      return draftView(context.store.cipher, draft);
    }),
});
