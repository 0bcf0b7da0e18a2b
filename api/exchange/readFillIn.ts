import { caseParams } from '../cases/params';
import { operation } from '../operation';
import { fillInOfCase } from './fill-in';
import { exampleFillIn, FillInView, fillInView } from './fill-in-view';

export const readFillIn = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}/fill-in',
  permission: 'exchange.fillIn',
  tag: '数据交换',
  summary: '打开案件的回填包',
  description: '按对方系统的字段顺序给出完整的值,可逐项复制;与上次回执不同的标出。每次打开都记入审计。',
  effect: 'read',
  params: caseParams,
  output: FillInView,
  example: { params: { caseId: exampleFillIn.caseId }, output: exampleFillIn },
  handler: (context, { params: { caseId } }) =>
    context.scope(async (tx) => {
      const { hash, sections, persons } = await fillInOfCase(context, tx, caseId);
      context.audit.case(caseId);
      context.audit.persons(persons);
      return fillInView(caseId, hash, sections);
    }),
});
