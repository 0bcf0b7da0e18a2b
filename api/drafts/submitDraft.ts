import { exampleCase } from '../cases/application/example-case';
import { fileCaseOf } from '../cases/application/file';
import { Application } from '../cases/application/schema';
import { underPath } from '../cases/actions/read-input';
import { CaseView } from '../cases/views/schema';
import { readCaseView } from '../cases/views/case-view';
import { invalidInput } from '../http/errors';
import { operation } from '../operation';
import { AppError } from '../../domain/errors';
import { handOver } from './documents/hand-over';
import { ownDraft } from './find';
import { applicationContent, draftParams, exampleDraft } from './view';

export const submitDraft = operation({
  method: 'post',
  path: '/api/v1/drafts/{draftId}/submit',
  permission: 'case.submit',
  tag: '草稿',
  summary: '提交草稿',
  description:
    '草稿内容须完整(结构同“提交申请”),错误按 content 下的路径指出。已上传的材料随之成为案件的材料。已提交过的草稿答复它的案件。',
  effect: 'command',
  status: 201,
  params: draftParams,
  output: CaseView,
  example: { params: { draftId: exampleDraft.id }, output: exampleCase },
  async handler(context, { params: { draftId } }) {
    const draft = await context.scope((tx) => ownDraft(context, tx, draftId));
    if (draft.caseId) return readCaseView(context, draft.caseId);
    const { programme, division } = draft;
    const result = Application.safeParse({ programme, division, ...applicationContent(context.store.cipher, draft) });
    if (!result.success) throw underPath('content', invalidInput(result.error));
    return fileCaseOf(context, result.data, 'content', async (tx, caseId, personOf) => {
      const data = { caseId, updatedAt: context.now() };
      const { count } = await tx.draft.updateMany({ where: { id: draftId, OR: [{ caseId: null }, { caseId }] }, data });
      if (count === 0) throw new AppError('conflict', '这份草稿刚刚已由另一次提交办理,请刷新后查看案件');
      await handOver(tx, draftId, caseId, personOf);
    });
  },
});
