import { z } from 'zod';
import { choice, integerText } from '../fields';
import { operation } from '../operation';
import { paged, placeOf } from '../paging';
import {
  accountOutcomes,
  CardAccountImportRowView,
  CardAccountImportView,
  exampleImport,
  exampleImportRows,
  findImport,
  importParams,
  importRowView,
  importViews,
  notOfRelatives,
} from './import-view';

export const readCardAccountImport = operation({
  method: 'get',
  path: '/api/v1/card-accounts/imports/{importId}',
  permission: 'cardAccount.imports',
  tag: '发放账户',
  summary: '查看一次成批登记的逐行结果',
  description: '按文件中的行号;一行有几处错误的列几条。卡号只有末四位。',
  effect: 'read',
  params: importParams,
  query: z.strictObject({
    outcome: choice('结果', accountOutcomes).exactOptional(),
    cursor: z.string().max(300, 'cursor 不对').meta({ description: '上一页的 next' }).exactOptional(),
    limit: integerText('每页数量', { min: 1, max: 200 }).default(100),
  }),
  output: z.object({
    import: CardAccountImportView,
    rows: z.array(CardAccountImportRowView),
    next: z.string().nullable(),
  }),
  example: {
    params: { importId: exampleImport.id },
    query: { outcome: 'error', limit: '100' },
    output: { import: exampleImport, rows: exampleImportRows.slice(1), next: null },
  },
  handler: (context, { params: { importId }, query: { outcome, cursor, limit } }) =>
    context.scope(async (tx) => {
      const found = await findImport(tx, importId);
      const [view] = await importViews(tx, [found]);
      // Places are numbered through the whole file, in the order of its lines.
      const after = cursor === undefined ? -1 : Number(placeOf(cursor, 1)[0]);
      const rows = await tx.cardAccountImportRow.findMany({
        where: { importId, place: { gt: after }, ...(outcome && { outcome }), ...(await notOfRelatives(context, tx)) },
        orderBy: { place: 'asc' },
        take: limit + 1,
      });
      const { items, next } = paged(rows, limit, ({ place }) => [place]);
      return { import: view!, rows: items.map(importRowView), next };
    }),
});
