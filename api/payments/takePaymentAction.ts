import { z } from 'zod';
import { runActions, runStates, type RunAction } from '../../domain/payments/run';
import { takeRunAction } from '../../store/payments/act';
import { sqlOf } from '../../store/sql';
import { actorOf } from '../context';
import { body, choice, divisionCode, id, integer, text } from '../fields';
import { operation } from '../operation';
import { exampleRun, stateNames } from './run-view';

const actionNames = Object.keys(runActions) as [RunAction, ...RunAction[]];

export const runParams = z.strictObject({ runId: id('发放批次') });

export const takePaymentAction = operation({
  method: 'post',
  path: '/api/v1/payment-runs/{runId}/actions/{action}',
  permission: 'payment.act',
  tag: '发放',
  summary: '办理发放批次',
  description:
    '乡镇确认、县级经办、复核、财务经办、批准支付,以及退回和取消;互相制约的步骤不能由同一人办理,批准支付后不能再改。',
  effect: 'change',
  params: runParams.extend({ action: choice('操作', actionNames) }),
  input: body({
    expectedVersion: integer('打开页面时的版本', { min: 0, max: 1_000_000 }),
    township: divisionCode('乡镇').exactOptional(),
    note: text('理由', { max: 500 }).exactOptional(),
    returnTo: choice('退回到', stateNames).exactOptional(),
  }),
  output: z.object({
    runId: z.uuid(),
    state: z.object({ id: z.enum(stateNames), label: z.string() }),
    version: z.int(),
  }),
  example: {
    params: { runId: exampleRun.id, action: 'submit' },
    input: { expectedVersion: 2 },
    output: { runId: exampleRun.id, state: { id: 'checking', label: runStates.checking.label }, version: 3 },
  },
  async handler(context, { params: { runId, action }, body: input }) {
    const actor = actorOf(context);
    context.audit.detail('runId', runId);
    return context.scope(async (tx) => {
      const { state, version } = await takeRunAction(sqlOf(tx), runId, action, actor, input, context.now());
      return { runId, state: { id: state, label: runStates[state].label }, version };
    });
  },
});
