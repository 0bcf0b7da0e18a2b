import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { actorOf } from '../context';
import { id } from '../fields';
import { operation } from '../operation';
import { revokeSessions } from '../session/sessions';
import { exampleStaffId, requireManageable, staffParams } from './members';

export const revokeStaffSession = operation({
  method: 'delete',
  path: '/api/v1/staff/{staffId}/sessions/{sessionId}',
  permission: 'staff.manage',
  tag: '人员',
  summary: '强制某人退出登录',
  effect: 'change',
  params: staffParams.extend({ sessionId: id('登录') }),
  output: z.object({ ended: z.boolean() }),
  example: {
    params: { staffId: exampleStaffId, sessionId: '0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1a02' },
    output: { ended: true },
  },
  async handler(context, { params: { staffId, sessionId } }) {
    const now = context.now();
    context.audit.detail('staffId', staffId);
    return context.scope(async (tx) => {
      await requireManageable(tx, actorOf(context), staffId, now);
      const ended = await revokeSessions(tx, { staffId, id: sessionId }, now);
      if (ended === 0) throw new AppError('notFound', '没有找到这次登录,可能已经失效');
      return { ended: true };
    });
  },
});
