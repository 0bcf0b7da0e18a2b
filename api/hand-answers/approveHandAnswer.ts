import { approveHandAnswer as approve } from '../../store/payment-files/hand-answers';
import { actorOf } from '../context';
import { operation } from '../operation';
import { answerInScope, answerParams } from './find';
import { exampleHandAnswer, HandAnswerView, readOne } from './view';

export const approveHandAnswer = operation({
  method: 'post',
  path: '/api/v1/payment-hand-answers/{answerId}/approve',
  permission: 'payment.checkAnswer',
  tag: '发放文件',
  summary: '复核登记的银行结果:通过',
  description:
    '登记人不能复核自己的登记。通过后按登记的结果逐笔入账,与导入回盘相同;登记以后又有回盘的,须退回重新登记。',
  effect: 'command',
  params: answerParams,
  output: HandAnswerView,
  example: { params: { answerId: exampleHandAnswer.id }, output: { ...exampleHandAnswer, state: 'approved' } },
  async handler(context, { params: { answerId } }) {
    const actor = actorOf(context);
    await context.scope((tx) => answerInScope(context, tx, answerId));
    return context.store.withScopedClient(actor, async (client) => {
      await approve(client, answerId, actor, context.now());
      return readOne(client, answerId);
    });
  },
});
