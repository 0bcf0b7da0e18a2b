import { z } from 'zod';
import { createAnswerer } from '../../domain/assess';
import { findDivision, nameOf } from '../../domain/divisions';
import { fieldError } from '../../domain/errors';
import { isYuan } from '../../domain/money';
import { standardOf } from '../../domain/standards/kinds';
import { suppose } from '../../domain/standards/suppose';
import { createSums } from '../../domain/uplift/sums';
import { askClient } from '../../store/uplift/ask';
import { reckonedPages } from '../../store/uplift/walk';
import { actorOf } from '../context';
import { body, civilDate, divisionCode, text } from '../fields';
import { operation } from '../operation';
import { covers } from '../permissions';
import { exampleSum, SumView, sumView } from './sum-view';
import { kindFields, kindView, standardChoice } from './view';

export const askWhatIf = operation({
  method: 'post',
  path: '/api/v1/standards/what-if',
  permission: 'standard.whatIf',
  tag: '标准和参数',
  summary: '试算标准',
  description:
    '假如某地某项标准自某日起为某数,按现有对象和事实核算:多少户、多少人、每月和到年底多少钱、与现在相差多少。不保存、不改变任何内容,不需要 Idempotency-Key;范围越大用时越长。',
  effect: 'read',
  input: body({
    area: divisionCode('地区'),
    category: standardChoice(),
    value: text('数值', { max: 16 }).refine(
      (value) => isYuan(value) && !value.startsWith('-'),
      '数值应为金额(元),例如 744',
    ),
    from: civilDate('生效日期'),
  }),
  output: z
    .object({
      ...kindFields,
      area: z.string(),
      areaName: z.string(),
      value: z.string(),
      from: z.string(),
      total: SumView,
      counties: z.array(z.object({ county: z.string(), name: z.string(), sum: SumView })),
    })
    .meta({ id: 'WhatIfAnswer' }),
  example: {
    input: { area: '530581', category: 'urban', value: '760', from: '2026-07-01' },
    output: {
      kind: 'urban',
      label: '城市低保标准',
      unitLabel: '元/月',
      area: '530581',
      areaName: '腾冲市',
      value: '760',
      from: '2026-07-01',
      total: exampleSum,
      counties: [{ county: '530581', name: '腾冲市', sum: exampleSum }],
    },
  },
  async handler(context, { body: { area, category: kind, value, from } }) {
    const actor = actorOf(context);
    if (!covers(actor, area)) throw fieldError('area', `只能试算本辖区,${nameOf(area)}不在您当前任职的辖区内`);
    if (!findDivision(area)) throw fieldError('area', `没有行政区划${area},请从行政区划列表中选择`);
    const parameters = await context.scope((tx) => context.rulebook.parameters(tx));
    const sums = createSums(from);
    const walk = {
      within: <Result>(work: (ask: ReturnType<typeof askClient>) => Promise<Result>) =>
        context.store.withScopedClient(actor, (client) => work(askClient(client))),
      cipher: context.store.cipher,
      answer: createAnswerer(suppose(parameters, { kind, area, value, from })),
      division: area,
      programme: standardOf(kind).programme,
      area: standardOf(kind).area,
      on: from,
    };
    for await (const page of reckonedPages(walk)) sums.add(page);
    return {
      ...kindView(kind),
      ...{ area, value, from },
      areaName: nameOf(area),
      total: sumView(sums.total()),
      counties: sums.counties().map(({ county, ...sum }) => ({ county, name: nameOf(county), sum: sumView(sum) })),
    };
  },
});
