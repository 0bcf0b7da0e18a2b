import { z } from 'zod';
import { actorOf } from '../context';
import { operation } from '../operation';

export const listOwnSessions = operation({
  method: 'get',
  path: '/api/v1/session/all',
  permission: 'session.own',
  tag: '登录',
  summary: '查看本人的登录',
  description: '仍有效的登录,最近使用的在前。',
  effect: 'read',
  output: z.object({
    sessions: z.array(
      z.object({
        id: z.uuid(),
        current: z.boolean().meta({ description: '就是这一次' }),
        createdAt: z.iso.datetime(),
        lastSeenAt: z.iso.datetime(),
      }),
    ),
  }),
  example: { output: { sessions: [] } },
  async handler(context) {
    const { staffId, sessionId } = actorOf(context);
    const rows = await context.scope((tx) =>
      tx.session.findMany({
        where: { staffId, revokedAt: null, expiresAt: { gt: context.now() } },
        orderBy: { lastSeenAt: 'desc' },
        take: 100,
      }),
    );
    return {
      sessions: rows.map(({ id, createdAt, lastSeenAt }) => ({
        id,
        current: id === sessionId,
        createdAt: createdAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
      })),
    };
  },
});
