import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { actorOf } from '../context';
import { divisionCode, text } from '../fields';
import { operation } from '../operation';
import { exampleRuleDocument, RuleDocumentView, ruleDocumentView } from './document-view';

export const uploadRuleDocument = operation({
  method: 'post',
  path: '/api/v1/standards/documents',
  permission: 'parameter.propose',
  tag: '标准和参数',
  summary: '上传标准的依据文件',
  description: '请求体就是文件本身(不用表单),至多20MB,接受 PDF 和图片。录入标准时用答复中的 id 引用。',
  effect: 'change',
  status: 201,
  accepts: 'bytes',
  query: z.strictObject({ division: divisionCode(), name: text('文件名', { max: 200 }) }),
  output: RuleDocumentView,
  example: { query: { division: '530581', name: exampleRuleDocument.name }, output: exampleRuleDocument },
  division: ({ query: { division } }) => division,
  async handler(context, { query: { division, name }, bytes }) {
    const { staffId } = actorOf(context);
    const documentId = randomUUID();
    context.audit.detail('documentId', documentId);
    return context.scope(async (tx) => {
      const file = await context.files.put(bytes ?? Buffer.alloc(0));
      const by = { uploadedAt: context.now(), uploadedBy: staffId };
      try {
        return ruleDocumentView(
          await tx.ruleDocument.create({ data: { id: documentId, division, name, ...file, ...by } }),
        );
      } catch (error) {
        await context.files.remove(file.storageKey);
        throw error;
      }
    });
  },
});
