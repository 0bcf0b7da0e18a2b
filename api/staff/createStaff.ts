import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { actorOf } from '../context';
import { body, choice, civilDate, divisionCode, text } from '../fields';
import { operation } from '../operation';
import { hashPassword, oneTimePassword } from '../session/passwords';
import { appointable, exampleStaffId, requireFitting } from './members';

export const createStaff = operation({
  method: 'post',
  path: '/api/v1/staff',
  permission: 'staff.manage',
  tag: '人员',
  summary: '新增人员',
  description: '建立账号并给出第一个任职。初始密码只在这次返回,请当面交给本人并提醒修改。',
  effect: 'change',
  status: 201,
  input: body({
    login: text('登录名', { min: 3, max: 64 }).regex(/^[a-z0-9][a-z0-9._-]*$/, '登录名只能用小写字母、数字、点、横线'),
    name: text('姓名', { max: 50 }),
    role: choice('角色', appointable),
    division: divisionCode('任职的行政区划'),
    validFrom: civilDate('任职开始日期'),
    validTo: civilDate('任职结束日期').exactOptional(),
  }),
  output: z.object({
    id: z.uuid(),
    appointmentId: z.uuid(),
    password: z.string().meta({ description: '初始密码,只显示一次' }),
  }),
  example: {
    input: {
      login: 'clerk.tengyue',
      name: '示例经办',
      role: 'townshipClerk',
      division: '530581001',
      validFrom: '2022-01-01',
    },
    output: { id: exampleStaffId, appointmentId: '0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1a01', password: 'mXr7pQk2vBn9Zd' },
  },
  division: ({ body: { division } }) => division,
  async handler(context, { body: { login, name, ...appointment } }) {
    const actor = actorOf(context);
    requireFitting(appointment.role, appointment.division);
    const password = oneTimePassword();
    const [id, appointmentId] = [randomUUID(), randomUUID()];
    await context.scope(async (tx) => {
      if (await tx.staff.findUnique({ where: { login } })) {
        throw new AppError('alreadyExists', `登录名“${login}”已有人使用,请换一个`);
      }
      await tx.staff.create({ data: { id, login, name, passwordHash: await hashPassword(password) } });
      await tx.appointment.create({
        data: { ...appointment, id: appointmentId, staffId: id, grantedBy: actor.staffId },
      });
    });
    context.audit.detail('staffId', id);
    return { id, appointmentId, password };
  },
});
