import { z } from 'zod';
import { actorOf } from '../context';
import { operation } from '../operation';
import { noticeRows } from './list-sql';
import { endOfToday, reachOf } from './reach';
import { noticeStateNames, type NoticeState } from './states';

const zero = Object.fromEntries(noticeStateNames.map((state) => [state, 0])) as Record<NoticeState, number>;

export const countNotices = operation({
  method: 'get',
  path: '/api/v1/notices/counts',
  permission: 'case.read',
  tag: '公示',
  summary: '统计办理中的公示',
  description: '辖区内各状态的户数。',
  effect: 'read',
  output: z.object({ toPost: z.int(), running: z.int(), endPhoto: z.int(), objected: z.int() }),
  example: { output: { toPost: 2, running: 1, endPhoto: 0, objected: 0 } },
  async handler(context) {
    const conditions = reachOf(context);
    const sql = `select n.state, count(*)::int as count from ${noticeRows(conditions.where(), endOfToday(context, conditions))} group by n.state`;
    const { rows } = await context.store.withScopedClient(actorOf(context), (client) =>
      client.query<{ readonly state: NoticeState; readonly count: number }>(sql, conditions.values),
    );
    return { ...zero, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
  },
});
