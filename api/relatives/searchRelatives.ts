import { z } from 'zod';
import type { Prisma } from '../../generated/prisma/client';
import { actorOf } from '../context';
import { body, choice, divisionCode, text } from '../fields';
import { operation } from '../operation';
import { paged, placeOf } from '../paging';
import { exampleRelative, RelativeView, relativeViews } from './view';

const LIMIT = 50;

const after = (cursor: string): Prisma.RelativeDeclarationWhereInput => {
  const [at, id] = placeOf(cursor, 2);
  const declaredAt = new Date(Number(at));
  return { OR: [{ declaredAt: { lt: declaredAt } }, { declaredAt, id: { lt: String(id) } }] };
};

export const searchRelatives = operation({
  method: 'post',
  path: '/api/v1/relatives/search',
  permission: 'relative.read',
  tag: '近亲属备案',
  summary: '查看近亲属备案',
  description:
    '本辖区的备案,新的在前,可按工作人员姓名、地区和状态查找。姓名不放在网址中,所以用 POST;不需要 Idempotency-Key,查看记入审计。',
  effect: 'read',
  input: body({
    name: text('工作人员姓名', { max: 60 }).exactOptional(),
    division: divisionCode().exactOptional(),
    state: choice('状态', ['inForce', 'ended']).exactOptional(),
    cursor: z.string().max(300, 'cursor 不对').exactOptional(),
  }),
  output: z.object({ items: z.array(RelativeView), next: z.string().nullable() }),
  example: { input: { division: '530581' }, output: { items: [exampleRelative], next: null } },
  division: ({ body: { division } }) => division,
  async handler(context, { body: { name, division, state, cursor } }) {
    return context.scope(async (tx) => {
      const own = division ?? actorOf(context).division;
      const rows = await tx.relativeDeclaration.findMany({
        where: {
          AND: [
            { case: { division: { startsWith: own } } },
            name === undefined ? {} : { relativeName: { contains: name } },
            state === undefined ? {} : { ending: state === 'ended' ? { isNot: null } : null },
            cursor === undefined ? {} : after(cursor),
          ],
        },
        include: { ending: true },
        orderBy: [{ declaredAt: 'desc' }, { id: 'desc' }],
        take: LIMIT + 1,
      });
      const { items, next } = paged(rows, LIMIT, (row) => [row.declaredAt.getTime(), row.id]);
      context.audit.persons(items.map(({ personId }) => personId));
      context.audit.detail('found', items.length);
      return { items: await relativeViews(tx, items), next };
    });
  },
});
