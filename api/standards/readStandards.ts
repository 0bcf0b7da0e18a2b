import { z } from 'zod';
import { civilDateAt } from '../../domain/civil-date';
import { childrenOf, findDivision, nameOf } from '../../domain/divisions';
import { brokenOn } from '../../domain/parameters/invariants';
import type { Parameters } from '../../domain/parameters/resolve';
import { standardOn } from '../../domain/standards/history';
import { standardKinds } from '../../domain/standards/kinds';
import { fieldError } from '../../domain/errors';
import { actorOf } from '../context';
import { civilDate, divisionCode } from '../fields';
import { operation } from '../operation';
import { HeldValue, heldView, kindFields, kindView } from './view';

const PROVINCE = '53';
const COUNTY = 6;

const Row = z.object({
  ...kindFields,
  held: HeldValue.nullable(),
  guide: HeldValue.nullable().meta({ description: '省级指导标准' }),
});
const PlaceStandards = z
  .object({
    division: z.string(),
    name: z.string(),
    standards: z.array(Row),
    broken: z.array(
      z.object({ rule: z.enum(['guide', 'tekunRatio', 'ruralRatio']), dueOn: z.string(), says: z.string() }),
    ),
  })
  .meta({ id: 'PlaceStandards' });

const placeView = (parameters: Parameters, division: string, on: string): z.input<typeof PlaceStandards> => ({
  division,
  name: nameOf(division),
  standards: standardKinds.map((kind) => ({
    ...kindView(kind),
    held: heldView(standardOn(parameters, kind, division, on)),
    guide: heldView(standardOn(parameters, kind, PROVINCE, on)),
  })),
  broken: brokenOn(parameters, division, on).map(({ rule, dueOn, says }) => ({ rule, dueOn, says })),
});

export const readStandards = operation({
  method: 'get',
  path: '/api/v1/standards',
  permission: 'parameter.read',
  tag: '标准和参数',
  summary: '查看各地的保障标准',
  description:
    '所问地区及其下一级(到县)某日执行的标准、省级指导标准,以及低于法定下限的情形;不填地区看本辖区,不填日期看今天。',
  effect: 'read',
  query: z.strictObject({ division: divisionCode().exactOptional(), on: civilDate('日期').exactOptional() }),
  output: z.object({ on: z.string(), places: z.array(PlaceStandards) }),
  example: { query: { division: '530581', on: '2022-07-01' }, output: { on: '2022-07-01', places: [] } },
  async handler(context, { query }) {
    const division = (query.division ?? actorOf(context).division).slice(0, COUNTY);
    if (!findDivision(division)) throw fieldError('division', `没有行政区划${division},请从行政区划列表中选择`);
    const on = query.on ?? civilDateAt(context.now().getTime());
    const parameters = await context.scope((tx) => context.rulebook.parameters(tx));
    const below = division.length < COUNTY ? childrenOf(division).map(({ code }) => code) : [];
    return { on, places: [division, ...below].map((code) => placeView(parameters, code, on)) };
  },
});
