import { operation } from '../operation';
import { exampleDisclosure } from './example';
import { disclosureParams, findDisclosure, viewOf } from './find';
import { DisclosureView } from './view';

export const readDisclosure = operation({
  method: 'get',
  path: '/api/v1/disclosures/{disclosureId}',
  permission: 'disclosure.read',
  tag: '发放公开',
  summary: '查看一份发放公开表',
  description: '分类别、分乡镇的户数、人数、人次、金额和写明分母的平均数,本年累计;并与账册现在的金额比较。',
  effect: 'read',
  params: disclosureParams,
  output: DisclosureView,
  example: { params: { disclosureId: exampleDisclosure.id }, output: exampleDisclosure },
  handler: (context, { params: { disclosureId } }) =>
    context.scope(async (tx) => viewOf(tx, await findDisclosure(tx, disclosureId))),
});
