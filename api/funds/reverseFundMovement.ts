import { randomUUID } from 'node:crypto';
import { AppError } from '../../domain/errors';
import { requireWithin } from '../actor';
import { actorOf } from '../context';
import { body, text } from '../fields';
import { operation } from '../operation';
import { entryParams } from '../rulebook/entries';
import { exampleMovement, FundMovementView, movementView } from './movement-view';
import { saying } from './refusals';

export const reverseFundMovement = operation({
  method: 'post',
  path: '/api/v1/funds/movements/{proposalId}/reverse',
  permission: 'funds.enter',
  tag: '资金',
  summary: '提出冲销一笔资金流水',
  description: '登记有误的,写明原因提出冲销,另一人复核后生效;原记录保留。已经支出的到账不能冲销。',
  effect: 'change',
  status: 201,
  params: entryParams,
  input: body({ reason: text('冲销原因', { min: 4, max: 200 }) }),
  output: FundMovementView,
  example: {
    params: { proposalId: exampleMovement.id },
    input: { reason: '金额登记有误' },
    output: { ...exampleMovement, reverses: exampleMovement.id },
  },
  async handler(context, { params: { proposalId }, body: { reason } }) {
    const actor = actorOf(context);
    return context.scope(async (tx) => {
      const row = await tx.fundMovement.findUnique({ where: { id: proposalId } });
      if (!row) throw new AppError('notFound', '没有找到这笔资金流水');
      requireWithin(actor, row.enteredBy);
      if (row.state !== 'approved' || row.reverses !== null)
        throw new AppError('actionNotAllowed', '只有已复核的登记可以冲销;请查看资金流水');
      const data = {
        ...row,
        id: randomUUID(),
        reverses: row.id,
        note: reason,
        state: 'proposed',
        makerId: actor.staffId,
        checkerId: null,
        createdAt: context.now(),
        checkedAt: null,
      };
      context.audit.detail('entryId', data.id);
      return movementView(await saying(tx.fundMovement.create({ data })));
    });
  },
});
