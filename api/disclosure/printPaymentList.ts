import { z } from 'zod';
import { composePaymentList } from '../../domain/disclosure/list';
import { nameOf } from '../../domain/divisions';
import { pdfAnswer } from '../http/pdf';
import { bound } from '../notices/papers';
import { operation } from '../operation';
import { listQuery, readPaymentLists } from './lists';

export const printPaymentList = operation({
  method: 'get',
  path: '/api/v1/payment-lists/print',
  permission: 'case.read',
  tag: '发放公开',
  summary: '打印一个地方某月的发放公示名单',
  description: '内容与“查看一个地方某月的发放公示名单”相同;每次打印记入审计。',
  effect: 'read',
  query: listQuery,
  answers: 'application/pdf',
  output: z.unknown(),
  example: { query: { division: '530581001', month: '2022-09' } },
  division: ({ query }) => query.division,
  async handler(context, { query }) {
    const papers = (await readPaymentLists(context, query)).map(composePaymentList);
    const paper = bound(papers, '这个地方当月没有已到账的家庭,没有名单可打印');
    return pdfAnswer(await context.printer.print(paper), `发放公示-${nameOf(query.division)}-${query.month}`);
  },
});
