import { z } from 'zod';
import { actorOf } from '../context';
import { operation } from '../operation';
import { hashPassword, oneTimePassword } from '../session/passwords';
import { revokeSessions } from '../session/sessions';
import { exampleStaffId, requireManageable, staffParams } from './members';

export const resetPassword = operation({
  method: 'post',
  path: '/api/v1/staff/{staffId}/password',
  permission: 'staff.manage',
  tag: '人员',
  summary: '重置密码',
  description: '新密码只在这次返回;本人现有登录全部失效,锁定解除。',
  effect: 'change',
  params: staffParams,
  output: z.object({ password: z.string(), endedSessions: z.int() }),
  example: { params: { staffId: exampleStaffId }, output: { password: 'mXr7pQk2vBn9Zd', endedSessions: 0 } },
  async handler(context, { params: { staffId } }) {
    const now = context.now();
    const password = oneTimePassword();
    context.audit.detail('staffId', staffId);
    return context.scope(async (tx) => {
      await requireManageable(tx, actorOf(context), staffId, now);
      const passwordHash = await hashPassword(password);
      await tx.staff.update({ where: { id: staffId }, data: { passwordHash, failedLogins: 0, lockedUntil: null } });
      return { password, endedSessions: await revokeSessions(tx, { staffId }, now) };
    });
  },
});
