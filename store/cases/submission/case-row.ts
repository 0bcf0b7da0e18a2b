import { createHash } from 'node:crypto';
import type { Prisma } from '../../../generated/prisma/client';
import { currentCode } from '../../../domain/divisions';
import { AppError } from '../../../domain/errors';
import { levelDigits } from '../../../domain/lifecycle/roles';
import { initialState } from '../../../domain/lifecycle/state';
import { newScope } from '../scope';
import { uuidOf } from '../../uuid';
import { nextCaseNumber } from './number';
import type { Enrolled, Filing } from './types';

const ended = new Set(['refused', 'stopped', 'closed']);

/** A new application may continue an ended case of this office's. @throws AppError invalidInput */
export const checkLinked = async ({ tx, application }: Filing): Promise<void> => {
  if (application.linkedCaseId === undefined) return;
  const linked = await tx.case.findUnique({ where: { id: application.linkedCaseId }, select: { stage: true } });
  const message = !linked
    ? '没有这个案件,或者不在您的辖区内'
    : ended.has(linked.stage)
      ? ''
      : '原案件尚未办结,不能关联';
  if (message)
    throw new AppError('invalidInput', `填写有误:${message}`, { fields: [{ path: 'linkedCaseId', message }] });
};

const isBeneficiary = ({ beneficiaryScope, beneficiary }: Filing['application'], ref: string): boolean =>
  beneficiaryScope === 'wholeHousehold' || beneficiary === ref;

/** The application as it was filed, with what was noticed at the counter. */
const keepApplication = async (
  { tx, cipher, caseId, application, submittedAt, submittedBy }: Filing,
  notes: readonly string[],
): Promise<void> => {
  const id = applicationInputId(caseId);
  const content = { application, notes };
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const contentEnc = cipher.sealJson('case_input', 'content_enc', id, content);
  await tx.caseInput.create({
    data: { id, caseId, kind: 'application', contentEnc, hash, createdAt: submittedAt, createdBy: submittedBy },
  });
};

export const applicationInputId = (caseId: string): string => uuidOf(caseId, 'application');

/** The case with its members and the offices that see it; the engine's first step does the rest. */
export const fileCase = async (
  filing: Filing,
  householdId: string,
  enrolled: readonly Enrolled[],
  notes: readonly string[],
): Promise<string> => {
  const { tx, caseId, application, division, on, submittedAt, submittedBy, clock, origin } = filing;
  const { programme, area, route, beneficiaryScope, linkedCaseId, hukouPlaces = [] } = application;
  const applicant = enrolled.find(({ member }) => member.ref === application.applicant)!;
  const number = await nextCaseNumber(filing);
  const snapshot = initialState(caseId, programme, division, clock) as unknown as Prisma.InputJsonValue;
  // First, because the row below must already be in somebody's sight when it is written.
  const places = [division, ...hukouPlaces.map((code) => currentCode(code, on).padEnd(levelDigits.village, '0'))];
  for (const place of new Set(places)) await newScope(tx, caseId, place, on);
  await tx.case.create({
    data: {
      id: caseId,
      number,
      programme,
      division,
      area,
      householdId,
      applicantId: applicant.personId,
      applicantName: applicant.name,
      memberCount: enrolled.length,
      beneficiaryScope,
      stage: 'submitted',
      clock,
      origin,
      route,
      submittedAt,
      submittedBy,
      stageSince: submittedAt,
      linkedCaseId: linkedCaseId ?? null,
      snapshot,
    },
  });
  await tx.caseMember.createMany({
    data: enrolled.map(({ member, personId }) => ({
      caseId,
      personId,
      relation: member.relation,
      beneficiary: isBeneficiary(application, member.ref),
    })),
  });
  await keepApplication(filing, notes);
  return number;
};
