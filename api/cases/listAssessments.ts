import { z } from 'zod';
import { operation } from '../operation';
import { caseInScope } from './access';
import { exampleCaseId } from './application/example-case';
import { caseParams } from './params';
import { FrozenAssessment, frozenAssessment } from './views/assessment';

export const listAssessments = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}/assessments',
  permission: 'case.read',
  tag: '案件',
  summary: '查看历次核算',
  description: '提出建议、复核和变更时冻结的核算结果和逐项说明,从先到后。',
  effect: 'read',
  params: caseParams,
  output: z.object({ assessments: z.array(FrozenAssessment) }),
  example: { params: { caseId: exampleCaseId }, output: { assessments: [] } },
  handler: (context, { params: { caseId } }) =>
    context.scope(async (tx) => {
      const row = await caseInScope(context, tx, caseId);
      context.audit.case(caseId);
      context.audit.persons(row.members.map(({ personId }) => personId));
      const rows = await tx.assessment.findMany({ where: { caseId }, orderBy: [{ frozenAt: 'asc' }, { id: 'asc' }] });
      const decisions = await tx.decision.findMany({
        where: { caseId, assessmentId: { not: null } },
        orderBy: { createdAt: 'asc' },
      });
      const by = new Map(decisions.map((decision) => [decision.assessmentId, decision]));
      return { assessments: rows.map((one) => frozenAssessment(context.store.cipher, one, by.get(one.id))) };
    }),
});
