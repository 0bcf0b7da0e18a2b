import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { fileAnswer } from '../documents/file-answer';
import { id } from '../fields';
import { operation } from '../operation';
import { exampleRuleDocument } from './document-view';

export const readRuleDocument = operation({
  method: 'get',
  path: '/api/v1/standards/documents/{documentId}/content',
  permission: 'parameter.read',
  tag: '标准和参数',
  summary: '查看标准的依据文件',
  description: '返回文件本身。',
  effect: 'read',
  params: z.strictObject({ documentId: id('依据文件') }),
  answers: '*/*',
  output: z.unknown(),
  example: { params: { documentId: exampleRuleDocument.id } },
  async handler(context, { params: { documentId } }) {
    const row = await context.scope((tx) => tx.ruleDocument.findUnique({ where: { id: documentId } }));
    if (!row) throw new AppError('notFound', '没有这份依据文件');
    return fileAnswer(row, await context.files.get(row.storageKey));
  },
});
