import { z } from 'zod';
import { reissueCorrected } from '../../store/payment-files/reissue-corrected';
import { sqlOf } from '../../store/sql';
import { actorOf } from '../context';
import { operation } from '../operation';
import { exampleRun } from '../payments/run-view';
import { runParams } from '../payments/takePaymentAction';
import { exampleOutlook, Outlook } from './reissue-view';

// @clause 三(一) all failed lines whose account two people have put right are paid anew in one step; the others say why not
export const reissueCorrectedLines = operation({
  method: 'post',
  path: '/api/v1/payment-runs/{runId}/reissue',
  permission: 'payment.reissue',
  tag: '发放文件',
  summary: '账户已更正的成批改为重发',
  description:
    '本批发放失败、更正的账户已由另一人复核、没有回盘核查未了结的,一次全部改为重发,由下一批(或补充批次)按当时的账户造册;其余的按原因列出户次。再办一次不改变任何结果。账户本来无误的逐户办理。',
  effect: 'change',
  params: runParams,
  output: z.object({
    runId: z.uuid(),
    reissued: z.int().meta({ description: '改为重发的户次' }),
    stays: Outlook.shape.stays.meta({ description: '没有重发的户次和原因' }),
  }),
  example: {
    params: { runId: exampleRun.id },
    output: { runId: exampleRun.id, reissued: exampleOutlook.ready, stays: exampleOutlook.stays },
  },
  handler(context, { params: { runId } }) {
    context.audit.detail('runId', runId);
    return context.scope(async (tx) => {
      const { ready, stays } = await reissueCorrected(sqlOf(tx), runId, actorOf(context), context.now());
      context.audit.detail('reissued', ready);
      return { runId, reissued: ready, stays };
    });
  },
});
