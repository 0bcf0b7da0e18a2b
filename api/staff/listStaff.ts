import { z } from 'zod';
import { actorOf } from '../context';
import { choice, divisionCode, integerText, text } from '../fields';
import { operation } from '../operation';
import { appointable, exampleStaff, StaffView, staffView } from './members';

export const listStaff = operation({
  method: 'get',
  path: '/api/v1/staff',
  permission: 'staff.read',
  tag: '人员',
  summary: '查看人员',
  description: '本辖区内有(过)任职的人员,按登录名排列;下一页用 next 作 after。',
  effect: 'read',
  query: z.strictObject({
    division: divisionCode().exactOptional(),
    search: text('登录名或姓名', { max: 50 }).exactOptional(),
    role: choice('角色', appointable).exactOptional(),
    active: choice('是否在用', ['true', 'false']).exactOptional(),
    after: text('起始登录名', { max: 64 }).exactOptional(),
    limit: integerText('每页条数', { min: 1, max: 200 }).default(50),
  }),
  output: z.object({ staff: z.array(StaffView), next: z.string().nullable() }),
  example: { query: { division: '530581', limit: '50' }, output: { staff: [exampleStaff], next: null } },
  division: ({ query: { division } }) => division,
  async handler(context, { query: { division, search, role, active, after, limit } }) {
    const actor = actorOf(context);
    const within = { division: { startsWith: division ?? actor.division } };
    const rows = await context.scope((tx) =>
      tx.staff.findMany({
        where: {
          appointments: { some: { ...within, ...(role ? { role } : {}) } },
          ...(active ? { active: active === 'true' } : {}),
          ...(after ? { login: { gt: after } } : {}),
          ...(search ? { OR: [{ login: { contains: search } }, { name: { contains: search } }] } : {}),
        },
        include: { appointments: { where: within, orderBy: { validFrom: 'asc' } } },
        orderBy: { login: 'asc' },
        take: limit + 1,
      }),
    );
    const page = rows.slice(0, limit);
    return { staff: page.map(staffView), next: rows.length > limit ? page.at(-1)!.login : null };
  },
});
