import { operation } from '../operation';
import { decideDisclosure } from './decide';
import { exampleDisclosure } from './example';
import { disclosureParams } from './find';
import { DisclosureView } from './view';

export const rejectDisclosure = operation({
  method: 'post',
  path: '/api/v1/disclosures/{disclosureId}/reject',
  permission: 'disclosure.decide',
  tag: '发放公开',
  summary: '复核发放公开表:退回',
  description: '编制人不能复核自己编制的表。与账册不一致的表不能公开。',
  effect: 'change',
  params: disclosureParams,
  output: DisclosureView,
  example: { params: { disclosureId: exampleDisclosure.id }, output: { ...exampleDisclosure, state: 'rejected' } },
  handler: (context, { params: { disclosureId } }) => decideDisclosure(context, disclosureId, 'rejected'),
});
