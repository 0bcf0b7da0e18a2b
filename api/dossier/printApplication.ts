import { z } from 'zod';
import { civilDateAt } from '../../domain/civil-date';
import { pathOf } from '../../domain/divisions';
import { AppError } from '../../domain/errors';
import { caseInScope } from '../cases/access';
import { exampleCaseId } from '../cases/application/example-case';
import { caseParams } from '../cases/params';
import { actorOf } from '../context';
import { choice } from '../fields';
import { pdfAnswer } from '../http/pdf';
import { townshipOf } from '../letters/paper';
import { operation } from '../operation';
import { allows } from '../permissions';
import { applicationForm } from './application-form';
import { applicationOf } from './contents';

export const printApplication = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}/application/print',
  permission: 'case.read',
  tag: '案件',
  summary: '打印填好的申请表',
  description: '身份证号和电话已遮挡;有查看完整身份信息权限的人可用 ?numbers=whole 打印完整号码。每次打印记入审计。',
  effect: 'read',
  params: caseParams,
  query: z.strictObject({ numbers: choice('号码', ['masked', 'whole']).exactOptional() }),
  answers: 'application/pdf',
  output: z.unknown(),
  example: { params: { caseId: exampleCaseId }, query: { numbers: 'masked' } },
  async handler(context, { params: { caseId }, query }) {
    const whole = query.numbers === 'whole';
    if (whole && !allows('case.identity', actorOf(context)))
      throw new AppError('forbidden', '您没有查看完整身份证号和电话的权限,请打印遮挡号码的申请表');
    const { row, application } = await context.scope(async (tx) => ({
      row: await caseInScope(context, tx, caseId),
      application: await applicationOf(context, tx, caseId),
    }));
    if (!application) throw new AppError('notFound', '本案没有电子申请表(由导入或迁入建档),请查看上传的纸质申请表');
    context.audit.case(caseId);
    context.audit.persons(row.members.map(({ personId }) => personId));
    context.audit.detail('numbers', whole ? 'whole' : 'masked');
    const head = {
      number: row.number,
      divisionPath: pathOf(row.division),
      submittedOn: civilDateAt(row.submittedAt.getTime()),
      whole,
    };
    const bytes = await context.printer.print({
      title: '申请表',
      subject: row.number,
      author: townshipOf(row),
      createdAt: row.submittedAt.getTime(),
      blocks: [
        { kind: 'title', text: '社会救助(最低生活保障)申请表' },
        { kind: 'space', lines: 0.5 },
        ...applicationForm(application, head),
      ],
    });
    return pdfAnswer(bytes, `申请表-${row.number}`);
  },
});
