import { z } from 'zod';
import { actorOf } from '../context';
import { divisionCode, integerText } from '../fields';
import { operation } from '../operation';
import { paged, placeOf } from '../paging';
import { DirectGrantImportView, directImportView, exampleDirectImport } from './direct-view';

const LIMIT = 50;
const FINDINGS = 200;

export const listDirectGrantImports = operation({
  method: 'get',
  path: '/api/v1/direct-grants/imports',
  permission: 'directGrant.read',
  tag: '备用金',
  summary: '查看直接救助的导入',
  description: '新的在前,每次至多列出200条问题。',
  effect: 'read',
  query: z.strictObject({
    division: divisionCode().exactOptional(),
    cursor: z.string().max(300, 'cursor 不对').meta({ description: '上一页的 next' }).exactOptional(),
    limit: integerText('每页数量', { min: 1, max: 100 }).exactOptional(),
  }),
  output: z.object({ items: z.array(DirectGrantImportView), next: z.string().nullable() }),
  example: { query: { division: '530581' }, output: { items: [exampleDirectImport], next: null } },
  division: ({ query: { division } }) => division,
  async handler(context, { query: { division: asked, cursor, limit = LIMIT } }) {
    const division = asked ?? actorOf(context).division;
    const [at, id] = cursor === undefined ? [] : placeOf(cursor, 2).map(String);
    const after =
      at === undefined || id === undefined
        ? {}
        : { OR: [{ createdAt: { lt: new Date(Number(at)) } }, { createdAt: new Date(Number(at)), id: { lt: id } }] };
    return context.scope(async (tx) => {
      const rows = await tx.directGrantImport.findMany({
        where: { AND: [{ county: { startsWith: division } }, after] },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: limit + 1,
      });
      const { items, next } = paged(rows, limit, (row) => [row.createdAt.getTime(), row.id]);
      const findings = await tx.directGrantFinding.findMany({
        where: { importId: { in: items.map((row) => row.id) } },
        orderBy: [{ line: 'asc' }, { field: 'asc' }],
      });
      const of = (importId: string) => findings.filter((one) => one.importId === importId).slice(0, FINDINGS);
      return { items: items.map((row) => directImportView(row, of(row.id))), next };
    });
  },
});
