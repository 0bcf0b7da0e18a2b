import { operation } from '../operation';
import { decideEntry } from '../price-linkage/entries';
import { entryParams } from '../rulebook/entries';
import { movementTable } from './movement-table';
import { exampleMovement, FundMovementView, movementView } from './movement-view';

export const approveFundMovement = operation({
  method: 'post',
  path: '/api/v1/funds/movements/{proposalId}/approve',
  permission: 'funds.check',
  tag: '资金',
  summary: '复核资金流水:通过',
  description: '录入人不能复核自己的录入。',
  effect: 'change',
  params: entryParams,
  output: FundMovementView,
  example: { params: { proposalId: exampleMovement.id }, output: { ...exampleMovement, state: 'approved' } },
  handler: async (context, { params: { proposalId } }) =>
    movementView(await decideEntry(context, movementTable(context), proposalId, 'approved')),
});
