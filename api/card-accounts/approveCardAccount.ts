import { operation } from '../operation';
import { accountParams, decideAccount } from './decide';
import { CardAccountView, exampleCardAccount } from './view';

export const approveCardAccount = operation({
  method: 'post',
  path: '/api/v1/card-accounts/{accountId}/approve',
  permission: 'cardAccount.decide',
  tag: '发放账户',
  summary: '复核发放账户:通过',
  description: '核对银行卡影像后启用,原账户同时停用。登记人不能复核。',
  effect: 'change',
  params: accountParams,
  output: CardAccountView,
  example: {
    params: { accountId: exampleCardAccount.id },
    output: {
      ...exampleCardAccount,
      state: 'approved',
      checkerName: '示例复核',
      checkedAt: '2022-09-11T02:00:00.000Z',
    },
  },
  handler: (context, { params: { accountId } }) => decideAccount(context, accountId, 'approved'),
});
