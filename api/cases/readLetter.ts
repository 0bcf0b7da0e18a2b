import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { id } from '../fields';
import { operation } from '../operation';
import { caseInScope } from './access';
import { exampleCaseId } from './application/example-case';
import { caseParams } from './params';
import { exampleLetter, LetterSummary, letterSummary } from './views/letter';

export const readLetter = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}/letters/{letterId}',
  permission: 'case.read',
  tag: '案件',
  summary: '查看文书',
  description: '文书写成后不再改动;hash 是正文的 SHA-256。',
  effect: 'read',
  params: caseParams.extend({ letterId: id('文书') }),
  output: LetterSummary.extend({ body: z.string(), hash: z.string(), receipt: z.unknown() }),
  example: {
    params: { caseId: exampleCaseId, letterId: exampleLetter.id },
    output: { ...exampleLetter, body: '编号:530581-2022-000123\n甲示例:\n……', hash: 'e3b0c442', receipt: null },
  },
  handler: (context, { params: { caseId, letterId } }) =>
    context.scope(async (tx) => {
      await caseInScope(context, tx, caseId);
      const letter = await tx.letter.findFirst({ where: { id: letterId, caseId } });
      if (!letter) throw new AppError('notFound', '本案没有这份文书');
      return { ...letterSummary(letter), body: letter.body, hash: letter.hash, receipt: letter.receipt };
    }),
});
