import { randomUUID } from 'node:crypto';
import { civilDateAt } from '../../domain/civil-date';
import { AppError } from '../../domain/errors';
import { reserveRules } from '../../domain/reserve-fund/rules';
import { reconciledTo } from '../../store/reserve-fund/funds';
import { actorOf } from '../context';
import { saying } from '../funds/refusals';
import { operation } from '../operation';
import { exampleFund } from './examples';
import { fundParams, getFund, getOpenFund } from './find';
import { fundView, ReserveFundView } from './views';

const LAST_MONTH = 12;

export const closeReserveFund = operation({
  method: 'post',
  path: '/api/v1/reserve-funds/{fundId}/close',
  permission: 'reserveFund.approve',
  tag: '备用金',
  summary: '年末结清备用金',
  description: '乡镇十二月对账签字后由县级办理;结余按参数退回县级预算或结转下年,满年限的资金一律退回。',
  effect: 'change',
  params: fundParams,
  output: ReserveFundView,
  example: { params: { fundId: exampleFund.id }, output: { ...exampleFund, closedOn: '2026-12-31' } },
  async handler(context, { params: { fundId } }) {
    const { staffId } = actorOf(context);
    return context.scope(async (tx) => {
      const fund = await getOpenFund(tx, fundId);
      const last = `${fund.year}-${LAST_MONTH}`;
      if ((await reconciledTo(tx, fundId)) !== last)
        throw new AppError('actionNotAllowed', `${last}还没有对账签字;请乡镇先完成当月对账`);
      const open = { where: { fundId, state: 'proposed' } };
      if ((await tx.reserveGrant.count(open)) + (await tx.reserveTopUp.count(open)) > 0)
        throw new AppError('actionNotAllowed', '还有未办结的救助或补充申请;请先办结或退回');
      const today = civilDateAt(context.now().getTime());
      const { yearEnd } = reserveRules(await context.rulebook.parameters(tx), fund.township, `${fund.year}-12-31`);
      const data = {
        id: randomUUID(),
        fundId,
        township: fund.township,
        mode: yearEnd,
        fen: fund.balanceFen,
        closedOn: today,
        closedBy: staffId,
        createdAt: context.now(),
      };
      await saying(tx.reserveClosing.create({ data }));
      return fundView(await getFund(tx, fundId));
    });
  },
});
