import { AppError } from '../../domain/errors';
import { actorOf } from '../context';
import { body, civilDate, id } from '../fields';
import { operation } from '../operation';
import { appointmentView, AppointmentView, exampleAppointment } from '../session/view';
import { exampleStaffId, requireManageable, staffParams } from './members';

export const endAppointment = operation({
  method: 'post',
  path: '/api/v1/staff/{staffId}/appointments/{appointmentId}/end',
  permission: 'staff.manage',
  tag: '人员',
  summary: '结束任职',
  description: '最后一日过后该任职不能再用。任职只结束、不删除:办过的事仍能说清当时的身份。',
  effect: 'change',
  params: staffParams.extend({ appointmentId: id('任职') }),
  input: body({ lastDay: civilDate('最后一日') }),
  output: AppointmentView,
  example: {
    params: { staffId: exampleStaffId, appointmentId: exampleAppointment.id },
    input: { lastDay: '2022-12-31' },
    output: { ...exampleAppointment, validTo: '2022-12-31' },
  },
  async handler(context, { params: { staffId, appointmentId }, body: { lastDay } }) {
    context.audit.detail('appointmentId', appointmentId);
    return context.scope(async (tx) => {
      await requireManageable(tx, actorOf(context), staffId, context.now());
      const { count } = await tx.appointment.updateMany({
        where: { id: appointmentId, staffId, OR: [{ validTo: null }, { validTo: { gt: lastDay } }] },
        data: { validTo: lastDay },
      });
      if (count === 0) throw new AppError('notFound', '没有找到这个任职,或它已在这一日之前结束');
      return appointmentView(await tx.appointment.findUniqueOrThrow({ where: { id: appointmentId } }));
    });
  },
});
