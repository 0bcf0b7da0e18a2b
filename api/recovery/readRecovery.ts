import { z } from 'zod';
import { id } from '../fields';
import { operation } from '../operation';
import { recoveryInScope } from './act';
import { detailView, exampleRecovery, RecoveryView } from './detail';

export const readRecovery = operation({
  method: 'get',
  path: '/api/v1/recoveries/{recoveryId}',
  permission: 'recovery.read',
  tag: '追缴',
  summary: '查看一项追缴',
  description: '逐月的实发与应发、还款协议和分期、收回与核销、办理经过,以及现在能办什么。',
  effect: 'read',
  params: z.strictObject({ recoveryId: id('追缴') }),
  output: RecoveryView,
  example: { params: { recoveryId: exampleRecovery.id }, output: exampleRecovery },
  handler: (context, { params: { recoveryId } }) =>
    context.scope(async (tx) => detailView(context, tx, await recoveryInScope(context, tx, recoveryId))),
});
