import { z } from 'zod';
import { kindNames } from '../../domain/exchange/kinds';
import { actorOf } from '../context';
import { choice, divisionCode, integerText } from '../fields';
import { operation } from '../operation';
import { paged, placeOf } from '../paging';
import { cursorField } from './find';
import { countsOf, examplePackage, ExchangePackageView, packageView } from './package-view';

export const listExchangePackages = operation({
  method: 'get',
  path: '/api/v1/exchange/packages',
  permission: 'exchange.read',
  tag: '数据交换',
  summary: '查看报送批次',
  description: '本辖区报送上级系统的批次和回执情况,新的在前。',
  effect: 'read',
  query: z.strictObject({
    division: divisionCode('地区').exactOptional(),
    kind: choice('内容', kindNames).exactOptional(),
    mode: choice('方式', ['incremental', 'full', 'fillIn']).exactOptional(),
    cursor: cursorField.exactOptional(),
    limit: integerText('每页条数', { min: 1, max: 200 }).default(50),
  }),
  output: z.object({ items: z.array(ExchangePackageView), next: z.string().nullable() }),
  example: {
    query: { division: '530581', kind: 'decisions', limit: '50' },
    output: { items: [examplePackage], next: null },
  },
  division: ({ query: { division } }) => division,
  async handler(context, { query: { division, kind, mode, cursor, limit } }) {
    const place = cursor === undefined ? undefined : placeOf(cursor, 2);
    const before = new Date(String(place?.[0] ?? ''));
    return context.scope(async (tx) => {
      const rows = await tx.exchangePackage.findMany({
        where: {
          county: { startsWith: (division ?? actorOf(context).division).slice(0, 6) },
          ...(kind ? { kind } : {}),
          ...(mode ? { mode } : {}),
          ...(place
            ? { OR: [{ createdAt: { lt: before } }, { createdAt: before, id: { lt: String(place[1]) } }] }
            : {}),
        },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: limit + 1,
      });
      const { items, next } = paged(rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
      const counts = await countsOf(
        tx,
        items.map(({ id }) => id),
      );
      return { items: items.map((row) => packageView(row, counts.get(row.id))), next };
    });
  },
});
