import { z } from 'zod';
import { fileAnswer } from '../documents/file-answer';
import { operation } from '../operation';
import { answerInScope, answerParams } from './find';
import { exampleHandAnswer } from './view';

export const readHandAnswerEvidence = operation({
  method: 'get',
  path: '/api/v1/payment-hand-answers/{answerId}/evidence',
  permission: 'payment.readAnswers',
  tag: '发放文件',
  summary: '查看银行结果的依据',
  description: '登记时上传的银行回单本身;每次查看记入审计。',
  effect: 'read',
  params: answerParams,
  answers: '*/*',
  output: z.unknown(),
  example: { params: { answerId: exampleHandAnswer.id } },
  async handler(context, { params: { answerId } }) {
    const row = await context.scope((tx) => answerInScope(context, tx, answerId));
    return fileAnswer(row, await context.files.get(row.storageKey));
  },
});
