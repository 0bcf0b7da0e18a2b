import { z } from 'zod';
import { actorOf } from '../context';
import { choice, divisionCode, integerText } from '../fields';
import { operation } from '../operation';
import { paged, placeOf } from '../paging';
import { noticeRows, type NoticeRow } from './list-sql';
import { endOfToday, reachOf } from './reach';
import { noticeStateNames } from './states';
import { exampleNoticeItem, noticeItem, NoticeItem } from './view';

const LIMIT = 100;

export const listNotices = operation({
  method: 'get',
  path: '/api/v1/notices',
  permission: 'case.read',
  tag: '公示',
  summary: '列出办理中的公示',
  description:
    '按村排列。toPost:待张榜;running:公示中;endPhoto:今天期满或已期满、还没有结束照片;objected:有异议。登记张榜和结束照片用案件的 recordPosting、recordEndPhoto。',
  effect: 'read',
  query: z.strictObject({
    state: choice('状态', noticeStateNames).exactOptional(),
    division: divisionCode().exactOptional(),
    cursor: z.string().max(300, 'cursor 不对').meta({ description: '上一页的 next' }).exactOptional(),
    limit: integerText('每页数量', { min: 1, max: 200 }).exactOptional(),
  }),
  output: z.object({ items: z.array(NoticeItem), next: z.string().nullable() }),
  example: { query: { state: 'toPost' }, output: { items: [exampleNoticeItem], next: null } },
  async handler(context, { query: { state, division, cursor, limit = LIMIT } }) {
    const conditions = reachOf(context, division);
    const rows = noticeRows(conditions.where(), endOfToday(context, conditions));
    const outer = [
      ...(state === undefined ? [] : [`n.state = ${conditions.value(state)}`]),
      ...(cursor === undefined
        ? []
        : [`(n.division, n."caseId") > (${placeOf(cursor, 2).map(conditions.value).join(', ')}::uuid)`]),
    ];
    const sql = `select * from ${rows} where ${['true', ...outer].join(' and ')}
      order by n.division, n."caseId" limit ${conditions.value(limit + 1)}`;
    const found = await context.store.withScopedClient(actorOf(context), (client) =>
      client.query<NoticeRow>(sql, conditions.values),
    );
    const { items, next } = paged(found.rows, limit, (row) => [row.division, row.caseId]);
    return { items: items.map((row) => noticeItem(row, context.now())), next };
  },
});
