import { operation } from '../operation';
import { decideEntry } from '../price-linkage/entries';
import { entryParams } from '../rulebook/entries';
import { exampleTopUp } from './examples';
import { reserveTopUpTable } from './tables';
import { topUpView, ReserveTopUpView } from './views';

export const rejectReserveTopUp = operation({
  method: 'post',
  path: '/api/v1/reserve-funds/top-ups/{proposalId}/reject',
  permission: 'reserveFund.approve',
  tag: '备用金',
  summary: '批准备用金补充:退回',
  description: '提出人不能办理自己提出的。',
  effect: 'change',
  params: entryParams,
  output: ReserveTopUpView,
  example: { params: { proposalId: exampleTopUp.id }, output: { ...exampleTopUp, state: 'rejected' } },
  handler: async (context, { params: { proposalId } }) =>
    topUpView(await decideEntry(context, reserveTopUpTable, proposalId, 'rejected')),
});
