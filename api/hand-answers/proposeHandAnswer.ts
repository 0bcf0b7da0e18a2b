import { z } from 'zod';
import { fieldError } from '../../domain/errors';
import { handResultNames } from '../../domain/payment-files/by-hand';
import { proposeHandAnswer as propose } from '../../store/payment-files/hand-answers';
import { sqlOf } from '../../store/sql';
import { actorOf } from '../context';
import { choice, civilDate, id, text } from '../fields';
import { operation } from '../operation';
import { lineId as lineNumber } from '../payments/decidePaymentHold';
import { exampleRun } from '../payments/run-view';
import { runParams } from '../payments/takePaymentAction';
import { lineInScope } from './find';
import { exampleHandAnswer, HandAnswerView, readOne } from './view';

export const proposeHandAnswer = operation({
  method: 'post',
  path: '/api/v1/payment-runs/{runId}/hand-answers',
  permission: 'payment.answer',
  tag: '发放文件',
  summary: '登记银行结果',
  description:
    '银行没有回盘的,凭银行书面回单登记:请求体就是回单(PDF 或图片,至多20MB)。登记一笔(lineId),或一个文件中还没有结果的全部(fileId);由另一人复核后才入账,与导入回盘的效果相同。',
  effect: 'change',
  status: 201,
  accepts: 'bytes',
  params: runParams,
  query: z.strictObject({
    lineId: lineNumber.exactOptional(),
    fileId: id('发放文件').exactOptional(),
    result: choice('银行结果', handResultNames),
    reason: text('原因', { min: 2, max: 100 }).exactOptional(),
    paidOn: civilDate('到账日期').exactOptional(),
    note: text('核实情况', { min: 4, max: 300 }),
    name: text('文件名', { max: 200 }),
  }),
  output: HandAnswerView,
  example: {
    params: { runId: exampleRun.id },
    query: { lineId: '1204', result: 'paid', paidOn: '2022-09-08', note: exampleHandAnswer.note, name: '回单.pdf' },
    output: exampleHandAnswer,
  },
  handler: (context, { params: { runId }, query: { lineId, fileId, ...said }, bytes = Buffer.alloc(0) }) =>
    context.scope(async (tx) => {
      if ((lineId === undefined) === (fileId === undefined))
        throw fieldError('lineId', '请选择一笔发放(lineId)或一个发放文件(fileId),不能都选');
      if (lineId !== undefined) await lineInScope(context, tx, BigInt(lineId));
      const sql = sqlOf(tx);
      const draft = { ...said, lineId: lineId ?? null, fileId: fileId ?? null, bytes };
      const answerId = await propose(sql, context.files, runId, draft, actorOf(context).staffId, context.now());
      context.audit.detail('answerId', answerId);
      context.audit.detail('runId', runId);
      return readOne(sql, answerId);
    }),
});
