import { z } from 'zod';
import { choice, civilDate, divisionCode, text } from '../fields';
import { operation } from '../operation';
import type { DatedValue, Parameter } from '../../domain/parameters/resolve';
import { ParameterView, parameterView } from './view';

interface Filter {
  readonly division?: string;
  readonly on?: string;
  readonly assumed?: 'true';
}

/** Values of the place itself, of what lies above it and of what lies below it. */
const related = (value: DatedValue, division: string): boolean =>
  value.division.startsWith(division) || division.startsWith(value.division);

const wanted =
  ({ division, on, assumed }: Filter) =>
  (value: DatedValue): boolean =>
    (!division || related(value, division)) &&
    (!on || (value.from <= on && (value.to === undefined || on <= value.to))) &&
    (!assumed || value.assumed === true);

const matches = ({ id, title }: Parameter, search: string | undefined): boolean =>
  !search || id.includes(search) || title.includes(search);

export const listParameters = operation({
  method: 'get',
  path: '/api/v1/parameters',
  permission: 'parameter.read',
  tag: '标准和参数',
  summary: '查看标准和参数',
  description: '全国、省和地方的数值及生效日期、依据;assumed=true 只看系统先行设定、待当地确认的。',
  effect: 'read',
  query: z.strictObject({
    division: divisionCode().exactOptional(),
    on: civilDate('日期').exactOptional(),
    assumed: choice('是否只看待确认', ['true']).exactOptional(),
    search: text('名称', { max: 50 }).exactOptional(),
  }),
  output: z.object({ parameters: z.array(ParameterView) }),
  example: {
    query: { division: '530581', search: '城市最低生活保障标准' },
    output: {
      parameters: [
        {
          id: 'dibao.standard.urban',
          title: '城市最低生活保障标准',
          unit: 'yuanPerMonth',
          unitLabel: '元/月',
          categories: [],
          values: [
            {
              division: '53',
              category: null,
              from: '2025-07-01',
              to: null,
              value: '744',
              reference: '云民发〔2025〕40号',
              confidence: 'H',
              assumed: false,
              verified: null,
            },
          ],
        },
      ],
    },
  },
  async handler({ scope, rulebook }, { query: { search, ...filter } }) {
    const { all } = await scope((tx) => rulebook.parameters(tx));
    const shown = all
      .filter((parameter) => matches(parameter, search))
      .map((parameter) => parameterView(parameter, parameter.values.filter(wanted(filter))))
      .filter(({ values }) => values.length > 0);
    return { parameters: shown };
  },
});
