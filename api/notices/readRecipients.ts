import { z } from 'zod';
import { composeRecipients } from '../../domain/notices/recipients';
import { operation } from '../operation';
import { villageCode } from './board';
import { examplePaper, PaperView, paperView } from './papers';
import { readRecipientLists } from './recipients';

export const readRecipients = operation({
  method: 'get',
  path: '/api/v1/notices/recipients',
  permission: 'case.read',
  tag: '公示',
  summary: '查看一个村的长期公示名单',
  description: '在保(含渐退)家庭:姓名、保障人数、月保障金;不公布未成年人姓名、身份证号、病情。',
  effect: 'read',
  query: z.strictObject({ division: villageCode }),
  output: z.object({ papers: z.array(PaperView) }),
  example: { query: { division: '530581001001' }, output: { papers: [examplePaper] } },
  division: ({ query }) => query.division,
  handler: async (context, { query: { division } }) => ({
    papers: (await readRecipientLists(context, division)).map((list) => paperView(composeRecipients(list))),
  }),
});
