import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { operation } from '../operation';
import { requireCase } from './case-access';
import { fileAnswer } from './file-answer';
import { documentParams, exampleDocument } from './view';

export const readDocument = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}/documents/{documentId}/content',
  permission: 'document.read',
  tag: '材料',
  summary: '查看材料内容',
  description: '返回文件本身;每次查看都记入审计。',
  effect: 'read',
  params: documentParams,
  answers: '*/*',
  output: z.unknown(),
  example: { params: { caseId: exampleDocument.caseId, documentId: exampleDocument.id } },
  async handler(context, { params: { caseId, documentId } }) {
    const row = await context.scope(async (tx) => {
      await requireCase(context, tx, caseId, 'document.read');
      return tx.document.findFirst({ where: { id: documentId, caseId } });
    });
    if (!row) throw new AppError('notFound', '本案没有这份材料');
    const bytes = await context.files.get(row.storageKey);
    context.audit.case(caseId);
    context.audit.detail('documentId', documentId);
    if (row.personId) context.audit.persons([row.personId]);
    return fileAnswer(row, bytes);
  },
});
