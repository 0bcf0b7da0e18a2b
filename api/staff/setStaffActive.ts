import { z } from 'zod';
import { actorOf } from '../context';
import { body, flag } from '../fields';
import { operation } from '../operation';
import { revokeSessions } from '../session/sessions';
import { exampleStaffId, requireManageable, staffParams } from './members';

export const setStaffActive = operation({
  method: 'put',
  path: '/api/v1/staff/{staffId}/active',
  permission: 'staff.manage',
  tag: '人员',
  summary: '停用或启用账号',
  description: '停用后立即不能登录,现有登录全部失效;办过的事仍记在本人名下。启用同时解除锁定。',
  effect: 'change',
  params: staffParams,
  input: body({ active: flag('是否启用') }),
  output: z.object({ active: z.boolean(), endedSessions: z.int() }),
  example: {
    params: { staffId: exampleStaffId },
    input: { active: false },
    output: { active: false, endedSessions: 1 },
  },
  async handler(context, { params: { staffId }, body: { active } }) {
    const now = context.now();
    context.audit.detail('staffId', staffId);
    return context.scope(async (tx) => {
      await requireManageable(tx, actorOf(context), staffId, now);
      await tx.staff.update({ where: { id: staffId }, data: { active, failedLogins: 0, lockedUntil: null } });
      return { active, endedSessions: active ? 0 : await revokeSessions(tx, { staffId }, now) };
    });
  },
});
