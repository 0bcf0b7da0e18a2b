import type { z } from 'zod';
import { civilDateAt } from '../../domain/civil-date';
import { assess } from '../../domain/assess';
import { assessmentToJson } from '../../domain/dibao/to-json';
import { assessmentInput } from '../../store/cases/facts';
import { AssessmentView } from '../assessments/view';
import { body, civilDate } from '../fields';
import { operation } from '../operation';
import { caseInScope } from './access';
import { exampleCaseId } from './application/example-case';
import { caseParams } from './params';

export const previewCaseAssessment = operation({
  method: 'post',
  path: '/api/v1/cases/{caseId}/assessments/preview',
  permission: 'case.read',
  tag: '案件',
  summary: '按现有情况试算本案',
  description:
    '不保存、不改变案件;members、beneficiaries 中的 member 是成员编号(personId)。不填日期按今天的规定和标准。',
  effect: 'read',
  params: caseParams,
  input: body({ on: civilDate('核算日期').exactOptional() }),
  output: AssessmentView,
  example: { params: { caseId: exampleCaseId }, input: { on: '2022-08-15' } },
  handler: (context, { params: { caseId }, body: { on } }) =>
    context.scope(async (tx) => {
      const row = await caseInScope(context, tx, caseId);
      context.audit.case(caseId);
      context.audit.persons(row.members.map(({ personId }) => personId));
      const day = on ?? civilDateAt(context.now().getTime());
      const { input } = await assessmentInput(tx, context.store.cipher, row, day);
      const result = assess(input, await context.rulebook.parameters(tx));
      return assessmentToJson(result) as z.input<typeof AssessmentView>;
    }),
});
