import { z } from 'zod';
import { caseInScope } from '../cases/access';
import { caseParams } from '../cases/params';
import { operation } from '../operation';
import { exampleRelative, RelativeView, relativeViews } from './view';

export const listCaseRelatives = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}/relatives',
  permission: 'case.read',
  tag: '近亲属备案',
  summary: '查看本案的近亲属备案',
  description: '包括因登记有误而终止的。',
  effect: 'read',
  params: caseParams,
  output: z.object({ items: z.array(RelativeView) }),
  example: { params: { caseId: exampleRelative.caseId }, output: { items: [exampleRelative] } },
  handler: (context, { params: { caseId } }) =>
    context.scope(async (tx) => {
      await caseInScope(context, tx, caseId);
      context.audit.case(caseId);
      const rows = await tx.relativeDeclaration.findMany({
        where: { caseId },
        include: { ending: true },
        orderBy: [{ declaredAt: 'asc' }, { id: 'asc' }],
      });
      context.audit.persons(rows.map(({ personId }) => personId));
      return { items: await relativeViews(tx, rows) };
    }),
});
