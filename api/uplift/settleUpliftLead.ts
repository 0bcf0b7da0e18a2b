import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { actorOf } from '../context';
import { body, choice, id, text } from '../fields';
import { operation } from '../operation';
import { leadViews } from './lead-rows';
import { leadOutcomeNames, UpliftLeadView } from './lead-view';
import { exampleRunId } from './view';

const exampleCase = '0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1a01';

export const settleUpliftLead = operation({
  method: 'post',
  path: '/api/v1/uplifts/{runId}/leads/{caseId}',
  permission: 'uplift.lead',
  tag: '提标',
  summary: '登记线索核实结果',
  description: '上门核实后登记:已申请、本人不申请或不符合,并写明情况。一条线索登记一次。',
  effect: 'change',
  params: z.strictObject({ runId: id('提标'), caseId: id('案件') }),
  input: body({ outcome: choice('结果', leadOutcomeNames), note: text('核实情况', { min: 2, max: 500 }) }),
  output: UpliftLeadView,
  example: {
    params: { runId: exampleRunId, caseId: exampleCase },
    input: { outcome: 'applied', note: '已上门,当日受理' },
  },
  async handler(context, { params: { runId, caseId }, body: { outcome, note } }) {
    const { staffId } = actorOf(context);
    context.audit.case(caseId);
    return context.scope(async (tx) => {
      const key = { runId_caseId: { runId, caseId } };
      const lead = await tx.upliftLead.findUnique({ where: key });
      if (!lead) throw new AppError('notFound', '没有这条线索,或者不在您的管辖范围内');
      const { count } = await tx.upliftLead.updateMany({
        where: { runId, caseId, outcome: null },
        data: { outcome, note, settledBy: staffId, settledAt: context.now() },
      });
      if (count === 0) throw new AppError('actionNotAllowed', '这条线索已经登记过结果');
      return (await leadViews(tx, [await tx.upliftLead.findUniqueOrThrow({ where: key })]))[0]!;
    });
  },
});
