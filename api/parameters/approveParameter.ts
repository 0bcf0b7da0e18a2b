import { operation } from '../operation';
import { entryParams } from '../rulebook/entries';
import { decide } from './decide';
import { exampleProposal, ParameterProposal } from './view';

export const approveParameter = operation({
  method: 'post',
  path: '/api/v1/parameters/proposals/{proposalId}/approve',
  permission: 'parameter.decide',
  tag: '标准和参数',
  summary: '复核通过标准或参数',
  description: '通过后自生效日期起用于核算,已作出的决定不变。录入人不能复核自己的录入。',
  effect: 'change',
  params: entryParams,
  output: ParameterProposal,
  example: { params: { proposalId: exampleProposal.id }, output: { ...exampleProposal, state: 'approved' } },
  handler: (context, { params: { proposalId } }) => decide(context, proposalId, 'approved'),
});
