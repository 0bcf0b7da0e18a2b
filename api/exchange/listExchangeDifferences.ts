import { z } from 'zod';
import { differenceNames, differenceStates, type DifferenceState } from '../../domain/exchange/differences';
import { snapshotKindNames } from '../../domain/exchange/snapshot';
import { actorOf } from '../context';
import { choice, divisionCode, integerText } from '../fields';
import { operation } from '../operation';
import { paged, placeOf } from '../paging';
import { countsByCounty } from './county-counts';
import { differenceView, exampleDifference, ExchangeDifferenceView } from './difference-view';
import { cursorField } from './find';

const states = Object.keys(differenceStates) as [DifferenceState, ...DifferenceState[]];
const County = z.object({ county: z.string(), open: z.int(), settled: z.int() });

export const listExchangeDifferences = operation({
  method: 'get',
  path: '/api/v1/exchange/differences',
  permission: 'exchange.read',
  tag: '数据交换',
  summary: '查看与对方系统的差异',
  description: '按县、乡镇、种类、差异和处理情况筛选;姓名和证件号码部分隐去。counties 是各县待处理和已处理的条数。',
  effect: 'read',
  query: z.strictObject({
    division: divisionCode('地区').exactOptional(),
    kind: choice('名单种类', snapshotKindNames).exactOptional(),
    difference: choice('差异', differenceNames).exactOptional(),
    state: choice('处理情况', states).default('open'),
    cursor: cursorField.exactOptional(),
    limit: integerText('每页条数', { min: 1, max: 200 }).default(50),
  }),
  output: z.object({
    items: z.array(ExchangeDifferenceView),
    next: z.string().nullable(),
    counties: z.array(County.extend({ countyName: z.string() })),
  }),
  example: {
    query: { division: '530581', difference: 'amount', state: 'open', limit: '50' },
    output: {
      items: [exampleDifference],
      next: null,
      counties: [{ county: '530581', countyName: '腾冲市', open: 1, settled: 0 }],
    },
  },
  division: ({ query: { division } }) => division,
  handler: (context, { query: { division, kind, difference, state, cursor, limit } }) =>
    context.scope(async (tx) => {
      const place = division ?? actorOf(context).division;
      const within = {
        county: { startsWith: place.slice(0, 6) },
        ...(place.length > 6 ? { township: { startsWith: place.slice(0, 9) } } : {}),
        ...(kind ? { kind } : {}),
        ...(difference ? { differences: { has: difference } } : {}),
      };
      const after = cursor === undefined ? undefined : placeOf(cursor, 2).map(String);
      const [county, id] = after ?? [];
      const rows = await tx.exchangeDifference.findMany({
        where: {
          ...within,
          state,
          ...(county !== undefined && id !== undefined
            ? { OR: [{ county: { gt: county } }, { county, id: { gt: id } }] }
            : {}),
        },
        orderBy: [{ county: 'asc' }, { id: 'asc' }],
        take: limit + 1,
      });
      const { items, next } = paged(rows, limit, (row) => [row.county, row.id]);
      return {
        items: items.map((row) => differenceView(context.store.cipher, row)),
        next,
        counties: [...(await countsByCounty(tx, within))],
      };
    }),
});
