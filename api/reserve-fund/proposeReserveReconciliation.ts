import { randomUUID } from 'node:crypto';
import { civilDateAt, lastDayOf, monthOf } from '../../domain/civil-date';
import { fieldError } from '../../domain/errors';
import { fenFromYuan, sayYuan } from '../../domain/money';
import { ledgerOn } from '../../store/reserve-fund/funds';
import { money } from '../assessments/pieces';
import { actorOf } from '../context';
import { body, text } from '../fields';
import { saying } from '../funds/refusals';
import { operation } from '../operation';
import { civilMonth } from '../price-linkage/preview-schema';
import { exampleFund, exampleReconciliation } from './examples';
import { fundParams, getOpenFund } from './find';
import { reconciliationView, ReserveReconciliationView } from './views';

export const proposeReserveReconciliation = operation({
  method: 'post',
  path: '/api/v1/reserve-funds/{fundId}/reconciliations',
  permission: 'reserveFund.keep',
  tag: '备用金',
  summary: '备用金月末对账',
  description: '清点现金与账面余额核对,不一致的写明原因;清点人和另一人签字。签字后该月不再登记。',
  effect: 'change',
  status: 201,
  params: fundParams,
  input: body({
    month: civilMonth('月份'),
    counted: money('清点现金'),
    explanation: text('差异原因', { min: 2, max: 300 }).exactOptional(),
  }),
  output: ReserveReconciliationView,
  example: {
    params: { fundId: exampleFund.id },
    input: { month: '2026-03', counted: '4200' },
    output: exampleReconciliation,
  },
  async handler(context, { params: { fundId }, body: { month, counted, explanation } }) {
    const { staffId } = actorOf(context);
    if (month > monthOf(civilDateAt(context.now().getTime()))) throw fieldError('month', '月份不能晚于本月');
    return context.scope(async (tx) => {
      const fund = await getOpenFund(tx, fundId);
      if (Number(month.slice(0, 4)) !== fund.year) throw fieldError('month', `请填写${fund.year}年的月份`);
      const ledgerFen = await ledgerOn(tx, fundId, lastDayOf(month));
      const countedFen = fenFromYuan(counted);
      if (countedFen !== ledgerFen && explanation === undefined)
        throw fieldError('explanation', `账面余额${sayYuan(ledgerFen)},与清点不一致;请写明差异原因`);
      const data = {
        id: randomUUID(),
        fundId,
        township: fund.township,
        month,
        ledgerFen,
        countedFen,
        explanation: explanation ?? null,
        makerId: staffId,
        createdAt: context.now(),
      };
      return reconciliationView(await saying(tx.reserveReconciliation.create({ data })));
    });
  },
});
