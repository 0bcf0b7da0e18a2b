import { previewDeadline as answerOf } from '../../domain/deadlines/preview';
import { operation } from '../operation';
import { DeadlineAnswer, deadlineAnswer, deadlineQuestion } from './previewSchema';

export const previewDeadline = operation({
  method: 'post',
  path: '/api/v1/deadlines/preview',
  permission: 'rules.preview',
  tag: '试算',
  summary: '试算期限何时届满',
  description:
    '按当日当地的规定和工作日安排计算到期日、提醒和逐级上报时间,说明跳过了哪些日子。不保存任何内容,不需要登录和 Idempotency-Key。超出已发布日历一律回答“日历未发布”。',
  effect: 'none',
  input: deadlineQuestion,
  output: DeadlineAnswer,
  example: { input: { kind: 'decision', from: '2022-07-01', division: '530581' } },
  async handler({ scope, rulebook }, { body }) {
    const rules = await scope(async (tx) => ({
      parameters: await rulebook.parameters(tx),
      calendar: await rulebook.calendar(tx),
    }));
    return deadlineAnswer(answerOf(body, rules));
  },
});
