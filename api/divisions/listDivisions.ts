import { z } from 'zod';
import { childrenOf } from '../../domain/divisions';
import { divisionCode } from '../fields';
import { operation } from '../operation';
import { DivisionView, divisionView, exampleDivision } from './view';

export const listDivisions = operation({
  method: 'get',
  path: '/api/v1/divisions',
  permission: 'division.read',
  tag: '行政区划',
  summary: '查看下级行政区划',
  description: '某地的下一级,按代码排列;不填 parent 从省开始。',
  effect: 'none',
  query: z.strictObject({ parent: divisionCode('上级行政区划代码').exactOptional() }),
  output: z.object({ divisions: z.array(DivisionView) }),
  example: { query: { parent: '530581' }, output: { divisions: [exampleDivision] } },
  handler: (_context, { query: { parent = '' } }) =>
    Promise.resolve({ divisions: childrenOf(parent).map(divisionView) }),
});
