import { z } from 'zod';
import { civilDateAt } from '../../domain/civil-date';
import { actorOf } from '../context';
import { divisionCode, integerText } from '../fields';
import { budgetYearText } from '../funds/fields';
import { operation } from '../operation';
import { paged, placeOf } from '../paging';
import { exampleFund } from './examples';
import { fundView, ReserveFundView } from './views';

const LIMIT = 100;

const ListedFund = ReserveFundView.extend({
  openTopUps: z.int().meta({ description: '待县级批准的补充申请' }),
  openGrants: z.int().meta({ description: '待乡镇审批的救助' }),
  reconciledTo: z.string().nullable().meta({ description: '最近一次两人签字对账的月份' }),
}).meta({ id: 'ListedReserveFund' });

export const listReserveFunds = operation({
  method: 'get',
  path: '/api/v1/reserve-funds',
  permission: 'reserveFund.read',
  tag: '备用金',
  summary: '查看各乡镇备用金',
  description: '一个年度辖区内各乡镇的备用金余额、待办和对账情况,按乡镇代码。',
  effect: 'read',
  query: z.strictObject({
    division: divisionCode().exactOptional(),
    year: budgetYearText().exactOptional(),
    cursor: z.string().max(300, 'cursor 不对').meta({ description: '上一页的 next' }).exactOptional(),
    limit: integerText('每页数量', { min: 1, max: 200 }).exactOptional(),
  }),
  output: z.object({ items: z.array(ListedFund), next: z.string().nullable() }),
  example: {
    query: { division: '530581' },
    output: { items: [{ ...exampleFund, openTopUps: 0, openGrants: 1, reconciledTo: '2026-02' }], next: null },
  },
  division: ({ query: { division } }) => division,
  async handler(context, { query: { division: asked, year: wanted, cursor, limit = LIMIT } }) {
    const division = asked ?? actorOf(context).division;
    const year = wanted ?? Number(civilDateAt(context.now().getTime()).slice(0, 4));
    const after = cursor === undefined ? {} : { township: { gt: String(placeOf(cursor, 1)[0]) } };
    return context.scope(async (tx) => {
      const rows = await tx.reserveFund.findMany({
        where: { year, AND: [{ township: { startsWith: division } }, after] },
        orderBy: { township: 'asc' },
        take: limit + 1,
      });
      const of = { fundId: { in: rows.map(({ id }) => id) } };
      const open = { where: { ...of, state: 'proposed' }, _count: true as const };
      const topUps = await tx.reserveTopUp.groupBy({ by: ['fundId'], ...open });
      const grants = await tx.reserveGrant.groupBy({ by: ['fundId'], ...open });
      const signed = await tx.reserveReconciliation.groupBy({
        by: ['fundId'],
        where: { ...of, state: 'approved' },
        _max: { month: true },
      });
      const count = (counts: readonly { fundId: string; _count: number }[], fundId: string): number =>
        counts.find((one) => one.fundId === fundId)?._count ?? 0;
      const { items, next } = paged(rows, limit, (row) => [row.township]);
      return {
        next,
        items: items.map((row) => ({
          ...fundView(row),
          openTopUps: count(topUps, row.id),
          openGrants: count(grants, row.id),
          reconciledTo: signed.find(({ fundId }) => fundId === row.id)?._max.month ?? null,
        })),
      };
    });
  },
});
