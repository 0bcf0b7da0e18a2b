import { operation } from '../operation';
import { entryParams } from '../rulebook/entries';
import { decideEntry } from './entries';
import { startTable } from './start-table';
import { exampleStart, PriceLinkageStartView, startView } from './start-view';

export const approvePriceLinkageStart = operation({
  method: 'post',
  path: '/api/v1/price-linkage/starts/{proposalId}/approve',
  permission: 'priceLinkage.start',
  tag: '物价联动',
  summary: '复核启动决定:通过',
  description: '提出人不能复核自己提出的决定。',
  effect: 'change',
  params: entryParams,
  output: PriceLinkageStartView,
  example: { params: { proposalId: exampleStart.id }, output: { ...exampleStart, state: 'approved' } },
  handler: async (context, { params: { proposalId } }) =>
    startView(await decideEntry(context, startTable(context), proposalId, 'approved')),
});
