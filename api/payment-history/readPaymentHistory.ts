import { z } from 'zod';
import { civilDateAt, monthOf } from '../../domain/civil-date';
import { levelDigits } from '../../domain/lifecycle/roles';
import { ledgerOf, readHistory } from '../../store/payment-history/read';
import { paymentRules } from '../../store/payments/scope';
import { grantsOfCase } from '../../store/reserve-fund/of-case';
import { caseInScope } from '../cases/access';
import { exampleCaseId } from '../cases/application/example-case';
import { caseParams } from '../cases/params';
import { operation } from '../operation';
import { HouseholdGrantView, householdGrantView } from './grants';
import { HistoryMonthView, historyView } from './view';

export const readPaymentHistory = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}/payments',
  permission: 'case.read',
  tag: '案件',
  summary: '查看发放记录',
  description:
    '逐月列出应发、扣回、实发、暂缓、失败和更正,以及实发与上月不同的全部原因,从后到前。各原因的金额之和等于与上月之差;每月金额与账册核对。',
  effect: 'read',
  params: caseParams,
  output: z.object({
    months: z.array(HistoryMonthView),
    grants: z.array(HouseholdGrantView).meta({ description: '乡镇备用金直接给本户的救助,新的在前' }),
  }),
  example: { params: { caseId: exampleCaseId }, output: { months: [], grants: [] } },
  handler: (context, { params: { caseId } }) =>
    context.scope(async (tx) => {
      const { division } = await caseInScope(context, tx, caseId);
      context.audit.case(caseId);
      const today = civilDateAt(context.now().getTime());
      const county = division.slice(0, levelDigits.county);
      const { firstMonth } = paymentRules(await context.rulebook.parameters(tx), county, today);
      const months = await readHistory(tx, context.store.cipher, caseId, { firstMonth, last: monthOf(today) });
      const grants = await grantsOfCase(tx, caseId);
      return {
        months: [...historyView(months, await ledgerOf(tx, caseId))].reverse(),
        grants: grants.map(householdGrantView),
      };
    }),
});
