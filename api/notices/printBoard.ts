import { z } from 'zod';
import { nameOf } from '../../domain/divisions';
import { composeNotice } from '../../domain/notices/board';
import { pdfAnswer } from '../http/pdf';
import { operation } from '../operation';
import { boardQuery, readBoardNotices } from './board';
import { bound } from './papers';

const NOTHING = '这个村(社区)当天没有要张榜的家庭,请核对张榜日期';

export const printBoard = operation({
  method: 'get',
  path: '/api/v1/notices/board/print',
  permission: 'case.read',
  tag: '公示',
  summary: '打印一个村的公示单',
  description: '内容与“查看一个村的公示单”相同;每次打印记入审计。',
  effect: 'read',
  query: boardQuery,
  answers: 'application/pdf',
  output: z.unknown(),
  example: { query: { division: '530581001001', postedOn: '2022-09-01' } },
  division: ({ query }) => query.division,
  async handler(context, { query }) {
    const paper = bound((await readBoardNotices(context, query)).map(composeNotice), NOTHING);
    return pdfAnswer(await context.printer.print(paper), `公示单-${nameOf(query.division)}`);
  },
});
