import { randomUUID } from 'node:crypto';
import { lastDayOf } from '../../domain/civil-date';
import { findDivision } from '../../domain/divisions';
import { AppError, fieldError } from '../../domain/errors';
import { actorOf } from '../context';
import { body, civilDate, divisionCode, text } from '../fields';
import { operation } from '../operation';
import { exampleIndex, indexView, PriceIndexView } from './index-view';
import { civilMonth, rise } from './preview-schema';

const PLACES = [2, 4];
const ONE_DECIMAL = /^-?\d{1,2}(\.\d)?$/;

/** As published: one decimal, after the month is over, for a province or a prefecture. @throws AppError invalidInput */
const requirePublished = (entered: {
  readonly division: string;
  readonly month: string;
  readonly publishedOn: string;
  readonly indices: Readonly<Record<string, string | undefined>>;
}): void => {
  const { division, month, publishedOn, indices } = entered;
  if (!PLACES.includes(division.length) || !findDivision(division))
    throw fieldError('division', `价格指数按省或州市录入,${division}不是省或州市的代码`);
  if (publishedOn <= lastDayOf(month)) throw fieldError('publishedOn', '发布日期应在指数月份结束之后,请核对月份和日期');
  const fields = Object.entries(indices)
    .filter(([, value]) => value !== undefined && !ONE_DECIMAL.test(value))
    .map(([path]) => ({ path, message: '公布的涨幅只有一位小数,请照公布的数值填写' }));
  if (fields.length > 0) throw new AppError('invalidInput', `不能录入:${fields[0]!.message}`, { fields });
};

export const proposePriceIndex = operation({
  method: 'post',
  path: '/api/v1/price-linkage/indices',
  permission: 'priceLinkage.enter',
  tag: '物价联动',
  summary: '录入价格指数',
  description:
    '按公布的同比涨幅录入一个省或州市一个月的价格指数,另一人复核后用于判断;更正时再录入一次,以最后复核通过的为准。',
  effect: 'change',
  status: 201,
  input: body({
    division: divisionCode(),
    month: civilMonth('指数月份'),
    cpi: rise('cpi'),
    foodCpi: rise('foodCpi').exactOptional(),
    scpi: rise('scpi').exactOptional(),
    source: text('来源', { min: 4, max: 300 }),
    publishedOn: civilDate('发布日期'),
  }),
  output: PriceIndexView,
  example: {
    input: {
      division: '5305',
      month: '2022-08',
      cpi: '3.0',
      foodCpi: '6.1',
      source: exampleIndex.source,
      publishedOn: '2022-09-09',
    },
    output: exampleIndex,
  },
  division: ({ body: { division } }) => division,
  async handler(context, { body: { cpi, foodCpi, scpi, ...rest } }) {
    const { staffId } = actorOf(context);
    requirePublished({ ...rest, indices: { cpi, foodCpi, scpi } });
    const data = {
      ...rest,
      id: randomUUID(),
      cpi,
      foodCpi: foodCpi ?? null,
      scpi: scpi ?? null,
      makerId: staffId,
      createdAt: context.now(),
    };
    context.audit.detail('entryId', data.id);
    return context.scope(async (tx) => indexView(await tx.priceIndex.create({ data })));
  },
});
