import { z } from 'zod';
import { actorOf } from '../context';
import { divisionCode } from '../fields';
import { operation } from '../operation';
import { exampleSummary } from './example';
import { DisclosureSummary, summaryView } from './view';

const MOST = 200;

export const listDisclosures = operation({
  method: 'get',
  path: '/api/v1/disclosures',
  permission: 'disclosure.read',
  tag: '发放公开',
  summary: '查看各月发放公开表',
  description: '本县(或辖区各县)每月公开表的各个版本,新的月份和版本在前,至多200份。',
  effect: 'read',
  query: z.strictObject({ division: divisionCode().exactOptional() }),
  output: z.object({ disclosures: z.array(DisclosureSummary) }),
  example: { query: {}, output: { disclosures: [exampleSummary] } },
  async handler(context, { query }) {
    const division = query.division ?? actorOf(context).division;
    const rows = await context.scope((tx) =>
      tx.disclosure.findMany({
        where: { county: { startsWith: division.slice(0, 6) } },
        orderBy: [{ month: 'desc' }, { county: 'asc' }, { item: 'asc' }, { version: 'desc' }],
        take: MOST,
      }),
    );
    return { disclosures: rows.map(summaryView) };
  },
});
