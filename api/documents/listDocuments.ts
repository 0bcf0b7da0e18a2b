import { z } from 'zod';
import { operation } from '../operation';
import { requireCase } from './case-access';
import { caseParams, documentView, DocumentView, exampleDocument } from './view';

export const listDocuments = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}/documents',
  permission: 'document.read',
  tag: '材料',
  summary: '查看案件的材料清单',
  effect: 'read',
  params: caseParams,
  output: z.object({ documents: z.array(DocumentView) }),
  example: { params: { caseId: exampleDocument.caseId }, output: { documents: [exampleDocument] } },
  async handler(context, { params: { caseId } }) {
    return context.scope(async (tx) => {
      await requireCase(context, tx, caseId, 'document.read');
      const rows = await tx.document.findMany({ where: { caseId }, orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }] });
      return { documents: rows.map(documentView) };
    });
  },
});
