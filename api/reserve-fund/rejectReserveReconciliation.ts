import { operation } from '../operation';
import { decideEntry } from '../price-linkage/entries';
import { entryParams } from '../rulebook/entries';
import { exampleReconciliation } from './examples';
import { reserveReconciliationTable } from './tables';
import { reconciliationView, ReserveReconciliationView } from './views';

export const rejectReserveReconciliation = operation({
  method: 'post',
  path: '/api/v1/reserve-funds/reconciliations/{proposalId}/reject',
  permission: 'reserveFund.sign',
  tag: '备用金',
  summary: '备用金对账签字:退回',
  description: '提出人不能办理自己提出的。',
  effect: 'change',
  params: entryParams,
  output: ReserveReconciliationView,
  example: {
    params: { proposalId: exampleReconciliation.id },
    output: { ...exampleReconciliation, state: 'rejected' },
  },
  handler: async (context, { params: { proposalId } }) =>
    reconciliationView(await decideEntry(context, reserveReconciliationTable, proposalId, 'rejected')),
});
