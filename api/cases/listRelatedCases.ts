import { z } from 'zod';
import { pathOf } from '../../domain/divisions';
import { programmes, tableOf, type Programme } from '../../domain/lifecycle/programmes';
import { actorOf } from '../context';
import { operation } from '../operation';
import { caseInScope } from './access';
import { exampleCaseId } from './application/example-case';
import { caseParams } from './params';

const MOST = 50;

const RelatedCase = z
  .object({
    id: z.uuid(),
    number: z.string(),
    programmeLabel: z.string(),
    applicantName: z.string(),
    divisionPath: z.string(),
    stageLabel: z.string(),
    submittedAt: z.iso.datetime(),
    because: z.array(z.string()).meta({ description: '怎样相关:关联案件、同一家庭、同一人' }),
  })
  .meta({ id: 'RelatedCase' });

export const listRelatedCases = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}/related',
  permission: 'case.read',
  tag: '案件',
  summary: '查看相关案件',
  description: '关联的、同一家庭的、有同一成员的案件,限本人能看到的;备案亲属涉及本人的不在其中。',
  effect: 'read',
  params: caseParams,
  output: z.object({ cases: z.array(RelatedCase) }),
  example: { params: { caseId: exampleCaseId }, output: { cases: [] } },
  handler: (context, { params: { caseId } }) =>
    context.scope(async (tx) => {
      const row = await caseInScope(context, tx, caseId);
      const personIds = row.members.map(({ personId }) => personId);
      const related = await tx.relativeDeclaration.findMany({
        where: { staffId: actorOf(context).staffId, ending: null },
        select: { caseId: true },
      });
      const rows = await tx.case.findMany({
        where: {
          id: { notIn: [caseId, ...related.map((one) => one.caseId)] },
          OR: [
            { linkedCaseId: caseId },
            ...(row.linkedCaseId ? [{ id: row.linkedCaseId }] : []),
            { householdId: row.householdId },
            { members: { some: { personId: { in: personIds } } } },
          ],
        },
        include: { members: { where: { personId: { in: personIds } }, select: { personId: true } } },
        orderBy: [{ submittedAt: 'desc' }, { id: 'asc' }],
        take: MOST,
      });
      context.audit.case(caseId);
      context.audit.persons(rows.map(({ applicantId }) => applicantId));
      return {
        cases: rows.map((one) => ({
          id: one.id,
          number: one.number,
          programmeLabel: programmes[one.programme as Programme].label,
          applicantName: one.applicantName,
          divisionPath: pathOf(one.division),
          stageLabel: tableOf(one.programme)[one.stage]?.label ?? one.stage,
          submittedAt: one.submittedAt.toISOString(),
          because: [
            ...(one.linkedCaseId === caseId || one.id === row.linkedCaseId ? ['关联案件'] : []),
            ...(one.householdId === row.householdId ? ['同一家庭'] : []),
            ...(one.members.length > 0 ? ['有同一成员'] : []),
          ],
        })),
      };
    }),
});
