import { levelDigits } from '../../domain/lifecycle/roles';
import { newId } from '../../store/uuid';
import { DraftContent, placeCode, appliedProgramme } from '../cases/application/schema';
import { actorOf } from '../context';
import { body } from '../fields';
import { operation } from '../operation';
import { DraftView, draftView, exampleDraft, sealContent, titleOf } from './view';

export const createDraft = operation({
  method: 'post',
  path: '/api/v1/drafts',
  permission: 'draft.own',
  tag: '草稿',
  summary: '新建申请草稿',
  description: '草稿没有案件号,不计时限;7天和30天未提交会提醒,90天删除。内容可以不完整。',
  effect: 'change',
  status: 201,
  input: body({ programme: appliedProgramme, division: placeCode('申请地'), content: DraftContent }),
  output: DraftView,
  example: {
    input: { programme: 'dibao', division: '530581001', content: { members: [{ ref: 'm1', name: '甲示例' }] } },
    output: exampleDraft,
  },
  division: ({ body: { division } }) => division,
  async handler(context, { body: { programme, division, content } }) {
    const id = newId();
    const now = context.now();
    return context.scope(async (tx) => {
      const draft = await tx.draft.create({
        data: {
          id,
          programme,
          division: division.padEnd(levelDigits.village, '0'),
          createdBy: actorOf(context).staffId,
          title: titleOf(content),
          contentEnc: sealContent(context.store.cipher, id, content),
          createdAt: now,
          updatedAt: now,
        },
      });
      return draftView(context.store.cipher, draft);
    });
  },
});
