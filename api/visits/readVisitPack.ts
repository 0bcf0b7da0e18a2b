import { z } from 'zod';
import { exampleCaseId } from '../cases/application/example-case';
import { caseParams } from '../cases/params';
import { operation } from '../operation';
import { packOf } from './pack';
import { examplePack, VisitPackView } from './pack-view';

export const readVisitPack = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}/visits/pack',
  permission: 'visit.prepare',
  tag: '入户',
  summary: '下载一户的入户资料',
  description:
    '没有网络也能入户所需的全部:成员、上次的情况、住址、当地规则的参数、同事名单。加密保存在手机上,到 keepUntil 删除;每次下载记入审计。',
  effect: 'read',
  params: caseParams,
  query: z.strictObject({
    owner: z
      .literal('stage')
      .or(z.uuid({ error: 'owner 应为 stage 或事项编号' }))
      .meta({ description: 'stage,或事项编号' }),
  }),
  output: VisitPackView,
  example: { params: { caseId: exampleCaseId }, query: { owner: 'stage' }, output: examplePack },
  handler: (context, { params: { caseId }, query: { owner } }) =>
    context.scope(async (tx) => {
      const pack = await packOf(context, tx, caseId, owner);
      context.audit.case(caseId);
      context.audit.persons(pack.members.map(({ personId }) => personId));
      context.audit.detail('visitPack', owner);
      return pack;
    }),
});
