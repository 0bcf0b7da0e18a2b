import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { oneOffRates } from '../../domain/one-off-subsidy/plan';
import { programmes, isProgramme } from '../../domain/lifecycle/programmes';
import { occasionPaid } from '../../store/payments/occasion-paid';
import { recipientSums, repeatedRecipients } from '../../store/price-linkage/recipients';
import { actorOf } from '../context';
import { divisionCode, id } from '../fields';
import { operation } from '../operation';
import { digitsFor, exampleReport, RecipientReport, reportView } from '../price-linkage/roll-view';
import { examplePlan, planAmounts } from './view';

const labelOf = (programme: string): string => (isProgramme(programme) ? programmes[programme].label : programme);

export const readOneOffRecipients = operation({
  method: 'get',
  path: '/api/v1/one-off-plans/{planId}/recipients',
  permission: 'priceLinkage.read',
  tag: '一次性生活补贴',
  summary: '查看一次性生活补贴人数和金额',
  description: '按在册月份的人员统计,同一人只计一次;省、州市看各县,县看各乡镇。',
  effect: 'read',
  params: z.strictObject({ planId: id('方案') }),
  query: z.strictObject({ division: divisionCode().exactOptional() }),
  output: RecipientReport,
  example: { params: { planId: examplePlan.id }, query: { division: '530581' }, output: exampleReport },
  division: ({ query: { division } }) => division,
  async handler(context, { params: { planId }, query }) {
    const asked = query.division ?? actorOf(context).division;
    return context.scope(async (tx) => {
      const plan = await tx.oneOffPlan.findUnique({ where: { id: planId } });
      const division = plan?.division.startsWith(asked) ? plan.division : asked;
      if (!plan || !division.startsWith(plan.division))
        throw new AppError('notFound', '没有找到这个方案,可能不包括您的辖区');
      const month = plan.cutOffMonth;
      const rates = oneOffRates(division.slice(0, 6), planAmounts(plan));
      const roll = { month, division, rates, highestFirst: true };
      const [sums, repeated] = [await recipientSums(tx, roll, digitsFor(division)), await repeatedRecipients(tx, roll)];
      const payments = await occasionPaid(tx, planId, division);
      return reportView({ month, division, sums, repeated, highestFirst: true, payments, labelOf });
    });
  },
});
