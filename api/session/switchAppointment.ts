import { AppError } from '../../domain/errors';
import type { Role } from '../../domain/lifecycle/roles';
import { actorOf } from '../context';
import { body, id } from '../fields';
import { operation } from '../operation';
import { appointmentsOf, exampleAppointment, exampleSession, SessionView, sessionView } from './view';

export const switchAppointment = operation({
  method: 'post',
  path: '/api/v1/session/appointment',
  permission: 'session.own',
  tag: '登录',
  summary: '切换任职',
  description: '一人可有多个任职;每次只以其中一个办事,权限和辖区随之改变。',
  effect: 'change',
  input: body({ appointmentId: id('任职') }),
  output: SessionView,
  example: { input: { appointmentId: exampleAppointment.id }, output: exampleSession },
  async handler(context, { body: { appointmentId } }) {
    const actor = actorOf(context);
    return context.scope(async (tx) => {
      const appointments = await appointmentsOf(tx, actor.staffId, context.now());
      const chosen = appointments.find(({ id }) => id === appointmentId);
      if (!chosen) throw new AppError('notFound', '您没有这个有效的任职,请从现有任职中选择');
      const { expiresAt } = await tx.session.update({ where: { id: actor.sessionId }, data: { appointmentId } });
      const next = { ...actor, appointmentId, role: chosen.role as Role, division: chosen.division };
      return sessionView(tx, next, expiresAt, context.now());
    });
  },
});
