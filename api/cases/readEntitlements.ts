import { z } from 'zod';
import { yuanFromFen } from '../../domain/money';
import { operation } from '../operation';
import { caseInScope } from './access';
import { exampleCaseId, examplePersonId } from './application/example-case';
import { caseParams } from './params';

const EntitlementView = z
  .object({
    id: z.uuid(),
    kind: z.enum(['benefit', 'gradualExit']),
    fromMonth: z.string(),
    toMonth: z.string().nullable().meta({ description: '最后一个月;为空则一直有效' }),
    monthly: z.string(),
    decisionId: z.uuid(),
    supersededBy: z.uuid().nullable().meta({ description: '被哪项决定取代' }),
    components: z.array(z.object({ personId: z.uuid(), monthly: z.string() })),
  })
  .meta({ id: 'Entitlement', description: '从某月到某月每月应发多少,合计等于各人之和' });

export const readEntitlements = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}/entitlements',
  permission: 'case.read',
  tag: '案件',
  summary: '查看待遇',
  effect: 'read',
  params: caseParams,
  output: z.object({
    entitlements: z.array(EntitlementView),
    payingOffices: z
      .array(z.object({ division: z.string(), fromMonth: z.string() }))
      .meta({ description: '由哪个地区从哪月起发放;只有迁移过的案件才有' }),
  }),
  example: {
    params: { caseId: exampleCaseId },
    output: {
      entitlements: [
        {
          id: '3d4e5f60-7182-5b9c-8d1e-2f3a4b5c6d7e',
          kind: 'benefit',
          fromMonth: '2022-10',
          toMonth: null,
          monthly: '370.00',
          decisionId: '4e5f6071-8293-5cad-9e2f-3a4b5c6d7e8f',
          supersededBy: null,
          components: [{ personId: examplePersonId, monthly: '370.00' }],
        },
      ],
      payingOffices: [],
    },
  },
  handler: (context, { params: { caseId } }) =>
    context.scope(async (tx) => {
      await caseInScope(context, tx, caseId);
      const rows = await tx.entitlement.findMany({
        where: { caseId },
        include: { components: { orderBy: { personId: 'asc' } } },
        orderBy: [{ fromMonth: 'asc' }, { id: 'asc' }],
      });
      const offices = await tx.caseDivision.findMany({
        where: { caseId },
        orderBy: { fromMonth: 'asc' },
        select: { division: true, fromMonth: true },
      });
      return {
        payingOffices: offices,
        entitlements: rows.map(
          ({ id, kind, fromMonth, toMonth, monthlyFen, decisionId, supersededBy, components }) => ({
            id,
            kind: kind as 'benefit' | 'gradualExit',
            fromMonth,
            toMonth,
            monthly: yuanFromFen(monthlyFen),
            decisionId,
            supersededBy,
            components: components.map(({ personId, fen }) => ({ personId, monthly: yuanFromFen(fen) })),
          }),
        ),
      };
    }),
});
