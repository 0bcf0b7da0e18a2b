import { civilDateAt } from '../../domain/civil-date';
import { AppError, fieldError } from '../../domain/errors';
import { actorOf } from '../context';
import { body, choice, id, integer, text } from '../fields';
import { operation } from '../operation';
import { holdList, listParams, listView } from './find';
import { openMatterFor } from './matter';
import { exampleView, ListView } from './view';

export const decideDynamicsItem = operation({
  method: 'post',
  path: '/api/v1/dynamics/{listId}/items/{itemId}',
  permission: 'dynamics.work',
  tag: '动态管理',
  summary: '核对清单中的一项',
  description:
    '无变化、转办事项(在案件中登记变更或启动复核)或备注。转办的事项由流程引擎登记,只登记一次,之后不能改决定。',
  effect: 'change',
  params: listParams.extend({ itemId: id('事项') }),
  input: body({
    expectedVersion: integer('打开时的版本', { min: 0, max: 1_000_000 }),
    decision: choice('决定', ['noChange', 'matter', 'note']),
    note: text('说明', { max: 500 }).exactOptional(),
  }),
  output: ListView,
  example: {
    params: { listId: exampleView.id, itemId: '3d0c7a8e-1f52-4a6e-8b7c-5e2f9a1b0c42' },
    input: { expectedVersion: 0, decision: 'noChange' },
    output: exampleView,
  },
  async handler(context, { params: { listId, itemId }, body: { expectedVersion, decision, note } }) {
    const { staffId } = actorOf(context);
    if (decision !== 'noChange' && (note ?? '').length < 2) throw fieldError('note', '请写明核实的情况');
    return context.scope(async (tx) => {
      const list = await holdList(tx, listId, expectedVersion);
      if (list.state !== 'open')
        throw new AppError('actionNotAllowed', '清单已经提交,不能再改;需要更正的请由签字人退回');
      const item = await tx.dynamicsItem.findFirst({ where: { id: itemId, listId } });
      if (!item) throw new AppError('notFound', '清单中没有这一项');
      if (item.decision === 'matter') throw new AppError('actionNotAllowed', '这一项已经转办,请在案件中继续办理');
      const today = civilDateAt(context.now().getTime());
      const matter =
        decision === 'matter' ? await openMatterFor(context, tx, item, { note: note ?? '', today }) : undefined;
      await tx.dynamicsItem.updateMany({
        where: { id: itemId },
        data: {
          decision,
          note: note ?? null,
          matterKind: matter?.kind ?? null,
          matterId: matter?.id ?? null,
          decidedBy: staffId,
          decidedAt: context.now(),
        },
      });
      await tx.dynamicsList.updateMany({ where: { id: listId }, data: { version: { increment: 1 } } });
      return listView(context, tx, listId);
    });
  },
});
