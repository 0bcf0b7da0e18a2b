import { z } from 'zod';
import { boardNotices, type BoardNotice } from '../../store/public/board';
import { operation } from '../operation';
import { Place, childPlaces, examplePlace, isListed, placeOf, placeQuery } from './board';
import { NoticeView, exampleNotice, noticeView } from './notices';

const countUnder = (running: readonly BoardNotice[], division: string): number =>
  running.filter((notice) => notice.division.startsWith(division)).length;

export const listPublicNotices = operation({
  method: 'get',
  path: '/api/v1/public/notices',
  permission: 'notice.read',
  tag: '公开查询',
  summary: '查看正在公示的救助对象',
  description:
    '不需要登录。places 是下一级中有公示的地方及户数;选到乡镇(或村)时 notices 列出公示。姓名隐去一部分,不公布未成年人姓名、身份证号和病情;公示结束即不再显示。',
  effect: 'read',
  limit: 'publicReads',
  query: z.strictObject(placeQuery),
  output: z.object({
    place: Place,
    places: z.array(z.object({ division: z.string(), name: z.string(), notices: z.int() })),
    notices: z.array(NoticeView),
  }),
  example: {
    query: { division: '530581001' },
    output: { place: examplePlace, places: [], notices: [exampleNotice] },
  },
  async handler(context, { query: { division } }) {
    const place = placeOf(division);
    const running = (await context.scope((tx) => boardNotices(tx, division))).filter((notice) => notice.running);
    return {
      place,
      places: childPlaces(division)
        .map((child) => ({ ...child, notices: countUnder(running, child.division) }))
        .filter(({ notices }) => notices > 0),
      notices: isListed(division) ? running.map((notice) => noticeView(context, notice)) : [],
    };
  },
});
