import { operation } from '../operation';
import { decideEntry } from '../price-linkage/entries';
import { entryParams } from '../rulebook/entries';
import { movementTable } from './movement-table';
import { exampleMovement, FundMovementView, movementView } from './movement-view';

export const rejectFundMovement = operation({
  method: 'post',
  path: '/api/v1/funds/movements/{proposalId}/reject',
  permission: 'funds.check',
  tag: '资金',
  summary: '复核资金流水:退回',
  description: '录入人不能复核自己的录入。',
  effect: 'change',
  params: entryParams,
  output: FundMovementView,
  example: { params: { proposalId: exampleMovement.id }, output: { ...exampleMovement, state: 'rejected' } },
  handler: async (context, { params: { proposalId } }) =>
    movementView(await decideEntry(context, movementTable(context), proposalId, 'rejected')),
});
