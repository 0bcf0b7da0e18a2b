import { z } from 'zod';
import { factsAsOf } from '../../store/cases/facts-as-of';
import { civilDate } from '../fields';
import { operation } from '../operation';
import { caseInScope } from './access';
import { exampleCaseId } from './application/example-case';
import { exampleFact, FactView, factView } from './facts/view';
import { caseParams } from './params';

export const readFacts = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}/facts',
  permission: 'case.read',
  tag: '案件',
  summary: '查看家庭情况',
  description: '成员情况、收入、支出、赡养、财产。asOf:某日有效的;knownOn:某日终了时系统记载的。查看记入审计。',
  effect: 'read',
  params: caseParams,
  query: z.strictObject({
    asOf: civilDate('有效日期').exactOptional(),
    knownOn: civilDate('记载日期').exactOptional(),
  }),
  output: z.object({ facts: z.array(FactView) }),
  example: { params: { caseId: exampleCaseId }, query: { asOf: '2022-08-01' }, output: { facts: [exampleFact] } },
  handler: (context, { params: { caseId }, query }) =>
    context.scope(async (tx) => {
      const row = await caseInScope(context, tx, caseId);
      context.audit.case(caseId);
      context.audit.persons(row.members.map(({ personId }) => personId));
      const facts = await factsAsOf(tx, context.store.cipher, { caseId, ...query });
      return { facts: facts.map(factView) };
    }),
});
