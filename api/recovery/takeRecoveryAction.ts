import { z } from 'zod';
import { actionNames } from '../../domain/recovery/steps';
import { anyValue, body, choice, id, integer } from '../fields';
import { operation } from '../operation';
import { recoveryInScope, takeStep } from './act';
import { detailView, exampleRecovery, RecoveryView } from './detail';

export const takeRecoveryAction = operation({
  method: 'post',
  path: '/api/v1/recoveries/{recoveryId}/actions/{action}',
  permission: 'recovery.act',
  tag: '追缴',
  summary: '办理追缴',
  description:
    '先核实,再请银行退回未支取的资金,然后签协议分期归还。没有书面同意不能从现有待遇中抵扣,同意抵扣的由发放清册逐月扣回,家庭可以随时撤回同意;提出人不能复核自己提出的协议和核销。',
  effect: 'change',
  params: z.strictObject({ recoveryId: id('追缴'), action: choice('操作', actionNames) }),
  input: body({
    expectedVersion: integer('打开时的版本', { min: 0, max: 1_000_000 }),
    input: anyValue('填写内容').exactOptional(),
  }),
  output: RecoveryView,
  example: {
    params: { recoveryId: exampleRecovery.id, action: 'verify' },
    input: { expectedVersion: 0, input: { fault: 'office', note: '死亡信息迟到一个月' } },
    output: exampleRecovery,
  },
  async handler(context, { params: { recoveryId, action }, body: { expectedVersion, input } }) {
    await takeStep(context, recoveryId, { action, expectedVersion, input });
    return context.scope(async (tx) => detailView(context, tx, await recoveryInScope(context, tx, recoveryId)));
  },
});
