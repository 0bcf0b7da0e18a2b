import { randomUUID } from 'node:crypto';
import { actorOf } from '../context';
import { body, choice, civilDate, divisionCode } from '../fields';
import { operation } from '../operation';
import { appointmentView, AppointmentView, exampleAppointment } from '../session/view';
import {
  appointable,
  exampleStaffId,
  requireCompatible,
  requireFitting,
  requireManageable,
  staffParams,
} from './members';

export const grantAppointment = operation({
  method: 'post',
  path: '/api/v1/staff/{staffId}/appointments',
  permission: 'staff.manage',
  tag: '人员',
  summary: '授予任职',
  description: '任职 = 角色 + 行政区划 + 起止日期。管理员不能给自己授予,也不能兼任其他岗位。',
  effect: 'change',
  status: 201,
  params: staffParams,
  input: body({
    role: choice('角色', appointable),
    division: divisionCode('任职的行政区划'),
    validFrom: civilDate('任职开始日期'),
    validTo: civilDate('任职结束日期').exactOptional(),
  }),
  output: AppointmentView,
  example: {
    params: { staffId: exampleStaffId },
    input: { role: 'townshipClerk', division: '530581001', validFrom: '2022-01-01' },
    output: exampleAppointment,
  },
  division: ({ body: { division } }) => division,
  async handler(context, { params: { staffId }, body: input }) {
    const actor = actorOf(context);
    requireFitting(input.role, input.division);
    context.audit.detail('staffId', staffId);
    return context.scope(async (tx) => {
      const { held } = await requireManageable(tx, actor, staffId, context.now());
      requireCompatible(held, input.role);
      const row = await tx.appointment.create({
        data: { ...input, id: randomUUID(), staffId, grantedBy: actor.staffId },
      });
      context.audit.detail('appointmentId', row.id);
      return appointmentView(row);
    });
  },
});
