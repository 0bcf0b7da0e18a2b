import { actorOf } from '../context';
import { operation } from '../operation';
import { exampleSession, SessionView, sessionView } from './view';

export const readSession = operation({
  method: 'get',
  path: '/api/v1/session',
  permission: 'session.own',
  tag: '登录',
  summary: '查看当前登录',
  description: '本人姓名、现有任职、当前任职及其权限。',
  effect: 'read',
  output: SessionView,
  example: { output: exampleSession },
  async handler(context) {
    const actor = actorOf(context);
    return context.scope(async (tx) => {
      const { expiresAt } = await tx.session.findUniqueOrThrow({ where: { id: actor.sessionId } });
      return sessionView(tx, actor, expiresAt, context.now());
    });
  },
});
