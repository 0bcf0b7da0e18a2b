import { z } from 'zod';
import { composePaymentList } from '../../domain/disclosure/list';
import { operation } from '../operation';
import { examplePaper, PaperView, paperView } from '../notices/papers';
import { listQuery, readPaymentLists } from './lists';

export const readPaymentList = operation({
  method: 'get',
  path: '/api/v1/payment-lists',
  permission: 'case.read',
  tag: '发放公开',
  summary: '查看一个地方某月的发放公示名单',
  description: '当月各批次已到账的家庭:姓名、人数、金额;不公布未成年人姓名、身份证号、病情。',
  effect: 'read',
  query: listQuery,
  output: z.object({ papers: z.array(PaperView) }),
  example: { query: { division: '530581001', month: '2022-09' }, output: { papers: [examplePaper] } },
  division: ({ query }) => query.division,
  handler: async (context, { query }) => ({
    papers: (await readPaymentLists(context, query)).map((list) => paperView(composePaymentList(list))),
  }),
});
