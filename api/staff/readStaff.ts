import { AppError } from '../../domain/errors';
import { actorOf } from '../context';
import { operation } from '../operation';
import { exampleStaff, exampleStaffId, staffParams, StaffView, staffView } from './members';

export const readStaff = operation({
  method: 'get',
  path: '/api/v1/staff/{staffId}',
  permission: 'staff.read',
  tag: '人员',
  summary: '查看一名人员',
  description: '只列本辖区内的任职。',
  effect: 'read',
  params: staffParams,
  output: StaffView,
  example: { params: { staffId: exampleStaffId }, output: exampleStaff },
  async handler(context, { params: { staffId } }) {
    const within = { division: { startsWith: actorOf(context).division } };
    const row = await context.scope((tx) =>
      tx.staff.findFirst({
        where: { id: staffId, appointments: { some: within } },
        include: { appointments: { where: within, orderBy: { validFrom: 'asc' } } },
      }),
    );
    if (!row) throw new AppError('notFound', '没有找到这名人员,可能不在您的辖区内');
    return staffView(row);
  },
});
