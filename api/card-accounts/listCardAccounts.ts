import { z } from 'zod';
import { caseInScope } from '../cases/access';
import { caseParams } from '../cases/params';
import { operation } from '../operation';
import { CardAccountView, cardAccountViews, cardStates, exampleCardAccount } from './view';

export const listCardAccounts = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}/card-accounts',
  permission: 'cardAccount.read',
  tag: '发放账户',
  summary: '查看一户的发放账户',
  description: '待复核的在前,然后是现用的和以前的,同类中新的在前;卡号只有末四位。',
  effect: 'read',
  params: caseParams,
  output: z.object({ accounts: z.array(CardAccountView) }),
  example: { params: { caseId: exampleCardAccount.caseId }, output: { accounts: [exampleCardAccount] } },
  handler: (context, { params: { caseId } }) =>
    context.scope(async (tx) => {
      await caseInScope(context, tx, caseId);
      context.audit.case(caseId);
      const rows = await tx.cardAccount.findMany({
        where: { caseId },
        orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      });
      const inOrder = cardStates.flatMap((state) => rows.filter((row) => row.state === state));
      return { accounts: await cardAccountViews(tx, inOrder) };
    }),
});
