import { z } from 'zod';
import { guards, type GuardReason } from '../../domain/payments/guards';
import { decideHold, heldLine } from '../../store/payments/holds';
import { sqlOf } from '../../store/sql';
import { caseInScope } from '../cases/access';
import { actorOf } from '../context';
import { body, choice, text } from '../fields';
import { operation } from '../operation';

const reasons = Object.keys(guards) as [GuardReason, ...GuardReason[]];

export const lineId = z
  .string({ error: '请填写清册行号' })
  .regex(/^[1-9]\d{0,17}$/, '清册行号应为数字')
  .meta({ description: '清册行' });

export const decidePaymentHold = operation({
  method: 'post',
  path: '/api/v1/payment-lines/{lineId}/hold-decisions',
  permission: 'payment.decideHold',
  tag: '发放',
  summary: '决定暂缓的一行',
  description:
    'clear:说明理由后照发,只限可以决定的原因,其余须先消除原因;cancel:本批不发,仍应发的由下一批造册。决定人不能再复核本批。',
  effect: 'change',
  params: z.strictObject({ lineId }),
  input: body({
    reason: choice('暂缓原因', reasons),
    decision: choice('决定', ['clear', 'cancel']),
    note: text('理由', { min: 4, max: 300 }),
  }),
  output: z.object({ lineId: z.string(), decision: z.enum(['clear', 'cancel']) }),
  example: {
    params: { lineId: '1204' },
    input: { reason: 'sharedAccount', decision: 'clear', note: '两户由同一监护人代领,协议齐全' },
    output: { lineId: '1204', decision: 'clear' },
  },
  handler: (context, { params, body: input }) =>
    context.scope(async (tx) => {
      const { caseId } = await heldLine(sqlOf(tx), params.lineId);
      await caseInScope(context, tx, caseId);
      context.audit.case(caseId);
      context.audit.detail('lineId', params.lineId);
      await decideHold(sqlOf(tx), params.lineId, input, actorOf(context), context.now());
      return { lineId: params.lineId, decision: input.decision };
    }),
});
