import { z } from 'zod';
import { actorOf } from '../context';
import { integerText } from '../fields';
import { operation } from '../operation';
import { paged, placeOf } from '../paging';
import { CardAccountView, cardAccountViews, exampleCardAccount } from './view';

const LIMIT = 50;
const Paper = z
  .object({ id: z.uuid(), name: z.string(), mime: z.string().meta({ description: '按内容识别的类型' }) })
  .nullable();
const Waiting = CardAccountView.extend({
  caseNumber: z.string(),
  applicantName: z.string(),
  evidence: Paper.meta({ description: '银行卡影像;内容以“查看材料内容”打开,每次查看都记入审计' }),
  agreement: Paper.meta({ description: '代领协议' }),
}).meta({ id: 'WaitingCardAccount' });

export const listWaitingAccounts = operation({
  method: 'get',
  path: '/api/v1/card-accounts',
  permission: 'cardAccount.decide',
  tag: '发放账户',
  summary: '查看辖区内待复核的发放账户',
  description: '先登记的在前;卡号只有末四位。',
  effect: 'read',
  query: z.strictObject({
    cursor: z.string().max(300, 'cursor 不对').meta({ description: '上一页的 next' }).exactOptional(),
    limit: integerText('每页数量', { min: 1, max: 200 }).exactOptional(),
  }),
  output: z.object({ items: z.array(Waiting), next: z.string().nullable() }),
  example: {
    query: {},
    output: {
      items: [
        {
          ...{ ...exampleCardAccount, caseNumber: '530581-2022-000123', applicantName: '甲示例' },
          evidence: { id: '8f0f6a3e-6d0a-5b7e-9c1d-0a4b8e2f7c78', name: '银行卡.jpg', mime: 'image/jpeg' },
          agreement: null,
        },
      ],
      next: null,
    },
  },
  async handler(context, { query: { cursor, limit = LIMIT } }) {
    const { division, staffId } = actorOf(context);
    const [at, id] = cursor === undefined ? [] : placeOf(cursor, 2).map(String);
    const after =
      at === undefined || id === undefined
        ? {}
        : { OR: [{ createdAt: { gt: new Date(at) } }, { createdAt: new Date(at), id: { gt: id } }] };
    return context.scope(async (tx) => {
      // A relative of the household has nothing to do with its account, nor even to see it.
      const locked = await tx.relativeDeclaration.findMany({
        where: { staffId, ending: null },
        select: { caseId: true },
      });
      const mine = await tx.cardAccount.findMany({
        where: { state: 'proposed', ...after, caseId: { notIn: locked.map(({ caseId }) => caseId) } },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take: limit + 1,
      });
      const cases = await tx.case.findMany({
        where: { id: { in: mine.map(({ caseId }) => caseId) }, division: { startsWith: division } },
        select: { id: true, number: true, applicantName: true },
      });
      const { items, next } = paged(mine, limit, (row) => [row.createdAt.toISOString(), row.id]);
      const views = await cardAccountViews(tx, items);
      const papers = await tx.document.findMany({
        where: {
          id: { in: items.flatMap(({ evidenceId, agreementId }) => [evidenceId ?? [], agreementId ?? []].flat()) },
        },
        select: { id: true, name: true, mime: true },
      });
      const paper = (id: string | null) => papers.find((one) => one.id === id) ?? null;
      return {
        items: views.flatMap((view) => {
          const of = cases.find((one) => one.id === view.caseId);
          if (!of) return [];
          const { evidenceId, agreementId } = view;
          return [
            {
              ...{ ...view, caseNumber: of.number, applicantName: of.applicantName },
              ...{ evidence: paper(evidenceId), agreement: paper(agreementId) },
            },
          ];
        }),
        next,
      };
    });
  },
});
