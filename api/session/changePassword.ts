import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { actorOf } from '../context';
import { body, secret } from '../fields';
import { operation } from '../operation';
import { hashPassword, passwordFits, requireStrong } from './passwords';
import { revokeSessions } from './sessions';

export const changePassword = operation({
  method: 'post',
  path: '/api/v1/session/password',
  permission: 'session.own',
  tag: '登录',
  summary: '修改密码',
  description: '修改后本人的其他登录全部失效。',
  effect: 'change',
  limit: 'failedLogins',
  input: body({ current: secret('原密码'), next: secret('新密码', { max: 128 }) }),
  output: z.object({ endedSessions: z.int() }),
  example: { input: { current: 'an-example-1', next: 'another-example-2' }, output: { endedSessions: 1 } },
  async handler(context, { body: { current, next } }) {
    const { staffId, sessionId } = actorOf(context);
    return context.scope(async (tx) => {
      const staff = await tx.staff.findUniqueOrThrow({ where: { id: staffId } });
      if (!(await passwordFits(staff.passwordHash, current))) {
        const message = '原密码不对';
        throw new AppError('invalidInput', message, { fields: [{ path: 'current', message }] });
      }
      requireStrong('next', next, staff.login);
      await tx.staff.update({ where: { id: staffId }, data: { passwordHash: await hashPassword(next) } });
      return { endedSessions: await revokeSessions(tx, { staffId, id: { not: sessionId } }, context.now()) };
    });
  },
});
