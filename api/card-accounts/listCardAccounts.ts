import { z } from 'zod';
import { caseInScope } from '../cases/access';
import { caseParams } from '../cases/params';
import { operation } from '../operation';
import { CardAccountView, cardAccountViews, exampleCardAccount } from './view';

export const listCardAccounts = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}/card-accounts',
  permission: 'cardAccount.read',
  tag: '发放账户',
  summary: '查看一户的发放账户',
  description: '现用的、待复核的和以前的账户,新的在前;卡号只有末四位。',
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
      return { accounts: await cardAccountViews(tx, rows) };
    }),
});
