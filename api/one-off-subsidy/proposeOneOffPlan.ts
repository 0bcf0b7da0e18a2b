import { randomUUID } from 'node:crypto';
import { civilDateAt, monthOf } from '../../domain/civil-date';
import { findDivision } from '../../domain/divisions';
import { fieldError } from '../../domain/errors';
import { oneOffClasses, oneOffNames, type OneOffClass } from '../../domain/one-off-subsidy/classes';
import { amountsOf, cutOffMonthOf } from '../../domain/one-off-subsidy/plan';
import { money } from '../assessments/pieces';
import { actorOf } from '../context';
import { body, choice, divisionCode, list, text } from '../fields';
import { operation } from '../operation';
import { civilMonth } from '../price-linkage/preview-schema';
import { examplePlan, OneOffPlanView, planView } from './view';

const names = oneOffNames as [OneOffClass, ...OneOffClass[]];
const amount = (name: OneOffClass) => money(`${oneOffClasses[name].label}每人金额`).exactOptional();

export const proposeOneOffPlan = operation({
  method: 'post',
  path: '/api/v1/one-off-plans',
  permission: 'oneOffSubsidy.plan',
  tag: '一次性生活补贴',
  summary: '提出一次性生活补贴方案',
  description: '按文件写明对象、每人金额和在册月份;没有写明的用已录入的参数,都没有则拒绝,不推算。另一人复核后执行。',
  effect: 'change',
  status: 201,
  input: body({
    title: text('名称', { min: 4, max: 100 }),
    division: divisionCode(),
    orderNumber: text('文件', { min: 4, max: 200 }),
    cutOffMonth: civilMonth('在册月份').exactOptional(),
    classes: list('对象', choice('对象', names), { min: 1, max: 10 }),
    amounts: body({ dibaoUrban: amount('dibaoUrban'), dibaoRural: amount('dibaoRural'), tekun: amount('tekun') })
      .exactOptional()
      .meta({ description: '每人金额(元),按对象' }),
  }),
  output: OneOffPlanView,
  example: {
    input: {
      title: examplePlan.title,
      division: '53',
      orderNumber: examplePlan.orderNumber,
      cutOffMonth: '2022-06',
      classes: ['dibaoUrban'],
      amounts: { dibaoUrban: '300' },
    },
    output: examplePlan,
  },
  division: ({ body: { division } }) => division,
  async handler(context, { body: { title, division, orderNumber, cutOffMonth: named, classes, amounts = {} } }) {
    const { staffId } = actorOf(context);
    if (!findDivision(division)) throw fieldError('division', `没有行政区划${division},请核对代码`);
    const stray = oneOffNames.find((name) => amounts[name] !== undefined && !classes.includes(name));
    if (stray) throw fieldError(`amounts.${stray}`, `${oneOffClasses[stray].label}不在对象内,请去掉金额或加入对象`);
    const now = monthOf(civilDateAt(context.now().getTime()));
    return context.scope(async (tx) => {
      const parameters = await context.rulebook.parameters(tx);
      const cutOffMonth = named ?? cutOffMonthOf(division, now, parameters);
      if (cutOffMonth > now) throw fieldError('cutOffMonth', '在册月份不能晚于本月');
      const fen = amountsOf({ division, cutOffMonth, classes, amounts }, parameters);
      const data = {
        id: randomUUID(),
        title,
        division,
        orderNumber,
        cutOffMonth,
        amounts: Object.fromEntries([...fen].map(([name, value]) => [name, value.toString()])),
        makerId: staffId,
        createdAt: context.now(),
      };
      context.audit.detail('entryId', data.id);
      return planView(await tx.oneOffPlan.create({ data }));
    });
  },
});
