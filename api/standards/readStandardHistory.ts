import { z } from 'zod';
import { nameOf } from '../../domain/divisions';
import { historyOf } from '../../domain/standards/history';
import { divisionCode } from '../fields';
import { operation } from '../operation';
import { kindFields, kindView, standardChoice } from './view';

const PROVINCE = '53';

const Step = z.object({
  from: z.string(),
  to: z.string().nullable(),
  value: z.string(),
  reference: z.string(),
  own: z.boolean().meta({ description: '当地自己的数值;否则沿用省级指导标准' }),
});

const steps = (...given: Parameters<typeof historyOf>): z.input<typeof Step>[] =>
  historyOf(...given).map((step) => ({ ...step, to: step.to ?? null }));

export const readStandardHistory = operation({
  method: 'get',
  path: '/api/v1/standards/history',
  permission: 'parameter.read',
  tag: '标准和参数',
  summary: '查看一项标准的沿革',
  description: '一地一项标准各时段的数值,与同时段的省级指导标准对照。',
  effect: 'read',
  query: z.strictObject({ division: divisionCode(), kind: standardChoice() }),
  output: z

    .object({
      ...kindFields,
      division: z.string(),
      divisionName: z.string(),
      steps: z.array(Step),
      guide: z.array(Step),
    })
    .meta({ id: 'StandardHistory' }),
  example: {
    query: { division: '530581', kind: 'urban' },
    output: {
      kind: 'urban',
      label: '城市低保标准',
      unitLabel: '元/月',
      division: '530581',
      divisionName: '腾冲市',
      steps: [],
      guide: [],
    },
  },
  async handler(context, { query: { division, kind } }) {
    const parameters = await context.scope((tx) => context.rulebook.parameters(tx));
    return {
      ...kindView(kind),
      division,
      divisionName: nameOf(division),
      steps: steps(parameters, kind, division),
      guide: steps(parameters, kind, PROVINCE),
    };
  },
});
