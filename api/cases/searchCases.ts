import { z } from 'zod';
import { body } from '../fields';
import { operation } from '../operation';
import { searchFilters } from './list/filters';
import { readCaseList } from './list/read';
import { searched, searchedFor } from './list/search';
import { CaseSummary, exampleSummary } from './views/summary';

export const searchCases = operation({
  method: 'post',
  path: '/api/v1/cases/search',
  permission: 'case.read',
  tag: '案件',
  summary: '查找案件',
  description:
    '按姓名、案件号(text)或身份证号(idNumber),可加筛选。姓名和身份证号不放在网址中,所以用 POST;不改变任何内容,不需要 Idempotency-Key。',
  effect: 'read',
  input: body({ ...searched, ...searchFilters }),
  output: z.object({ items: z.array(CaseSummary), next: z.string().nullable() }),
  example: { input: { text: '甲示例' }, output: { items: [exampleSummary], next: null } },
  handler: (context, { body: { text, idNumber, ...filters } }) =>
    readCaseList(
      context,
      filters,
      searchedFor(context, { ...(text !== undefined && { text }), ...(idNumber !== undefined && { idNumber }) }),
    ),
});
