import { AppError } from '../../domain/errors';
import { lockPackage, takeReceipt } from '../../store/exchange/receipts';
import { newId } from '../../store/uuid';
import { actorOf } from '../context';
import { body, choice, civilDate, text } from '../fields';
import { operation } from '../operation';
import { findItem, itemParams } from './find';
import { exampleItem, ExchangeItemView, itemView } from './item-view';

const refusals: Readonly<Record<string, string>> = {
  repeated: '这条记录已登记过同样的结果,不必再登记',
  conflicting: '这条记录已登记过另一个结果;请核对对方系统后,由下一批报送更正',
};

export const answerExchangeItem = operation({
  method: 'post',
  path: '/api/v1/exchange/items/{itemId}/receipt',
  permission: 'exchange.send',
  tag: '数据交换',
  summary: '登记一条记录的回执',
  description: '逐条录入对方系统后,登记对方编号和日期;被退回的写明原因,成为待更正事项。',
  effect: 'change',
  params: itemParams,
  input: body({
    answer: choice('结果', ['accepted', 'rejected']),
    theirNumber: text('对方编号', { max: 60 }).exactOptional(),
    answeredOn: civilDate('日期'),
    reason: text('原因', { max: 300 }).exactOptional(),
  }),
  output: ExchangeItemView,
  example: {
    params: { itemId: exampleItem.id },
    input: { answer: 'accepted', theirNumber: 'YN-2022-0001', answeredOn: '2022-08-02' },
    output: exampleItem,
  },
  async handler(context, { params: { itemId }, body: { answer, theirNumber = '', answeredOn, reason = '' } }) {
    if (answer === 'accepted' && theirNumber === '')
      throw new AppError('invalidInput', '填写有误:请填写对方编号', {
        fields: [{ path: 'theirNumber', message: '请填写对方编号' }],
      });
    if (answer === 'rejected' && reason === '')
      throw new AppError('invalidInput', '填写有误:请填写退回原因', {
        fields: [{ path: 'reason', message: '请填写退回原因' }],
      });
    return context.scope(async (tx) => {
      const found = await findItem(tx, itemId);
      await lockPackage(tx, found.packageId);
      const { recordNumber } = found;
      const line = { line: 1, recordNumber, answer, reason, theirNumber, answeredOn };
      const id = await takeReceipt(tx, found.package, [line], {
        source: 'hand',
        name: '逐条登记',
        sha256: newId(),
        storageKey: null,
        at: context.now(),
        by: actorOf(context).staffId,
      });
      const [row] = await tx.exchangeReceiptRow.findMany({ where: { receiptId: id } });
      const refusal = refusals[row?.outcome ?? ''];
      if (refusal) throw new AppError('conflict', refusal);
      context.audit.detail('itemId', itemId);
      if (found.caseId) context.audit.case(found.caseId);
      return itemView(await findItem(tx, itemId));
    });
  },
});
