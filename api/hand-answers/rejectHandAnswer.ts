import { rejectHandAnswer as reject } from '../../store/payment-files/hand-answers';
import { sqlOf } from '../../store/sql';
import { actorOf } from '../context';
import { operation } from '../operation';
import { answerInScope, answerParams } from './find';
import { exampleHandAnswer, HandAnswerView, readOne } from './view';

export const rejectHandAnswer = operation({
  method: 'post',
  path: '/api/v1/payment-hand-answers/{answerId}/reject',
  permission: 'payment.checkAnswer',
  tag: '发放文件',
  summary: '复核登记的银行结果:退回',
  description: '登记人不能复核自己的登记。退回后什么也不入账,可以重新登记。',
  effect: 'change',
  params: answerParams,
  output: HandAnswerView,
  example: { params: { answerId: exampleHandAnswer.id }, output: { ...exampleHandAnswer, state: 'rejected' } },
  handler: (context, { params: { answerId } }) =>
    context.scope(async (tx) => {
      await answerInScope(context, tx, answerId);
      await reject(sqlOf(tx), answerId, actorOf(context), context.now());
      return readOne(sqlOf(tx), answerId);
    }),
});
