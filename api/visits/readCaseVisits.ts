import { z } from 'zod';
import type { InputOf } from '../cases/inputs';
import { inputsOfAction, openDisputes, recordedVisits } from '../../store/cases/visits';
import { caseInScope } from '../cases/access';
import { exampleCaseId } from '../cases/application/example-case';
import { caseParams } from '../cases/params';
import type { Context } from '../context';
import type { Tx } from '../deps';
import { operation } from '../operation';
import { namesOfVisits } from './names';
import { exampleVisit, VisitView, visitView } from './visit-view';

const OpenDispute = z
  .object({
    owner: z.string(),
    line: z.string(),
    note: z.string().meta({ description: '住户当时怎么说' }),
    answer: z.string().nullable().meta({ description: '提出建议的人的答复' }),
  })
  .meta({ id: 'OpenDispute' });

/** The answers given with proposals, the last one for a line counting. */
const answersOf = async ({ store }: Context, tx: Tx, caseId: string): Promise<ReadonlyMap<string, string>> => {
  const proposals = await inputsOfAction<Pick<InputOf<'proposal'>, 'disputeAnswers'>>(tx, store.cipher, {
    caseId,
    action: 'propose',
  });
  return new Map(
    proposals.flatMap(({ event, input }) =>
      (input.disputeAnswers ?? []).map(({ line, answer }) => [`${event.owner}:${line}`, answer] as const),
    ),
  );
};

export const readCaseVisits = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}/visits',
  permission: 'case.read',
  tag: '入户',
  summary: '查看入户记录和住户的异议',
  description:
    '每次入户的核对清单、签字、照片和当面算账,按当时的原话;disputes 是各环节最近一次算账时住户的异议和答复。查看记入审计。',
  effect: 'read',
  params: caseParams,
  output: z.object({ visits: z.array(VisitView), disputes: z.array(OpenDispute) }),
  example: {
    params: { caseId: exampleCaseId },
    output: {
      visits: [exampleVisit],
      disputes: [{ owner: 'stage', ...exampleVisit.disputes[0]!, answer: null }],
    },
  },
  handler: (context, { params: { caseId } }) =>
    context.scope(async (tx) => {
      const row = await caseInScope(context, tx, caseId);
      context.audit.case(caseId);
      context.audit.persons(row.members.map(({ personId }) => personId));
      const visits = await recordedVisits(tx, context.store.cipher, caseId);
      const names = await namesOfVisits(tx, visits);
      const answers = await answersOf(context, tx, caseId);
      const disputes = [...new Set(visits.map(({ event }) => event.owner))].flatMap((owner) =>
        openDisputes(visits.filter(({ event }) => event.owner === owner)).map((dispute) => ({
          owner,
          ...dispute,
          answer: answers.get(`${owner}:${dispute.line}`) ?? null,
        })),
      );
      return { visits: visits.map((visit) => visitView(visit, names)), disputes };
    }),
});
