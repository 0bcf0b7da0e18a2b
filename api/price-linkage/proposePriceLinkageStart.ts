import { sayMonth } from '../../domain/civil-date';
import { randomUUID } from 'node:crypto';
import { findDivision } from '../../domain/divisions';
import { AppError, fieldError } from '../../domain/errors';
import { actorOf } from '../context';
import { body, civilDate, divisionCode, text } from '../fields';
import { operation } from '../operation';
import { civilMonth } from './preview-schema';
import { requireTriggered } from './start-table';
import { exampleStart, PriceLinkageStartView, startView } from './start-view';

const PLACES = [2, 4];

export const proposePriceLinkageStart = operation({
  method: 'post',
  path: '/api/v1/price-linkage/starts',
  permission: 'priceLinkage.start',
  tag: '物价联动',
  summary: '提出启动物价联动',
  description: '按省级启动文件提出;达到条件的州市按指数月份在保人员发放。另一人复核后启动,一地一月只启动一次。',
  effect: 'change',
  status: 201,
  input: body({
    division: divisionCode(),
    month: civilMonth('指数月份'),
    orderNumber: text('启动文件', { min: 4, max: 200 }),
    orderDate: civilDate('文件日期'),
  }),
  output: PriceLinkageStartView,
  example: {
    input: { division: '5305', month: '2022-08', orderNumber: exampleStart.orderNumber, orderDate: '2022-09-15' },
    output: exampleStart,
  },
  division: ({ body: { division } }) => division,
  async handler(context, { body: entered }) {
    const { staffId } = actorOf(context);
    const { division, month } = entered;
    if (!PLACES.includes(division.length) || !findDivision(division))
      throw fieldError('division', `物价联动由省或州市启动,${division}不是省或州市的代码`);
    return context.scope(async (tx) => {
      await requireTriggered(context, tx, entered);
      const covering = [2, 4].map((digits) => division.slice(0, digits));
      const before = await tx.priceLinkageStart.findFirst({
        where: {
          month,
          state: { not: 'rejected' },
          OR: [{ division: { in: covering } }, { division: { startsWith: division } }],
        },
      });
      if (before)
        throw new AppError(
          'alreadyExists',
          `${sayMonth(month)}在本地、上级或下级已提出启动(${before.orderNumber}),不能重复启动;请查看各月情况`,
        );
      const data = { ...entered, id: randomUUID(), makerId: staffId, createdAt: context.now() };
      context.audit.detail('entryId', data.id);
      return startView(await tx.priceLinkageStart.create({ data }));
    });
  },
});
