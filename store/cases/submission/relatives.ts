import { AppError } from '../../../domain/errors';
import { uuidOf } from '../../uuid';
import type { Enrolled, Filing } from './types';

type Relative = NonNullable<Filing['application']['relatives']>[number];

/** The account of a declared relative; a cadre without one stands by name and post alone. */
const accountOf = async ({ tx }: Filing, { staffId, staffLogin }: Relative, index: number): Promise<string | null> => {
  if (staffId === undefined && staffLogin === undefined) return null;
  const staff = await tx.staff.findFirst({
    where: { ...(staffId && { id: staffId }), ...(staffLogin && { login: staffLogin }) },
    select: { id: true },
  });
  if (staff) return staff.id;
  const path = `relatives[${index}].${staffId === undefined ? 'staffLogin' : 'staffId'}`;
  const message = '没有这个工作人员账号;没有账号的请只填姓名和职务';
  throw new AppError('invalidInput', `填写有误:${message}`, { fields: [{ path, message }] });
};

// @clause 三(三) declared relatives are registered apart and locked out
/** The separate register of near relatives (第十一条); whoever is named with an account is locked out of the case. */
export const declareRelatives = async (filing: Filing, enrolled: readonly Enrolled[]): Promise<void> => {
  for (const [index, relative] of (filing.application.relatives ?? []).entries()) {
    const { member, relativeName, post, relation } = relative;
    const personId = enrolled.find((one) => one.member.ref === member)!.personId;
    await filing.tx.relativeDeclaration.create({
      data: {
        id: uuidOf(filing.caseId, 'relative', index),
        caseId: filing.caseId,
        personId,
        staffId: await accountOf(filing, relative, index),
        relativeName,
        post,
        relation,
        declaredAt: filing.submittedAt,
      },
    });
  }
};
