import { z } from 'zod';
import { actorOf } from '../context';
import { choice, divisionCode, integerText } from '../fields';
import { operation } from '../operation';
import { paged, placeOf } from '../paging';
import { states } from '../rulebook/entries';
import { budgetYearText, movementKind, programme, source } from './fields';
import { exampleMovement, FundMovementView, movementView } from './movement-view';

const LIMIT = 50;

export const listFundMovements = operation({
  method: 'get',
  path: '/api/v1/funds/movements',
  permission: 'funds.read',
  tag: '资金',
  summary: '查看资金流水',
  description: '拨出或收到的一方在所查地区的下达、拨付和到账,新的日期在前。',
  effect: 'read',
  query: z.strictObject({
    division: divisionCode().exactOptional(),
    year: budgetYearText().exactOptional(),
    programme: programme().exactOptional(),
    source: source().exactOptional(),
    kind: movementKind().exactOptional(),
    state: choice('状态', states).exactOptional(),
    cursor: z.string().max(300, 'cursor 不对').meta({ description: '上一页的 next' }).exactOptional(),
    limit: integerText('每页数量', { min: 1, max: 200 }).exactOptional(),
  }),
  output: z.object({ items: z.array(FundMovementView), next: z.string().nullable() }),
  example: { query: { division: '530581' }, output: { items: [exampleMovement], next: null } },
  division: ({ query: { division } }) => division,
  async handler(context, { query: { division: asked, cursor, limit = LIMIT, ...filters } }) {
    const division = asked ?? actorOf(context).division;
    const [day, id] = cursor === undefined ? [] : placeOf(cursor, 2).map(String);
    const after =
      day === undefined || id === undefined ? {} : { OR: [{ onDate: { lt: day } }, { onDate: day, id: { lt: id } }] };
    const rows = await context.scope((tx) =>
      tx.fundMovement.findMany({
        where: {
          ...filters,
          AND: [after, { OR: [{ toDivision: { startsWith: division } }, { fromDivision: { startsWith: division } }] }],
        },
        orderBy: [{ onDate: 'desc' }, { id: 'desc' }],
        take: limit + 1,
      }),
    );
    const { items, next } = paged(rows, limit, (row) => [row.onDate, row.id]);
    return { items: items.map(movementView), next };
  },
});
