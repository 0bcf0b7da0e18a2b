import { AppError } from '../../domain/errors';
import { lockCase } from '../../store/cases/load';
import { requireWithin } from '../actor';
import { caseInScope } from '../cases/access';
import { caseParams } from '../cases/params';
import { actorOf } from '../context';
import { body, id, text } from '../fields';
import { operation } from '../operation';
import { exampleRelative, RelativeView, relativeViews } from './view';

export const endRelative = operation({
  method: 'post',
  path: '/api/v1/cases/{caseId}/relatives/{declarationId}/end',
  permission: 'relative.end',
  tag: '近亲属备案',
  summary: '终止登记有误的近亲属备案',
  description: '原备案保留,另记终止的时间、理由和人员;该人员不再回避。登记人和被备案人都不能终止。',
  effect: 'change',
  params: caseParams.extend({ declarationId: id('备案') }),
  input: body({ reason: text('理由', { min: 4, max: 300 }) }),
  output: RelativeView,
  example: {
    params: { caseId: exampleRelative.caseId, declarationId: exampleRelative.id },
    input: { reason: '核对户籍后不是亲属,系同名' },
    output: {
      ...exampleRelative,
      ended: { at: '2022-07-05T02:00:00.000Z', by: '示例审批', reason: '核对户籍后不是亲属,系同名' },
    },
  },
  async handler(context, { params: { caseId, declarationId }, body: { reason } }) {
    const actor = actorOf(context);
    const endedAt = context.now();
    return context.scope(async (tx) => {
      const { division } = await caseInScope(context, tx, caseId);
      requireWithin(actor, division);
      await lockCase(tx, caseId);
      const found = { where: { id: declarationId, caseId }, include: { ending: true } };
      const row = await tx.relativeDeclaration.findFirst(found);
      if (!row) throw new AppError('notFound', '没有找到这条备案');
      if (row.ending) throw new AppError('actionNotAllowed', '这条备案已经终止');
      if (row.declaredBy === actor.staffId) {
        throw new AppError('conflict', '登记人不能终止自己的登记;请由另一名县级审批人办理');
      }
      await tx.relativeEnding.create({
        data: { declarationId, caseId, reason, endedBy: actor.staffId, endedAt },
      });
      context.audit.case(caseId);
      context.audit.persons([row.personId]);
      context.audit.detail('declarationId', declarationId);
      return (await relativeViews(tx, [await tx.relativeDeclaration.findFirstOrThrow(found)]))[0]!;
    });
  },
});
