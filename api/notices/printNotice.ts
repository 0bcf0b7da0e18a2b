import { z } from 'zod';
import { civilDateAt, startOfDay, type CivilDate } from '../../domain/civil-date';
import { computeDeadline } from '../../domain/deadlines/compute';
import { nameOf } from '../../domain/divisions';
import { AppError } from '../../domain/errors';
import { programmes, type Programme } from '../../domain/lifecycle/programmes';
import { composeNotice, type NoticeRow } from '../../domain/notices/board';
import { loadFacts } from '../../store/cases/load';
import { caseInScope, type CaseInScope } from '../cases/access';
import { exampleCaseId } from '../cases/application/example-case';
import { caseParams } from '../cases/params';
import type { Context } from '../context';
import type { Tx } from '../deps';
import { civilDate } from '../fields';
import { pdfAnswer } from '../http/pdf';
import { townshipOf } from '../letters/paper';
import { operation } from '../operation';
import { isMinor } from './view';

const notReady = (): AppError =>
  new AppError('noticeNotReady', '本案还没有可以公示的初审建议:请先提出初审建议(拟确认)并经审批同意,再打印公示');

/** As it hangs, once it was posted; before that as it will run when posted on that day. */
const periodOf = async (
  { rulebook }: Context,
  tx: Tx,
  row: CaseInScope,
  postedOn: CivilDate,
): Promise<{ from: CivilDate; to: CivilDate }> => {
  const kind = 'publicNotice';
  const running = await tx.deadline.findFirst({
    where: { caseId: row.id, kind, state: { in: ['running', 'late'] } },
    orderBy: { fromDate: 'desc' },
  });
  if (running?.dueAt) return { from: running.fromDate, to: civilDateAt(running.dueAt.getTime() - 1) };
  const rules = { parameters: await rulebook.parameters(tx), calendar: await rulebook.calendar(tx) };
  const { due } = computeDeadline({ kind, from: postedOn, division: row.division, ...rules });
  return { from: postedOn, to: due };
};

/** What the proposal that stands would give. @throws AppError noticeNotReady */
const rowOf = async (tx: Tx, row: CaseInScope, on: CivilDate): Promise<NoticeRow> => {
  const { proposal } = await loadFacts(tx, row);
  if (row.stage !== 'publicised' || !proposal || proposal.kind === 'refuse') throw notReady();
  const assessment = await tx.assessment.findUnique({ where: { id: proposal.assessmentId } });
  const applicant = await tx.person.findUnique({ where: { id: row.applicantId } });
  if (!assessment || !applicant) throw notReady();
  const present = row.members.filter(({ leftOn }) => leftOn === null);
  return {
    caseNumber: row.number,
    applicantName: row.applicantName,
    applicantMinor: isMinor(applicant, on),
    memberCount: present.length,
    supported: proposal.kind === 'singlePerson' ? 1 : present.filter(({ beneficiary }) => beneficiary).length,
    monthlyFen: assessment.monthlyFen,
  };
};

export const printNotice = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}/notice/print',
  permission: 'case.read',
  tag: '案件',
  summary: '打印张榜公示',
  description:
    '只有申请人姓名、人数、金额、公示起止和监督电话;未成年人的姓名、身份证号、病情一律不印。张榜前按 postedOn(默认今天)推算公示期。',
  effect: 'read',
  params: caseParams,
  query: z.strictObject({ postedOn: civilDate('张榜日期').exactOptional() }),
  answers: 'application/pdf',
  output: z.unknown(),
  example: { params: { caseId: exampleCaseId }, query: { postedOn: '2022-09-01' } },
  async handler(context, { params: { caseId }, query }) {
    const today = civilDateAt(context.now().getTime());
    const { row, period, notice } = await context.scope(async (tx) => {
      const found = await caseInScope(context, tx, caseId);
      const runs = await periodOf(context, tx, found, query.postedOn ?? today);
      return { row: found, period: runs, notice: await rowOf(tx, found, runs.from) };
    });
    context.audit.case(caseId);
    context.audit.persons([row.applicantId]);
    const paper = composeNotice({
      programme: programmes[row.programme as Programme].official,
      office: townshipOf(row),
      place: nameOf(row.division),
      rows: [notice],
      ...period,
      createdAt: startOfDay(period.from),
    });
    return pdfAnswer(await context.printer.print(paper), `公示-${row.number}`);
  },
});
