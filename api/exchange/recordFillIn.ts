import { civilDateAt } from '../../domain/civil-date';
import { AppError, fieldError } from '../../domain/errors';
import { levelDigits } from '../../domain/lifecycle/roles';
import { recordFillIn as keepFillIn } from '../../store/exchange/record-fill-in';
import { caseParams } from '../cases/params';
import { actorOf } from '../context';
import { body, civilDate, text } from '../fields';
import { operation } from '../operation';
import { fillInOfCase } from './fill-in';
import { exampleFillIn, FillInView, fillInView, upToDate } from './fill-in-view';

export const recordFillIn = operation({
  method: 'post',
  path: '/api/v1/cases/{caseId}/fill-in/receipts',
  permission: 'exchange.fillIn',
  tag: '数据交换',
  summary: '登记回填的回执',
  description: '把回填包录入对方系统后,登记对方编号和日期;当时的内容一并存下,以后只标出与它不同的。',
  effect: 'change',
  params: caseParams,
  input: body({
    hash: text('内容标记', { max: 64 }),
    theirNumber: text('对方编号', { max: 60 }),
    answeredOn: civilDate('录入日期'),
  }),
  output: FillInView,
  example: {
    params: { caseId: exampleFillIn.caseId },
    input: { hash: exampleFillIn.hash, theirNumber: 'YN-2022-0001', answeredOn: '2022-07-21' },
    output: { ...exampleFillIn, upToDate: true },
  },
  async handler(context, { params: { caseId }, body: { hash, theirNumber, answeredOn } }) {
    const at = context.now();
    const actor = actorOf(context);
    if (answeredOn > civilDateAt(at.getTime())) throw fieldError('answeredOn', '录入日期不能在今天之后');
    return context.scope(async (tx) => {
      await tx.$queryRaw`select 1 from (select pg_advisory_xact_lock(hashtext(${`exchange/${caseId}`}))) as held`;
      const seen = await fillInOfCase(context, tx, caseId);
      if (upToDate(seen.sections))
        throw new AppError('alreadyExists', '现有内容已登记过回执,不必再登记;内容变化后会重新列出');
      if (seen.hash !== hash)
        throw new AppError('versionStale', '打开以后内容有变化;请重新打开回填包,核对标出的字段后再登记');
      await keepFillIn(tx, context.store.cipher, seen.sections, {
        county: seen.county,
        office: actor.division.length > levelDigits.county ? actor.division : seen.county,
        caseId,
        theirNumber,
        answeredOn,
        at,
        by: actor.staffId,
      });
      context.audit.case(caseId);
      context.audit.persons(seen.persons);
      const now = await fillInOfCase(context, tx, caseId);
      return fillInView(caseId, now.hash, now.sections);
    });
  },
});
