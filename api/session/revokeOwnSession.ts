import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { actorOf } from '../context';
import { id } from '../fields';
import { operation } from '../operation';
import { revokeSessions } from './sessions';

export const revokeOwnSession = operation({
  method: 'delete',
  path: '/api/v1/session/all/{sessionId}',
  permission: 'session.own',
  tag: '登录',
  summary: '退出本人的另一次登录',
  effect: 'change',
  params: z.strictObject({ sessionId: id('登录') }),
  output: z.object({ ended: z.boolean() }),
  example: { params: { sessionId: '0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1a02' }, output: { ended: true } },
  async handler(context, { params: { sessionId } }) {
    const { staffId } = actorOf(context);
    return context.scope(async (tx) => {
      const ended = await revokeSessions(tx, { staffId, id: sessionId }, context.now());
      if (ended === 0) throw new AppError('notFound', '没有找到这次登录,可能已经失效');
      return { ended: true };
    });
  },
});
