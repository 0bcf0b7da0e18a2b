import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { letterPdf, sha256 } from '../../store/pdf/kept-letter';
import { caseInScope } from '../cases/access';
import { exampleCaseId } from '../cases/application/example-case';
import { caseParams } from '../cases/params';
import { exampleLetter } from '../cases/views/letter';
import { id } from '../fields';
import { pdfAnswer } from '../http/pdf';
import { operation } from '../operation';
import { letterPaper } from './paper';

export const printLetter = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}/letters/{letterId}/pdf',
  permission: 'case.read',
  tag: '案件',
  summary: '打印文书',
  description:
    '公文格式的 PDF,字体已嵌入。首次生成后连同 SHA-256 保存,以后总是同样的字节;对不上时拒绝打印。每次打印记入审计。',
  effect: 'read',
  params: caseParams.extend({ letterId: id('文书') }),
  answers: 'application/pdf',
  output: z.unknown(),
  example: { params: { caseId: exampleCaseId, letterId: exampleLetter.id } },
  async handler(context, { params: { caseId, letterId } }) {
    const { row, letter } = await context.scope(async (tx) => ({
      row: await caseInScope(context, tx, caseId),
      letter: await tx.letter.findFirst({ where: { id: letterId, caseId } }),
    }));
    if (!letter) throw new AppError('notFound', '本案没有这份文书');
    context.audit.case(caseId);
    context.audit.persons([row.applicantId]);
    context.audit.detail('letterId', letterId);
    try {
      const bytes = await letterPdf(context, letter, letterPaper(letter, row));
      context.audit.detail('pdfHash', sha256(bytes));
      return pdfAnswer(bytes, `${letter.title}-${row.number}`);
    } catch (error) {
      if (error instanceof AppError && error.code === 'letterPdfDiffers')
        context.logger.error({ requestId: context.requestId, caseId, letterId }, 'the PDF of a letter has changed');
      throw error;
    }
  },
});
