import { operation } from '../operation';
import { entryParams } from '../rulebook/entries';
import { decideEntry } from './entries';
import { indexTable } from './index-table';
import { exampleIndex, indexView, PriceIndexView } from './index-view';

export const rejectPriceIndex = operation({
  method: 'post',
  path: '/api/v1/price-linkage/indices/{proposalId}/reject',
  permission: 'priceLinkage.enter',
  tag: '物价联动',
  summary: '复核价格指数:退回',
  description: '录入人不能复核自己的录入。',
  effect: 'change',
  params: entryParams,
  output: PriceIndexView,
  example: { params: { proposalId: exampleIndex.id }, output: { ...exampleIndex, state: 'rejected' } },
  handler: async (context, { params: { proposalId } }) =>
    indexView(await decideEntry(context, indexTable, proposalId, 'rejected')),
});
