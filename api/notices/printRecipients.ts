import { z } from 'zod';
import { nameOf } from '../../domain/divisions';
import { composeRecipients } from '../../domain/notices/recipients';
import { pdfAnswer } from '../http/pdf';
import { operation } from '../operation';
import { villageCode } from './board';
import { bound } from './papers';
import { readRecipientLists } from './recipients';

const NOTHING = '这个村(社区)现在没有在保家庭,没有名单可打印';

export const printRecipients = operation({
  method: 'get',
  path: '/api/v1/notices/recipients/print',
  permission: 'case.read',
  tag: '公示',
  summary: '打印一个村的长期公示名单',
  description: '内容与“查看一个村的长期公示名单”相同;每次打印记入审计。',
  effect: 'read',
  query: z.strictObject({ division: villageCode }),
  answers: 'application/pdf',
  output: z.unknown(),
  example: { query: { division: '530581001001' } },
  division: ({ query }) => query.division,
  async handler(context, { query: { division } }) {
    const paper = bound((await readRecipientLists(context, division)).map(composeRecipients), NOTHING);
    return pdfAnswer(await context.printer.print(paper), `长期公示-${nameOf(division)}`);
  },
});
