import { AppError } from '../../../domain/errors';
import type { Enrolled, Filing, Tx } from './types';

export interface OpenCase {
  readonly caseId: string;
  readonly number: string;
  readonly division: string;
  readonly personId: string;
}

/** Open cases of a programme in which the persons are, wherever in the province. */
export const openCasesOf = (tx: Tx, personIds: readonly string[], programme: string): Promise<OpenCase[]> =>
  tx.$queryRaw<OpenCase[]>`
    select case_id as "caseId", number, division, person_id as "personId"
    from open_cases_of(${[...personIds]}::uuid[], ${programme})`;

/** Whoever is in an open case of the programme cannot be in another. @throws AppError duplicateApplication */
export const refuseDuplicates = async ({ tx, application }: Filing, enrolled: readonly Enrolled[]): Promise<void> => {
  const open = await openCasesOf(
    tx,
    enrolled.map(({ personId }) => personId),
    application.programme,
  );
  const first = open[0];
  if (!first) return;
  const visible = await tx.case.findMany({
    where: { id: { in: open.map(({ caseId }) => caseId) } },
    select: { id: true },
  });
  const inSight = new Set(visible.map(({ id }) => id));
  const fields = open.map(({ personId, number }) => {
    const index = application.members.findIndex(({ ref }) =>
      enrolled.some((one) => one.member.ref === ref && one.personId === personId),
    );
    return { path: `members[${index}]`, message: `已在未办结的案件${number}中` };
  });
  throw new AppError(
    'duplicateApplication',
    `有家庭成员已在未办结的同类案件${first.number}中,请先办结或撤回该案件,不能重复申请`,
    {
      fields,
      cases: [...new Map(open.map((one) => [one.caseId, one])).values()].map(({ caseId, number, division }) => ({
        number,
        division,
        ...(inSight.has(caseId) && { caseId, link: `/api/v1/cases/${caseId}` }),
      })),
    },
  );
};
