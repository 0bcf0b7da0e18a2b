import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { actorOf } from '../context';
import { choice, id, text } from '../fields';
import { operation } from '../operation';
import { requireCase } from './case-access';
import { documentKindNames } from '../../domain/documents/kinds';
import { caseParams, documentView, DocumentView, exampleDocument } from './view';

export const uploadDocument = operation({
  method: 'post',
  path: '/api/v1/cases/{caseId}/documents',
  permission: 'document.add',
  tag: '材料',
  summary: '上传材料',
  description: '请求体就是文件本身(不用表单),至多20MB;类型按内容识别,接受 JPEG、PNG、WebP、HEIC 图片和 PDF。加密保存。',
  effect: 'change',
  status: 201,
  accepts: 'bytes',
  params: caseParams,
  query: z.strictObject({
    kind: choice('材料种类', documentKindNames),
    name: text('文件名', { max: 200 }),
    personId: id('所属成员').exactOptional(),
  }),
  output: DocumentView,
  example: {
    params: { caseId: exampleDocument.caseId },
    query: { kind: 'visitPhoto', name: '堂屋.jpg' },
    output: exampleDocument,
  },
  async handler(context, { params: { caseId }, query: { kind, name, personId = null }, bytes }) {
    const { staffId } = actorOf(context);
    const documentId = randomUUID();
    context.audit.case(caseId);
    context.audit.detail('documentId', documentId);
    return context.scope(async (tx) => {
      await requireCase(context, tx, caseId, 'document.add');
      if (personId) {
        const member = await tx.caseMember.findUnique({ where: { caseId_personId: { caseId, personId } } });
        if (!member) throw new AppError('notFound', '本案没有这名家庭成员');
        context.audit.persons([personId]);
      }
      const file = await context.files.put(bytes ?? Buffer.alloc(0));
      const by = { uploadedAt: context.now(), uploadedBy: staffId };
      const data = { id: documentId, caseId, personId, kind, name, ...file, ...by };
      try {
        return documentView(await tx.document.create({ data }));
      } catch (error) {
        await context.files.remove(file.storageKey);
        throw error;
      }
    });
  },
});
