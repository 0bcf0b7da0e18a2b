import { AppError } from '../../domain/errors';
import { askTx } from '../../store/uplift/ask';
import { rulesHashOf, wakeUplift } from '../../store/uplift/run';
import type { UpliftRun } from '../../generated/prisma/client';
import { actorOf } from '../context';
import type { Tx } from '../deps';
import { body, text } from '../fields';
import { operation } from '../operation';
import { heldUplift } from './find';
import { exampleRunId, exampleUplift, runParams, UpliftView, upliftView } from './view';

const requireChecked = async (tx: Tx, { id }: UpliftRun): Promise<void> => {
  const open = await tx.upliftSample.count({ where: { runId: id, verdict: null } });
  if (open > 0) throw new AppError('refused', `抽查还有${open}户没有登记结论,请抽查完毕后批准`);
  const wrong = await tx.upliftSample.count({ where: { runId: id, verdict: 'wrong' } });
  if (wrong > 0) throw new AppError('refused', `抽查发现${wrong}户有误,请更正事实或参数后作废重算`);
};

export const approveUplift = operation({
  method: 'post',
  path: '/api/v1/uplifts/{runId}/approve',
  permission: 'uplift.approve',
  tag: '提标',
  summary: '批准提标',
  description:
    '试算人以外的人批准;抽查须全部登记且无误,标准须与试算时一致。批准后自生效之日执行:提高的户换发新的金额并通知,降低和不再符合的户转变更程序。',
  effect: 'change',
  params: runParams,
  input: body({ note: text('批准意见', { max: 500 }) }),
  output: UpliftView,
  example: {
    params: { runId: exampleRunId },
    input: { note: '同意执行' },
    output: { ...exampleUplift, state: 'approved', stateLabel: '已批准,待执行' },
  },
  async handler(context, { params: { runId }, body: { note } }) {
    const { staffId } = actorOf(context);
    context.audit.detail('runId', runId);
    return context.scope(async (tx) => {
      const run = await heldUplift(context, tx, runId, 'approve');
      if (run.madeBy === staffId) throw new AppError('forbidden', '试算人不能批准自己的试算;请由另一人批准');
      await requireChecked(tx, run);
      const parameters = await context.rulebook.parameters(tx);
      if (rulesHashOf(parameters, run.division, run.effectiveFrom) !== run.rulesHash)
        throw new AppError('refused', '试算之后标准或参数有变化,请作废本次试算,重新试算后批准');
      const data = {
        ...{ state: 'approved', version: run.version + 1, note: null },
        ...{ approvedBy: staffId, approvedAt: context.now(), approvalNote: note },
      };
      const approved = await tx.upliftRun.update({ where: { id: runId }, data });
      await wakeUplift(askTx(tx), runId);
      return upliftView(tx, approved);
    });
  },
});
