import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { settlementNames } from '../../domain/exchange/differences';
import { actorOf } from '../context';
import { body, choice, id, text } from '../fields';
import { operation } from '../operation';
import { differenceView, exampleDifference, ExchangeDifferenceView } from './difference-view';

export const settleExchangeDifference = operation({
  method: 'post',
  path: '/api/v1/exchange/differences/{differenceId}/settle',
  permission: 'exchange.settle',
  tag: '数据交换',
  summary: '处理一处差异',
  description: '写明哪一边更正和理由;以后的名单仍不一致的,重新列出(不影响待遇的除外)。',
  effect: 'change',
  params: z.strictObject({ differenceId: id('差异') }),
  input: body({ decision: choice('处理', settlementNames), note: text('理由', { min: 2, max: 300 }) }),
  output: ExchangeDifferenceView,
  example: {
    params: { differenceId: exampleDifference.id },
    input: { decision: 'correctThere', note: '对方尚未录入2022年7月提标' },
    output: {
      ...exampleDifference,
      state: 'settled',
      stateLabel: '已处理',
      decision: 'correctThere',
      decisionLabel: '本系统正确,由对方更正',
      note: '对方尚未录入2022年7月提标',
      settledAt: '2022-08-15T03:00:00.000Z',
    },
  },
  handler: (context, { params: { differenceId }, body: { decision, note } }) =>
    context.scope(async (tx) => {
      const find = () => tx.exchangeDifference.findUnique({ where: { id: differenceId } });
      if (!(await find())) throw new AppError('notFound', '没有这处差异,或者不在您的辖区内');
      const { count } = await tx.exchangeDifference.updateMany({
        where: { id: differenceId, state: 'open' },
        data: { state: 'settled', decision, note, settledBy: actorOf(context).staffId, settledAt: context.now() },
      });
      if (count !== 1) throw new AppError('actionNotAllowed', '这处差异已经处理,或已有新的比对;请刷新后查看');
      const row = (await find())!;
      context.audit.detail('differenceId', differenceId);
      if (row.caseId) context.audit.case(row.caseId);
      return differenceView(context.store.cipher, row);
    }),
});
