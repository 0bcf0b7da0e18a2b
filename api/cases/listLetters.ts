import { z } from 'zod';
import { operation } from '../operation';
import { caseInScope } from './access';
import { exampleCaseId } from './application/example-case';
import { caseParams } from './params';
import { exampleLetter, LetterSummary, letterSummary } from './views/letter';

export const listLetters = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}/letters',
  permission: 'case.read',
  tag: '案件',
  summary: '查看文书清单',
  effect: 'read',
  params: caseParams,
  output: z.object({ letters: z.array(LetterSummary) }),
  example: { params: { caseId: exampleCaseId }, output: { letters: [exampleLetter] } },
  handler: (context, { params: { caseId } }) =>
    context.scope(async (tx) => {
      await caseInScope(context, tx, caseId);
      const letters = await tx.letter.findMany({ where: { caseId }, orderBy: { sequence: 'asc' } });
      return { letters: letters.map(letterSummary) };
    }),
});
