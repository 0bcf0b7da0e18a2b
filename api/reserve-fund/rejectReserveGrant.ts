import { operation } from '../operation';
import { decideEntry } from '../price-linkage/entries';
import { entryParams } from '../rulebook/entries';
import { exampleGrant } from './examples';
import { reserveGrantTable } from './tables';
import { grantView, ReserveGrantView } from './views';

export const rejectReserveGrant = operation({
  method: 'post',
  path: '/api/v1/reserve-funds/grants/{proposalId}/reject',
  permission: 'reserveFund.sign',
  tag: '备用金',
  summary: '审批备用金救助:退回',
  description: '提出人不能办理自己提出的。',
  effect: 'change',
  params: entryParams,
  output: ReserveGrantView,
  example: { params: { proposalId: exampleGrant.id }, output: { ...exampleGrant, state: 'rejected' } },
  handler: async (context, { params: { proposalId } }) =>
    grantView(await decideEntry(context, reserveGrantTable, proposalId, 'rejected')),
});
