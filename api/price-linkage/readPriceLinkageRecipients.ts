import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { indexAreasWithin } from '../../domain/price-linkage/areas';
import { classes, isRecipientClass } from '../../domain/price-linkage/classes';
import { highestFirst, ratesOf } from '../../domain/price-linkage/rates';
import { occasionPaid } from '../../store/payments/occasion-paid';
import { indicesInForce, indicesOf } from '../../store/price-linkage/indices';
import { recipientSums, repeatedRecipients } from '../../store/price-linkage/recipients';
import { actorOf } from '../context';
import { divisionCode, id } from '../fields';
import { operation } from '../operation';
import { digitsFor, exampleReport, RecipientReport, reportView } from './roll-view';
import { exampleStart } from './start-view';

const labelOf = (programme: string): string => (isRecipientClass(programme) ? classes[programme].label : programme);

export const readPriceLinkageRecipients = operation({
  method: 'get',
  path: '/api/v1/price-linkage/starts/{startId}/recipients',
  permission: 'priceLinkage.read',
  tag: '物价联动',
  summary: '查看补贴对象人数和金额',
  description: '按指数月份在保人员统计,同一人只计一次;省、州市看各县,县看各乡镇。只含本系统管理的对象。',
  effect: 'read',
  params: z.strictObject({ startId: id('启动决定') }),
  query: z.strictObject({ division: divisionCode().exactOptional() }),
  output: RecipientReport,
  example: { params: { startId: exampleStart.id }, query: { division: '530581' }, output: exampleReport },
  division: ({ query: { division } }) => division,
  async handler(context, { params: { startId }, query }) {
    const own = actorOf(context).division;
    return context.scope(async (tx) => {
      const start = await tx.priceLinkageStart.findUnique({ where: { id: startId } });
      if (!start || start.state !== 'approved') throw new AppError('notFound', '没有找到已启动的月份');
      const asked = query.division ?? own;
      const division = start.division.startsWith(asked) ? start.division : asked;
      if (!division.startsWith(start.division))
        throw new AppError('notFound', '这个月份的启动决定不包括您的辖区;请查看本辖区的各月情况');
      const parameters = await context.rulebook.parameters(tx);
      const { month } = start;
      const areas = indexAreasWithin(start.division, month, parameters);
      const entered = await indicesInForce(tx, { areas, from: month, to: month });
      const indices = new Map([...entered.values()].map((row) => [row.division, indicesOf(row)]));
      const rates = ratesOf({ division: division.slice(0, 6), month, indices }, parameters);
      const asksHighest = highestFirst(start.division, month, parameters);
      const roll = { month, division, rates, highestFirst: asksHighest };
      const [sums, repeated] = [await recipientSums(tx, roll, digitsFor(division)), await repeatedRecipients(tx, roll)];
      const payments = await occasionPaid(tx, startId, division);
      return reportView({ month, division, sums, repeated, highestFirst: asksHighest, payments, labelOf });
    });
  },
});
