import { z } from 'zod';
import { yuanFromFen } from '../../domain/money';
import { closedStates } from '../../domain/recovery/steps';
import { choice, divisionCode, integerText } from '../fields';
import { operation } from '../operation';
import { paged, placeOf } from '../paging';
import { exampleSummary, RecoverySummary, stateNames, summaryView } from './view';

const LIMIT = 20;

export const listRecoveries = operation({
  method: 'get',
  path: '/api/v1/recoveries',
  permission: 'recovery.read',
  tag: '追缴',
  summary: '查看追缴',
  description: '辖区内多发资金的追缴,新的在前;附辖区合计:多发=已收回+已核销+未收回。',
  effect: 'read',
  query: z.strictObject({
    state: choice('环节', stateNames).exactOptional(),
    open: choice('是否办结', ['open', 'closed']).exactOptional(),
    division: divisionCode().exactOptional(),
    cursor: z.string().max(300, 'cursor 不对').meta({ description: '上一页的 next' }).exactOptional(),
    limit: integerText('每页数量', { min: 1, max: 100 }).exactOptional(),
  }),
  output: z.object({
    items: z.array(RecoverySummary),
    next: z.string().nullable(),
    sums: z.object({
      count: z.int(),
      overpaid: z.string(),
      recovered: z.string(),
      writtenOff: z.string(),
      outstanding: z.string(),
    }),
  }),
  example: {
    query: { division: '530581', open: 'open' },
    output: {
      items: [exampleSummary],
      next: null,
      sums: { count: 1, overpaid: '300.00', recovered: '0.00', writtenOff: '0.00', outstanding: '300.00' },
    },
  },
  division: ({ query: { division } }) => division,
  async handler(context, { query: { state, open, division, cursor, limit = LIMIT } }) {
    const closed = [...closedStates];
    const where = {
      ...(state && { state }),
      ...(open && { AND: { state: open === 'open' ? { notIn: closed } : { in: closed } } }),
      ...(division && { township: { startsWith: division } }),
    };
    const [day, id] = cursor === undefined ? [] : (placeOf(cursor, 2) as [string, string]);
    const after = day === undefined ? {} : { OR: [{ openedOn: { lt: day } }, { openedOn: day, id: { lt: id! } }] };
    return context.scope(async (tx) => {
      const rows = await tx.recovery.findMany({
        where: { AND: [where, after] },
        orderBy: [{ openedOn: 'desc' }, { id: 'desc' }],
        take: limit + 1,
      });
      const { _sum: sum, _count: count } = await tx.recovery.aggregate({
        where,
        _count: true,
        _sum: { overpaidFen: true, recoveredFen: true, writtenOffFen: true, outstandingFen: true },
      });
      const { items, next } = paged(rows, limit, (row) => [row.openedOn, row.id]);
      return {
        items: items.map(summaryView),
        next,
        sums: {
          count,
          overpaid: yuanFromFen(sum.overpaidFen ?? 0n),
          recovered: yuanFromFen(sum.recoveredFen ?? 0n),
          writtenOff: yuanFromFen(sum.writtenOffFen ?? 0n),
          outstanding: yuanFromFen(sum.outstandingFen ?? 0n),
        },
      };
    });
  },
});
