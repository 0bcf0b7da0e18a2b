import { operation } from '../operation';
import { decideDisclosure } from './decide';
import { exampleDisclosure } from './example';
import { disclosureParams } from './find';
import { DisclosureView } from './view';

export const publishDisclosure = operation({
  method: 'post',
  path: '/api/v1/disclosures/{disclosureId}/publish',
  permission: 'disclosure.decide',
  tag: '发放公开',
  summary: '复核发放公开表:复核通过并公开',
  description: '编制人不能复核自己编制的表。与账册不一致的表不能公开。',
  effect: 'change',
  params: disclosureParams,
  output: DisclosureView,
  example: { params: { disclosureId: exampleDisclosure.id }, output: { ...exampleDisclosure, state: 'published' } },
  handler: (context, { params: { disclosureId } }) => decideDisclosure(context, disclosureId, 'published'),
});
