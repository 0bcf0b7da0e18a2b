import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { documentKindNames } from '../../../domain/documents/kinds';
import { AppError } from '../../../domain/errors';
import { actorOf } from '../../context';
import { choice, text } from '../../fields';
import { operation } from '../../operation';
import { lockDraft, ownDraft, requireUnsubmitted } from '../find';
import { draftParams } from '../view';
import { draftDocumentView, DraftDocumentView, exampleDraftDocument, exampleDraftParams } from './view';

/** More than any household's papers; a bound on what an unfinished form may fill. */
const MOST = 100;

export const uploadDraftDocument = operation({
  method: 'post',
  path: '/api/v1/drafts/{draftId}/documents',
  permission: 'draft.own',
  tag: '草稿',
  summary: '上传草稿的材料',
  description:
    '请求体就是文件本身(不用表单),至多20MB;类型按内容识别,接受 JPEG、PNG、WebP、HEIC 图片和 PDF。加密保存,提交草稿时成为案件的材料。',
  effect: 'change',
  status: 201,
  accepts: 'bytes',
  params: draftParams,
  query: z.strictObject({
    kind: choice('材料种类', documentKindNames),
    name: text('文件名', { max: 200 }),
    member: text('所属成员代号', { max: 40 }).exactOptional(),
  }),
  output: DraftDocumentView,
  example: {
    params: exampleDraftParams,
    query: { kind: 'identity', name: '身份证.jpg', member: 'm1' },
    output: exampleDraftDocument,
  },
  async handler(context, { params: { draftId }, query: { kind, name, member = null }, bytes }) {
    return context.scope(async (tx) => {
      await lockDraft(tx, draftId);
      const draft = await ownDraft(context, tx, draftId);
      requireUnsubmitted(draft);
      if ((await tx.draftDocument.count({ where: { draftId } })) >= MOST)
        throw new AppError('conflict', `一份草稿至多${MOST}份材料,请先删除不需要的`);
      const file = await context.files.put(bytes ?? Buffer.alloc(0));
      const by = { uploadedAt: context.now(), uploadedBy: actorOf(context).staffId };
      const own = { id: randomUUID(), draftId, division: draft.division, memberRef: member };
      try {
        return draftDocumentView(await tx.draftDocument.create({ data: { ...own, kind, name, ...file, ...by } }));
      } catch (error) {
        await context.files.remove(file.storageKey);
        throw error;
      }
    });
  },
});
