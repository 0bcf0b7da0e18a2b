import { z } from 'zod';
import { composeNotice } from '../../domain/notices/board';
import { operation } from '../operation';
import { boardQuery, readBoardNotices } from './board';
import { examplePaper, PaperView, paperView } from './papers';

export const readBoard = operation({
  method: 'get',
  path: '/api/v1/notices/board',
  permission: 'case.read',
  tag: '公示',
  summary: '查看一个村的公示单',
  description:
    '当天(postedOn,默认今天)张榜的和待张榜的家庭,一个救助项目一张。只有申请人姓名、人数、金额;不公布未成年人姓名、身份证号、病情。',
  effect: 'read',
  query: boardQuery,
  output: z.object({ papers: z.array(PaperView) }),
  example: { query: { division: '530581001001', postedOn: '2022-09-01' }, output: { papers: [examplePaper] } },
  division: ({ query }) => query.division,
  handler: async (context, { query }) => ({
    papers: (await readBoardNotices(context, query)).map((notice) => paperView(composeNotice(notice))),
  }),
});
