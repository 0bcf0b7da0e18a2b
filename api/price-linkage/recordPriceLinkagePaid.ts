import { z } from 'zod';
import { AppError, fieldError } from '../../domain/errors';
import { civilDateAt } from '../../domain/civil-date';
import { requireWithin } from '../actor';
import { actorOf } from '../context';
import { body, civilDate, id } from '../fields';
import { operation } from '../operation';
import { exampleStart, PriceLinkageStartView, startView } from './start-view';

export const recordPriceLinkagePaid = operation({
  method: 'post',
  path: '/api/v1/price-linkage/starts/{startId}/paid',
  permission: 'priceLinkage.start',
  tag: '物价联动',
  summary: '登记补贴已发放',
  description: '启动的月份发放完毕后登记一次;此后不再计超期。',
  effect: 'change',
  params: z.strictObject({ startId: id('启动决定') }),
  input: body({ paidOn: civilDate('发放日期') }),
  output: PriceLinkageStartView,
  example: {
    params: { startId: exampleStart.id },
    input: { paidOn: '2022-09-28' },
    output: { ...exampleStart, state: 'approved', paidOn: '2022-09-28' },
  },
  async handler(context, { params: { startId }, body: { paidOn } }) {
    const actor = actorOf(context);
    if (paidOn > civilDateAt(context.now().getTime())) throw fieldError('paidOn', '发放日期不能晚于今天');
    return context.scope(async (tx) => {
      const row = await tx.priceLinkageStart.findUnique({ where: { id: startId } });
      if (!row) throw new AppError('notFound', '没有找到这个启动决定');
      requireWithin(actor, row.division);
      if (paidOn < row.orderDate) throw fieldError('paidOn', '发放日期不能早于启动文件日期');
      const { count } = await tx.priceLinkageStart.updateMany({
        where: { id: startId, state: 'approved', paidOn: null },
        data: { paidOn },
      });
      if (count !== 1) throw new AppError('actionNotAllowed', '尚未复核启动,或已经登记过发放;请查看各月情况');
      return startView({ ...row, paidOn });
    });
  },
});
