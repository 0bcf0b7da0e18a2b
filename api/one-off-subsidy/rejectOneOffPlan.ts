import { operation } from '../operation';
import { decideEntry } from '../price-linkage/entries';
import { entryParams } from '../rulebook/entries';
import { planTable } from './plan-table';
import { examplePlan, OneOffPlanView, planView } from './view';

export const rejectOneOffPlan = operation({
  method: 'post',
  path: '/api/v1/one-off-plans/{proposalId}/reject',
  permission: 'oneOffSubsidy.plan',
  tag: '一次性生活补贴',
  summary: '复核一次性生活补贴方案:退回',
  description: '提出人不能复核自己提出的方案。',
  effect: 'change',
  params: entryParams,
  output: OneOffPlanView,
  example: { params: { proposalId: examplePlan.id }, output: { ...examplePlan, state: 'rejected' } },
  handler: async (context, { params: { proposalId } }) =>
    planView(await decideEntry(context, planTable, proposalId, 'rejected')),
});
