import { z } from 'zod';
import { civilDateAt, endOfDay } from '../../domain/civil-date';
import { yuanFromFen } from '../../domain/money';
import { reserveRules, yearEnds, type YearEnd } from '../../domain/reserve-fund/rules';
import { operation } from '../operation';
import { exampleFund, exampleReconciliation, exampleTopUp } from './examples';
import { fundParams, getFund } from './find';
import {
  fundView,
  ReserveFundView,
  ReserveReconciliationView,
  ReserveTopUpView,
  reconciliationView,
  topUpView,
} from './views';

const MOST = 60;
const ReserveFundPage = z
  .object({
    fund: ReserveFundView,
    rules: z.object({
      amount: z.string().meta({ description: '备用金定额' }),
      grantCeiling: z.string().meta({ description: '每次救助最高金额' }),
      cashLimit: z.string().meta({ description: '直接发现金的最高金额' }),
      yearEnd: z.enum(Object.keys(yearEnds) as [YearEnd, ...YearEnd[]]),
      yearEndLabel: z.string(),
    }),
    topUps: z.array(ReserveTopUpView).meta({ description: '补充申请,新的在前,至多60条' }),
    reconciliations: z.array(ReserveReconciliationView).meta({ description: '对账,新的在前,至多60条' }),
  })
  .meta({ id: 'ReserveFundPage' });

export const readReserveFund = operation({
  method: 'get',
  path: '/api/v1/reserve-funds/{fundId}',
  permission: 'reserveFund.read',
  tag: '备用金',
  summary: '查看一个乡镇的备用金',
  description: '余额、限额、补充申请和对账;救助和账目另查。',
  effect: 'read',
  params: fundParams,
  output: ReserveFundPage,
  example: {
    params: { fundId: exampleFund.id },
    output: {
      fund: exampleFund,
      rules: {
        amount: '20000.00',
        grantCeiling: '2000.00',
        cashLimit: '1000.00',
        yearEnd: 'returned',
        yearEndLabel: yearEnds.returned,
      },
      topUps: [exampleTopUp],
      reconciliations: [exampleReconciliation],
    },
  },
  async handler(context, { params: { fundId } }) {
    return context.scope(async (tx) => {
      const fund = await getFund(tx, fundId);
      // The rules of a year that is over are those of its last day.
      const lastDay = civilDateAt(Math.min(context.now().getTime(), endOfDay(`${fund.year}-12-31`) - 1));
      const rules = reserveRules(await context.rulebook.parameters(tx), fund.township, lastDay);
      const topUps = await tx.reserveTopUp.findMany({ where: { fundId }, orderBy: { createdAt: 'desc' }, take: MOST });
      const reconciliations = await tx.reserveReconciliation.findMany({
        where: { fundId },
        orderBy: [{ month: 'desc' }, { createdAt: 'desc' }],
        take: MOST,
      });
      return {
        fund: fundView(fund),
        rules: {
          amount: yuanFromFen(rules.amount),
          grantCeiling: yuanFromFen(rules.grantCeiling),
          cashLimit: yuanFromFen(rules.cashLimit),
          yearEnd: rules.yearEnd,
          yearEndLabel: yearEnds[rules.yearEnd],
        },
        topUps: topUps.map(topUpView),
        reconciliations: reconciliations.map(reconciliationView),
      };
    });
  },
});
