import { z } from 'zod';
import { factKinds } from '../../store/cases/facts';
import { body, choice, civilDate, id } from '../fields';
import { operation } from '../operation';
import { exampleCaseId, examplePersonId } from './application/example-case';
import { recordFactOf } from './facts/record';
import { exampleFact, FactView, factView } from './facts/view';
import { caseParams } from './params';

export const recordFact = operation({
  method: 'post',
  path: '/api/v1/cases/{caseId}/facts',
  permission: 'fact.record',
  tag: '案件',
  summary: '登记家庭情况',
  description:
    '在审查、补正、调查环节,或有待核的变更、复核时可以登记;提出建议后锁定。更正用 replaces 指明原记录,原记录保留。',
  effect: 'change',
  status: 201,
  params: caseParams,
  input: body({
    kind: choice('种类', factKinds),
    content: z
      .record(z.string(), z.unknown(), { error: '请填写内容' })
      .meta({ description: '内容,结构同试算的一项,不含 member' }),
    personId: id('家庭成员').exactOptional(),
    validFrom: civilDate('有效起始日期'),
    evidenceId: id('证明材料').exactOptional(),
    replaces: id('被取代的记录').exactOptional(),
  }),
  output: FactView,
  example: {
    params: { caseId: exampleCaseId },
    input: {
      kind: 'income',
      personId: examplePersonId,
      content: { kind: 'wage', amount: '900', per: 'month' },
      validFrom: '2022-08-01',
    },
    output: exampleFact,
  },
  handler: (context, { params: { caseId }, body: fact }) =>
    context.scope(async (tx) => {
      const recorded = await recordFactOf(context, tx, caseId, fact);
      context.audit.case(caseId);
      if (recorded.personId) context.audit.persons([recorded.personId]);
      return factView(recorded);
    }),
});
