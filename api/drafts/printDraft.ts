import { z } from 'zod';
import { civilDateAt } from '../../domain/civil-date';
import { pathOf } from '../../domain/divisions';
import { underPath } from '../cases/actions/read-input';
import { Application } from '../cases/application/schema';
import { applicationForm } from '../dossier/application-form';
import { authorisationLines } from '../dossier/authorisation-lines';
import { invalidInput } from '../http/errors';
import { pdfAnswer } from '../http/pdf';
import { operation } from '../operation';
import { ownDraft } from './find';
import { applicationContent, draftParams, exampleDraft } from './view';

export const printDraft = operation({
  method: 'get',
  path: '/api/v1/drafts/{draftId}/print',
  permission: 'draft.own',
  tag: '草稿',
  summary: '打印填好、尚未提交的申请表',
  description:
    '供申请人和成年家庭成员在纸上签字;身份证号和电话已遮挡。须填写完整(承诺除外),错误按 content 下的路径指出。',
  effect: 'read',
  params: draftParams,
  answers: 'application/pdf',
  output: z.unknown(),
  example: { params: { draftId: exampleDraft.id } },
  async handler(context, { params: { draftId } }) {
    const draft = await context.scope((tx) => ownDraft(context, tx, draftId));
    const { programme, division } = draft;
    const content = applicationContent(context.store.cipher, draft);
    // The promise is what the paper is printed for.
    const result = Application.safeParse({ programme, division, ...content, promise: true });
    if (!result.success) throw underPath('content', invalidInput(result.error));
    const now = context.now().getTime();
    const submittedOn = civilDateAt(now);
    const head = {
      number: '(尚未提交)',
      divisionPath: pathOf(result.data.division),
      submittedOn,
      whole: false,
    };
    const bytes = await context.printer.print({
      title: '申请表',
      subject: draft.title,
      author: head.divisionPath,
      createdAt: now,
      blocks: [
        { kind: 'title', text: '社会救助(最低生活保障)申请表' },
        { kind: 'space', lines: 0.5 },
        ...applicationForm(result.data, head),
        ...authorisationLines(result.data, submittedOn),
      ],
    });
    return pdfAnswer(bytes, `申请表-${draft.title}`);
  },
});
