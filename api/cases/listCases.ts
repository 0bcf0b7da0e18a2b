import { z } from 'zod';
import { operation } from '../operation';
import { listQuery } from './list/filters';
import { readCaseList } from './list/read';
import { CaseSummary, exampleSummary } from './views/summary';

export const listCases = operation({
  method: 'get',
  path: '/api/v1/cases',
  permission: 'case.read',
  tag: '案件',
  summary: '列出案件',
  description: '辖区内的案件,后提交的在前。按姓名、案件号、身份证号查询用“查找案件”。',
  effect: 'read',
  query: listQuery,
  output: z.object({ items: z.array(CaseSummary), next: z.string().nullable() }),
  example: {
    query: { stage: 'submitted', division: '530581', limit: '20' },
    output: { items: [exampleSummary], next: null },
  },
  handler: (context, { query: { overdue, open, emergency, ...filters } }) =>
    readCaseList(context, {
      ...filters,
      ...(overdue !== undefined && { overdue: overdue === 'true' }),
      ...(open !== undefined && { open: open === 'true' }),
      ...(emergency !== undefined && { emergency: emergency === 'true' }),
    }),
});
