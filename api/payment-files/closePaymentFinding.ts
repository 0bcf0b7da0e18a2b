import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { closingNames } from '../../domain/payment-files/findings';
import { closeFinding } from '../../store/payment-files/close-finding';
import { caseInScope } from '../cases/access';
import { actorOf } from '../context';
import { body, choice, id, text } from '../fields';
import { operation } from '../operation';

const exampleId = '6a1f0c7e-52de-4b83-9c55-0e7c1f7a2d10';

export const closePaymentFinding = operation({
  method: 'post',
  path: '/api/v1/payment-findings/{findingId}/close',
  permission: 'payment.finding',
  tag: '发放文件',
  summary: '了结回盘核查',
  description: '向银行核实后选择处理结果并写明;能选的结果随核查的种类列在对账结果中。选择转追缴的,同时列入该户的追缴。',
  effect: 'change',
  params: z.strictObject({ findingId: id('回盘核查') }),
  input: body({ outcome: choice('处理结果', closingNames), note: text('核实情况', { min: 4, max: 300 }) }),
  output: z.object({
    findingId: z.uuid(),
    outcome: z.string(),
    recoveryId: z.uuid().nullable().meta({ description: '转追缴的,列入的追缴' }),
  }),
  example: {
    params: { findingId: exampleId },
    input: { outcome: 'noted', note: '已电话向农信社核实,款已到账' },
    output: { findingId: exampleId, outcome: 'noted', recoveryId: null },
  },
  handler: (context, { params: { findingId }, body: input }) =>
    context.scope(async (tx) => {
      const finding = await tx.paymentFinding.findUnique({ where: { id: findingId }, select: { caseId: true } });
      if (!finding) throw new AppError('notFound', '没有找到这项回盘核查,或者不在您的辖区内');
      await caseInScope(context, tx, finding.caseId);
      context.audit.case(finding.caseId);
      context.audit.detail('findingId', findingId);
      const { recoveryId } = await closeFinding(tx, findingId, input, actorOf(context).staffId, context.now());
      if (recoveryId) context.audit.detail('recoveryId', recoveryId);
      return { findingId, outcome: input.outcome, recoveryId };
    }),
});
