import { z } from 'zod';
import { actorOf } from '../context';
import { answer } from '../http/answer';
import { sessionCookie } from '../http/session';
import { operation } from '../operation';
import { revokeSessions } from './sessions';

export const logOut = operation({
  method: 'delete',
  path: '/api/v1/session',
  permission: 'session.own',
  tag: '登录',
  summary: '退出登录',
  effect: 'change',
  output: z.object({ ended: z.boolean() }),
  example: { output: { ended: true } },
  async handler(context) {
    const { staffId, sessionId } = actorOf(context);
    const ended = await context.scope((tx) => revokeSessions(tx, { staffId, id: sessionId }, context.now()));
    return answer({ ended: ended > 0 }, { headers: { 'Set-Cookie': sessionCookie('', new Date(0), context.secure) } });
  },
});
