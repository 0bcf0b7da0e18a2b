import { AppError } from '../../domain/errors';
import { actorOf } from '../context';
import { body, text } from '../fields';
import { operation } from '../operation';
import { findItem, itemParams } from './find';
import { exampleItem, ExchangeItemView, itemView } from './item-view';

export const correctExchangeItem = operation({
  method: 'post',
  path: '/api/v1/exchange/items/{itemId}/corrected',
  permission: 'exchange.send',
  tag: '数据交换',
  summary: '登记退回的记录已更正',
  description: '写明如何更正;下一批再次报送。案件内容已更正的,下一批自动报送,不必登记。',
  effect: 'change',
  params: itemParams,
  input: body({ note: text('如何更正', { min: 2, max: 300 }) }),
  output: ExchangeItemView,
  example: {
    params: { itemId: exampleItem.id },
    input: { note: '已请派出所更正户籍信息' },
    output: { ...exampleItem, work: 'corrected', workNote: '已请派出所更正户籍信息' },
  },
  async handler(context, { params: { itemId }, body: { note } }) {
    return context.scope(async (tx) => {
      const found = await findItem(tx, itemId);
      const { count } = await tx.exchangeItem.updateMany({
        where: { id: itemId, work: 'open' },
        data: { work: 'corrected', workNote: note, workBy: actorOf(context).staffId, workAt: context.now() },
      });
      if (count !== 1) throw new AppError('actionNotAllowed', '这条记录不在待更正之列,可能他人刚刚登记;请刷新后查看');
      context.audit.detail('itemId', itemId);
      if (found.caseId) context.audit.case(found.caseId);
      return itemView(await findItem(tx, itemId));
    });
  },
});
