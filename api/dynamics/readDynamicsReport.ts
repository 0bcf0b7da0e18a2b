import { z } from 'zod';
import { isCivilMonth } from '../../domain/civil-date';
import { dynamicsKinds, kindNames } from '../../domain/dynamics/kinds';
import { divisionCode, text } from '../fields';
import { operation } from '../operation';
import { actorOf } from '../context';

const Counts = z.object({ total: z.int(), noChange: z.int(), matter: z.int(), note: z.int(), undecided: z.int() });

export const readDynamicsReport = operation({
  method: 'get',
  path: '/api/v1/dynamics-reports/{month}',
  permission: 'dynamics.read',
  tag: '动态管理',
  summary: '查看月度动态管理报告',
  description: '辖区当月清单的汇总:各类事项多少、怎样决定,多少乡镇已签字、逾期。',
  effect: 'read',
  params: z.strictObject({ month: text('月份').refine(isCivilMonth, '月份应为年-月,例如 2022-09') }),
  query: z.strictObject({ division: divisionCode().exactOptional() }),
  output: z.object({
    month: z.string(),
    lists: z.int(),
    signed: z.int(),
    late: z.int(),
    kinds: z.array(Counts.extend({ kind: z.string(), label: z.string() })),
    total: Counts,
  }),
  example: {
    params: { month: '2022-09' },
    query: { division: '530581' },
    output: {
      month: '2022-09',
      lists: 1,
      signed: 0,
      late: 0,
      kinds: [{ kind: 'turns18', label: '年满18周岁', total: 1, noChange: 0, matter: 0, note: 0, undecided: 1 }],
      total: { total: 1, noChange: 0, matter: 0, note: 0, undecided: 1 },
    },
  },
  division: ({ query: { division } }) => division,
  async handler(context, { params: { month }, query }) {
    const division = query.division ?? actorOf(context).division;
    return context.scope(async (tx) => {
      const lists = await tx.dynamicsList.findMany({
        where: { month, township: { startsWith: division.slice(0, 9) } },
      });
      const groups = await tx.dynamicsItem.groupBy({
        by: ['kind', 'decision'],
        where: { listId: { in: lists.map(({ id }) => id) } },
        _count: true,
      });
      const count = (kind: string | undefined, decision?: string | null): number =>
        groups
          .filter(
            (one) => (kind === undefined || one.kind === kind) && (decision === undefined || one.decision === decision),
          )
          .reduce((sum, { _count }) => sum + _count, 0);
      const countsOf = (kind?: string) => ({
        total: count(kind),
        noChange: count(kind, 'noChange'),
        matter: count(kind, 'matter'),
        note: count(kind, 'note'),
        undecided: count(kind, null),
      });
      return {
        month,
        lists: lists.length,
        signed: lists.filter(({ state }) => state === 'signed').length,
        late: lists.filter(({ level }) => level > 0).length,
        kinds: kindNames
          .filter((kind) => count(kind) > 0)
          .map((kind) => ({ kind, label: dynamicsKinds[kind].label, ...countsOf(kind) })),
        total: countsOf(),
      };
    });
  },
});
