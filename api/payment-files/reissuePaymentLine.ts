import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { grounds, reissueLine, type Ground } from '../../store/payment-files/reissue';
import { sqlOf } from '../../store/sql';
import { caseInScope } from '../cases/access';
import { actorOf } from '../context';
import { body, choice, id, text } from '../fields';
import { operation } from '../operation';
import { lineId } from '../payments/decidePaymentHold';

const groundNames = Object.keys(grounds) as [Ground, ...Ground[]];

// @clause 三(一) a failed line is paid anew once its account has been put right by two people, or proven right
export const reissuePaymentLine = operation({
  method: 'post',
  path: '/api/v1/payment-lines/{lineId}/reissue',
  permission: 'payment.reissue',
  tag: '发放文件',
  summary: '发放失败的改为重发',
  description:
    'accountCorrected:更正的账户已由另一人复核;accountConfirmed:账户本来无误,附银行证明并写明。改为重发后由下一批(或补充批次)按当时的账户造册;结果不明的、有回盘核查没有了结的不能重发。',
  effect: 'change',
  params: z.strictObject({ lineId }),
  input: body({
    ground: choice('理由', groundNames),
    evidenceId: id('证明材料').exactOptional(),
    note: text('核实情况', { min: 4, max: 300 }).exactOptional(),
  }),
  output: z.object({ lineId: z.string(), ground: z.enum(groundNames) }),
  example: {
    params: { lineId: '1204' },
    input: { ground: 'accountCorrected' },
    output: { lineId: '1204', ground: 'accountCorrected' },
  },
  handler: (context, { params, body: input }) =>
    context.scope(async (tx) => {
      const id = BigInt(params.lineId);
      const line = await tx.paymentLine.findUnique({ where: { id }, select: { caseId: true } });
      if (!line) throw new AppError('notFound', '没有找到这一笔发放,或者不在您的辖区内');
      await caseInScope(context, tx, line.caseId);
      context.audit.case(line.caseId);
      context.audit.detail('lineId', params.lineId);
      await reissueLine(sqlOf(tx), id, input, actorOf(context), context.now());
      return { lineId: params.lineId, ground: input.ground };
    }),
});
