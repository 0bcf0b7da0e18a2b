import { operation } from '../operation';
import { entryParams } from '../rulebook/entries';
import { decide } from './decide';
import { exampleProposal, ParameterProposal } from './view';

export const rejectParameter = operation({
  method: 'post',
  path: '/api/v1/parameters/proposals/{proposalId}/reject',
  permission: 'parameter.decide',
  tag: '标准和参数',
  summary: '退回标准或参数',
  description: '退回后不生效;可改正后重新录入。录入人不能退回自己的录入。',
  effect: 'change',
  params: entryParams,
  output: ParameterProposal,
  example: { params: { proposalId: exampleProposal.id }, output: { ...exampleProposal, state: 'rejected' } },
  handler: (context, { params: { proposalId } }) => decide(context, proposalId, 'rejected'),
});
