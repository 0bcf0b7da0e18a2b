import { z } from 'zod';
import { addMonthsToMonth, civilDateAt, monthOf } from '../../domain/civil-date';
import { fieldError } from '../../domain/errors';
import { monthStates, type MonthState } from '../../domain/price-linkage/months';
import { actorOf } from '../context';
import { divisionCode } from '../fields';
import { operation } from '../operation';
import { monthViews } from './months';
import { civilMonth, ConditionView, PayByView } from './preview-schema';
import { PriceLinkageStartView } from './start-view';

const FIRST_RULE = '2016-08';
const SHOWN_MONTHS = 12;
const MOST_MONTHS = 60;

const PriceLinkageMonth = z
  .object({
    month: z.string(),
    area: z.string(),
    areaName: z.string(),
    indices: z
      .object({ cpi: z.string(), foodCpi: z.string().nullable(), scpi: z.string().nullable(), publishedOn: z.string() })
      .nullable(),
    state: z.enum(Object.keys(monthStates) as [MonthState, ...MonthState[]]),
    stateLabel: z.string(),
    daysLate: z.int(),
    daysLeft: z.int().nullable(),
    conditions: z.array(ConditionView),
    start: PriceLinkageStartView.nullable().meta({ description: '启动决定,可能尚待复核' }),
    deadline: PayByView.nullable(),
  })
  .meta({ id: 'PriceLinkageMonth' });

export const listPriceLinkageMonths = operation({
  method: 'get',
  path: '/api/v1/price-linkage/months',
  permission: 'priceLinkage.read',
  tag: '物价联动',
  summary: '查看各月启动情况',
  description: '本辖区各州市每月是否达到条件、是否启动、发放期限和超期天数,新的月份在前;不填月份看最近12个月。',
  effect: 'read',
  query: z.strictObject({
    division: divisionCode().exactOptional(),
    from: civilMonth('起始月份').exactOptional(),
    to: civilMonth('截止月份').exactOptional(),
  }),
  output: z.object({ months: z.array(PriceLinkageMonth) }),
  example: { query: { division: '53', from: '2022-08', to: '2022-09' }, output: { months: [] } },
  division: ({ query: { division } }) => division,
  async handler(context, { query }) {
    const today = civilDateAt(context.now().getTime());
    const to = query.to ?? addMonthsToMonth(monthOf(today), -1);
    const from = query.from ?? addMonthsToMonth(to, 1 - SHOWN_MONTHS);
    if (from < FIRST_RULE)
      throw fieldError('from', `物价联动的规定自${FIRST_RULE}起收录,请填写${FIRST_RULE}或以后的月份`);
    if (from > to || addMonthsToMonth(from, MOST_MONTHS) <= to)
      throw fieldError('from', `起始月份不能晚于截止月份,一次最多看${MOST_MONTHS}个月`);
    const division = query.division ?? actorOf(context).division;
    const months = await context.scope(async (tx) =>
      monthViews(tx, await context.rulebook.rules(tx), { division, from, to, today }),
    );
    return { months };
  },
});
