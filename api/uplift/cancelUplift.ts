import { body, text } from '../fields';
import { operation } from '../operation';
import { heldUplift } from './find';
import { exampleRunId, exampleUplift, runParams, UpliftView, upliftView } from './view';

export const cancelUplift = operation({
  method: 'post',
  path: '/api/v1/uplifts/{runId}/cancel',
  permission: 'uplift.prepare',
  tag: '提标',
  summary: '作废提标试算',
  description: '开始执行之前可以作废;作废后可以重新试算。',
  effect: 'change',
  params: runParams,
  input: body({ reason: text('理由', { min: 2, max: 500 }) }),
  output: UpliftView,
  example: {
    params: { runId: exampleRunId },
    input: { reason: '标准有调整' },
    output: { ...exampleUplift, state: 'cancelled', stateLabel: '已作废' },
  },
  async handler(context, { params: { runId }, body: { reason } }) {
    context.audit.detail('runId', runId);
    return context.scope(async (tx) => {
      const run = await heldUplift(context, tx, runId, 'cancel');
      const data = { state: 'cancelled', version: run.version + 1, note: reason };
      return upliftView(tx, await tx.upliftRun.update({ where: { id: runId }, data }));
    });
  },
});
