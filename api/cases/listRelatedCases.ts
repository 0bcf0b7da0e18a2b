import { z } from 'zod';
import { pathOf } from '../../domain/divisions';
import { matters } from '../../domain/lifecycle/matters';
import { programmes, tableOf, type Programme } from '../../domain/lifecycle/programmes';
import type { Table } from '../../domain/lifecycle/table';
import { actorOf } from '../context';
import type { Tx } from '../deps';
import { operation } from '../operation';
import { caseInScope } from './access';
import { exampleCaseId } from './application/example-case';
import { caseParams } from './params';

const MOST = 50;

const RelatedCase = z
  .object({
    id: z.uuid(),
    number: z.string(),
    programmeLabel: z.string(),
    applicantName: z.string(),
    divisionPath: z.string(),
    stageLabel: z.string(),
    submittedAt: z.iso.datetime(),
    because: z.array(z.string()).meta({ description: '怎样相关:关联案件、同一家庭、同一人' }),
  })
  .meta({ id: 'RelatedCase' });

/** A household that moves keeps its case: how it went from office to office. */
const Move = z
  .object({
    from: z.string(),
    to: z.string(),
    askedOn: z.iso.datetime(),
    endedOn: z.iso.datetime().nullable(),
    state: z.string().meta({ description: '待迁入地接收、已转入……' }),
  })
  .meta({ id: 'CaseMove' });

const endings: Readonly<Record<string, string>> = { moved: '已转入', declined: '不予接收', takenBack: '已撤回' };

interface Places {
  readonly matterId?: string;
  readonly from?: string;
  readonly to?: string;
}

const movesOf = async (tx: Tx, caseId: string): Promise<z.input<typeof Move>[]> => {
  const [transfers, opened] = await Promise.all([
    tx.matter.findMany({ where: { caseId, kind: 'transfer' }, orderBy: [{ openedAt: 'desc' }, { id: 'asc' }] }),
    tx.caseEvent.findMany({ where: { caseId, action: 'openMatter' }, select: { summary: true } }),
  ]);
  const places = new Map(opened.map(({ summary }) => [(summary as Places).matterId, summary as Places]));
  return transfers.map(({ id, step, outcome, openedAt, closedAt }) => {
    const { from = '', to = '' } = places.get(id) ?? {};
    return {
      from: pathOf(from),
      to: pathOf(to),
      askedOn: openedAt.toISOString(),
      endedOn: closedAt?.toISOString() ?? null,
      state: (outcome !== null && endings[outcome]) || (matters.transfer.table as Table)[step]?.label || step,
    };
  });
};

export const listRelatedCases = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}/related',
  permission: 'case.read',
  tag: '案件',
  summary: '查看相关案件',
  description: '关联的、同一家庭的、有同一成员的案件,限本人能看到的;备案亲属涉及本人的不在其中。另有本案的迁移。',
  effect: 'read',
  params: caseParams,
  output: z.object({
    cases: z.array(RelatedCase),
    moves: z.array(Move).meta({ description: '本案的迁移,最近的在前' }),
  }),
  example: { params: { caseId: exampleCaseId }, output: { cases: [], moves: [] } },
  handler: (context, { params: { caseId } }) =>
    context.scope(async (tx) => {
      const row = await caseInScope(context, tx, caseId);
      const personIds = row.members.map(({ personId }) => personId);
      const related = await tx.relativeDeclaration.findMany({
        where: { staffId: actorOf(context).staffId, ending: null },
        select: { caseId: true },
      });
      const rows = await tx.case.findMany({
        where: {
          id: { notIn: [caseId, ...related.map((one) => one.caseId)] },
          OR: [
            { linkedCaseId: caseId },
            ...(row.linkedCaseId ? [{ id: row.linkedCaseId }] : []),
            { householdId: row.householdId },
            { members: { some: { personId: { in: personIds } } } },
          ],
        },
        include: { members: { where: { personId: { in: personIds } }, select: { personId: true } } },
        orderBy: [{ submittedAt: 'desc' }, { id: 'asc' }],
        take: MOST,
      });
      context.audit.case(caseId);
      context.audit.persons(rows.map(({ applicantId }) => applicantId));
      return {
        moves: await movesOf(tx, caseId),
        cases: rows.map((one) => ({
          id: one.id,
          number: one.number,
          programmeLabel: programmes[one.programme as Programme].label,
          applicantName: one.applicantName,
          divisionPath: pathOf(one.division),
          stageLabel: tableOf(one.programme)[one.stage]?.label ?? one.stage,
          submittedAt: one.submittedAt.toISOString(),
          because: [
            ...(one.linkedCaseId === caseId || one.id === row.linkedCaseId ? ['关联案件'] : []),
            ...(one.householdId === row.householdId ? ['同一家庭'] : []),
            ...(one.members.length > 0 ? ['有同一成员'] : []),
          ],
        })),
      };
    }),
});
