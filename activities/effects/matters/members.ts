import { AppError } from '../../../domain/errors';
import { memberFact } from '../../../store/cases/submission/rules-input';
import { enrolPerson } from '../../../store/cases/submission/persons';
import { newId, uuidOf } from '../../../store/uuid';
import type { Effect } from '../../steps/context';
import { happened, inputOf, ofCase } from '../read-input';

const why = {
  birth: '出生',
  marriage: '结婚',
  returned: '返回',
  other: '其他',
  divorce: '离婚',
  movedOut: '迁出',
  prison: '服刑',
  missing: '宣告失踪',
} as const;

/** A new member is part of the household from then on; what it changes in money is assessed and decided in this change. */
export const recordMemberIn: Effect = async (context) => {
  const { member: described, joinedOn, because } = inputOf(context, 'memberIn');
  happened(context, 'joinedOn', joinedOn);
  const { tx, cipher, row, on, at, command } = context;
  const member = { ...described, ref: command.commandId };
  const person = await enrolPerson({ tx, cipher, caseId: row.id, on }, member);
  if (row.members.some(({ personId, leftOn }) => personId === person.id && !leftOn))
    throw new AppError('memberKnown', '该成员已在本案家庭中', {
      fields: [{ path: 'member.idNumber', message: '已在本案家庭中' }],
    });
  const elsewhere = await tx.caseMember.count({
    where: {
      personId: person.id,
      leftOn: null,
      caseId: { not: row.id },
      case: { programme: row.programme, closedAt: null, stage: { notIn: ['refused', 'stopped', 'closed'] } },
    },
  });
  if (elsewhere > 0) throw new AppError('duplicateApplication', '该成员已在其他在办或在享案件中,请先在原案办理减员');
  const joined = {
    relation: member.relation,
    beneficiary: row.beneficiaryScope === 'wholeHousehold',
    leftOn: null,
    leftBecause: null,
  };
  await tx.caseMember.upsert({
    where: { caseId_personId: { caseId: row.id, personId: person.id } },
    create: { caseId: row.id, personId: person.id, ...joined },
    update: joined,
  });
  await tx.membership.create({
    data: {
      id: newId(),
      householdId: row.householdId,
      personId: person.id,
      relation: member.relation,
      validFrom: joinedOn,
    },
  });
  const factId = uuidOf(row.id, command.commandId, 'member');
  const content = memberFact(member, (ref) => (ref === member.ref ? person.id : ref), on);
  await tx.fact.create({
    data: {
      id: factId,
      householdId: row.householdId,
      caseId: row.id,
      personId: person.id,
      kind: 'member',
      contentEnc: cipher.sealJson('fact', 'content_enc', factId, content),
      validFrom: joinedOn,
      recordedAt: new Date(at),
      recordedBy: command.actor.id,
    },
  });
  return {
    summary: { personId: person.id, on: joinedOn },
    detail: why[because],
    caseChanges: { memberCount: { increment: 1 } },
  };
};

/** Who has left no longer counts from that day; the money follows with this change's decision. */
export const recordMemberOut: Effect = async (context) => {
  const { personId, leftOn, because } = inputOf(context, 'memberOut');
  ofCase(context, 'personId', [personId]);
  happened(context, 'leftOn', leftOn);
  const { tx, row, at } = context;
  if (personId === row.applicantId)
    throw new AppError('applicantStays', '申请人本人离开家庭的,请先停止本案,由其他成员另行申请', {
      fields: [{ path: 'personId', message: '不能是申请人' }],
    });
  await tx.caseMember.update({
    where: { caseId_personId: { caseId: row.id, personId } },
    data: { leftOn, leftBecause: because },
  });
  await tx.membership.updateMany({
    where: { householdId: row.householdId, personId, validTo: null },
    data: { validTo: leftOn },
  });
  await tx.fact.updateMany({
    where: { caseId: row.id, personId, supersededAt: null },
    data: { supersededAt: new Date(at) },
  });
  return { summary: { personId, on: leftOn }, detail: why[because], caseChanges: { memberCount: { decrement: 1 } } };
};
