import { z } from 'zod';
import { actorOf } from '../context';
import { divisionCode, integerText } from '../fields';
import { operation } from '../operation';
import { paged, placeOf } from '../paging';
import { CardAccountImportView, exampleImport, importViews } from './import-view';

export const listCardAccountImports = operation({
  method: 'get',
  path: '/api/v1/card-accounts/imports',
  permission: 'cardAccount.imports',
  tag: '发放账户',
  summary: '查看成批登记的记录',
  description: '辖区内导入过的账户文件,新的在前:哪个文件、谁、何时、登记和退回多少行。',
  effect: 'read',
  query: z.strictObject({
    division: divisionCode('地区').exactOptional(),
    cursor: z.string().max(300, 'cursor 不对').meta({ description: '上一页的 next' }).exactOptional(),
    limit: integerText('每页数量', { min: 1, max: 200 }).default(50),
  }),
  output: z.object({ items: z.array(CardAccountImportView), next: z.string().nullable() }),
  example: { query: { limit: '50' }, output: { items: [exampleImport], next: null } },
  division: ({ query: { division } }) => division,
  handler: (context, { query: { division, cursor, limit } }) =>
    context.scope(async (tx) => {
      const place = cursor === undefined ? undefined : placeOf(cursor, 2);
      const before = new Date(String(place?.[0] ?? ''));
      const rows = await tx.cardAccountImport.findMany({
        where: {
          office: { startsWith: division ?? actorOf(context).division },
          ...(place && { OR: [{ takenAt: { lt: before } }, { takenAt: before, id: { lt: String(place[1]) } }] }),
        },
        orderBy: [{ takenAt: 'desc' }, { id: 'desc' }],
        take: limit + 1,
      });
      const { items, next } = paged(rows, limit, (row) => [row.takenAt.toISOString(), row.id]);
      return { items: await importViews(tx, items), next };
    }),
});
