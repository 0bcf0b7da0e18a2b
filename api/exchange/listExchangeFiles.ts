import { z } from 'zod';
import { fileStateNames } from '../../domain/exchange/file';
import { actorOf } from '../context';
import { choice, divisionCode, id, integerText } from '../fields';
import { operation } from '../operation';
import { paged, placeOf } from '../paging';
import { cursorField } from './find';
import { exampleFile, ExchangeFileView, takenFileViews } from './taken-file-view';

export const listExchangeFiles = operation({
  method: 'get',
  path: '/api/v1/exchange/files',
  permission: 'exchange.read',
  tag: '数据交换',
  summary: '查看收下的文件',
  description: '导入的回执和名单文件,新的在前:等待读取、已读完或读取失败;失败的写明原因和怎么办。',
  effect: 'read',
  query: z.strictObject({
    division: divisionCode('地区').exactOptional(),
    what: choice('种类', ['receipt', 'snapshot']).exactOptional(),
    packageId: id('批次').exactOptional(),
    state: choice('情况', fileStateNames).exactOptional(),
    cursor: cursorField.exactOptional(),
    limit: integerText('每页条数', { min: 1, max: 200 }).default(50),
  }),
  output: z.object({ items: z.array(ExchangeFileView), next: z.string().nullable() }),
  example: { query: { division: '530581', limit: '50' }, output: { items: [exampleFile], next: null } },
  division: ({ query: { division } }) => division,
  handler: (context, { query: { division, what, packageId, state, cursor, limit } }) =>
    context.scope(async (tx) => {
      const place = cursor === undefined ? undefined : placeOf(cursor, 2);
      const before = new Date(String(place?.[0] ?? ''));
      const rows = await tx.exchangeFile.findMany({
        where: {
          county: { startsWith: (division ?? actorOf(context).division).slice(0, 6) },
          ...(what && { what }),
          ...(packageId && { packageId }),
          ...(state && { state }),
          ...(place && { OR: [{ takenAt: { lt: before } }, { takenAt: before, id: { lt: String(place[1]) } }] }),
        },
        orderBy: [{ takenAt: 'desc' }, { id: 'desc' }],
        take: limit + 1,
      });
      const { items, next } = paged(rows, limit, (row) => [row.takenAt.toISOString(), row.id]);
      return { items: await takenFileViews(tx, items), next };
    }),
});
