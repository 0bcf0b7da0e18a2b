import { randomUUID } from 'node:crypto';
import { civilDateAt } from '../../domain/civil-date';
import { AppError, fieldError } from '../../domain/errors';
import { levelDigits } from '../../domain/lifecycle/roles';
import { fenFromYuan, sayYuan } from '../../domain/money';
import { reserveRules } from '../../domain/reserve-fund/rules';
import { askedFor, fundOf } from '../../store/reserve-fund/funds';
import { money } from '../assessments/pieces';
import { actorOf } from '../context';
import { body, text } from '../fields';
import { operation } from '../operation';
import { exampleTopUp } from './examples';
import { ReserveTopUpView, topUpView } from './views';

export const requestReserveTopUp = operation({
  method: 'post',
  path: '/api/v1/reserve-funds/top-ups',
  permission: 'reserveFund.keep',
  tag: '备用金',
  summary: '申请补充备用金',
  description:
    '由乡镇提出,县级批准后从县级临时救助资金中拨入;余额与申请之和不超过定额。当年第一次申请即设立本乡镇备用金。',
  effect: 'change',
  status: 201,
  input: body({ amount: money('金额'), reason: text('申请理由', { min: 2, max: 300 }) }),
  output: ReserveTopUpView,
  example: { input: { amount: '5000', reason: exampleTopUp.reason }, output: exampleTopUp },
  async handler(context, { body: { amount, reason } }) {
    const { staffId, division } = actorOf(context);
    const township = division.slice(0, levelDigits.township);
    const [today, at] = [civilDateAt(context.now().getTime()), context.now()];
    const fen = fenFromYuan(amount);
    if (fen === 0n) throw fieldError('amount', '金额应大于0');
    return context.scope(async (tx) => {
      const rules = reserveRules(await context.rulebook.parameters(tx), township, today);
      const fund = await fundOf(tx, { township, year: Number(today.slice(0, 4)), source: rules.source, at });
      if (fund.closedOn !== null) throw new AppError('actionNotAllowed', '本年度备用金已经结清;请在新年度申请');
      const most = rules.amount - fund.balanceFen - (await askedFor(tx, fund.id));
      if (fen > most)
        throw fieldError(
          'amount',
          `备用金定额${sayYuan(rules.amount)},余额和在途申请之外最多再申请${sayYuan(most > 0n ? most : 0n)}`,
        );
      const data = { id: randomUUID(), fundId: fund.id, township, fen, reason, makerId: staffId, createdAt: at };
      return topUpView(await tx.reserveTopUp.create({ data }));
    });
  },
});
