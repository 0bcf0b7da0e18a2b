import { operation } from '../operation';
import { accountParams, decideAccount } from './decide';
import { CardAccountView, exampleCardAccount } from './view';

export const rejectCardAccount = operation({
  method: 'post',
  path: '/api/v1/card-accounts/{accountId}/reject',
  permission: 'cardAccount.decide',
  tag: '发放账户',
  summary: '复核发放账户:退回',
  description: '退回后可以重新登记。登记人不能复核。',
  effect: 'change',
  params: accountParams,
  output: CardAccountView,
  example: {
    params: { accountId: exampleCardAccount.id },
    output: {
      ...exampleCardAccount,
      state: 'rejected',
      checkerName: '示例复核',
      checkedAt: '2022-09-11T02:00:00.000Z',
    },
  },
  handler: (context, { params: { accountId } }) => decideAccount(context, accountId, 'rejected'),
});
