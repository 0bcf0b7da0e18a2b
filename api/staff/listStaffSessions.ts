import { z } from 'zod';
import { actorOf } from '../context';
import { operation } from '../operation';
import { exampleStaffId, requireManageable, staffParams } from './members';

export const listStaffSessions = operation({
  method: 'get',
  path: '/api/v1/staff/{staffId}/sessions',
  permission: 'staff.manage',
  tag: '人员',
  summary: '查看某人的登录',
  description: '仍有效的登录,最近使用的在前。',
  effect: 'read',
  params: staffParams,
  output: z.object({
    sessions: z.array(
      z.object({
        id: z.uuid(),
        appointmentId: z.uuid(),
        createdAt: z.iso.datetime(),
        lastSeenAt: z.iso.datetime(),
        expiresAt: z.iso.datetime(),
      }),
    ),
  }),
  example: { params: { staffId: exampleStaffId }, output: { sessions: [] } },
  async handler(context, { params: { staffId } }) {
    const now = context.now();
    const rows = await context.scope(async (tx) => {
      await requireManageable(tx, actorOf(context), staffId, now);
      return tx.session.findMany({
        where: { staffId, revokedAt: null, expiresAt: { gt: now } },
        orderBy: { lastSeenAt: 'desc' },
        take: 100,
      });
    });
    return {
      sessions: rows.map(({ id, appointmentId, createdAt, lastSeenAt, expiresAt }) => ({
        id,
        appointmentId,
        createdAt: createdAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
      })),
    };
  },
});
