import { AppError, fieldError } from '../../domain/errors';
import { sayYuan } from '../../domain/money';
import { freezeAssessment } from '../assessments/freeze';
import type { Effect } from '../steps/context';
import { requireDisputesAnswered } from './answered-disputes';
import { inputOf, happened, ofCase } from './read-input';

const kinds = { confirm: '整户纳入', singlePerson: '参照单人户纳入', refuse: '不予确认' } as const;

/** Freezes the assessment with its facts; a proposal that the rules contradict is refused with their reasons. */
export const propose: Effect = async (context) => {
  const { kind, beneficiaryId, ruralClass, disputeAnswers } = inputOf(context, 'proposal');
  if (kind === 'singlePerson' && !beneficiaryId) throw fieldError('beneficiaryId', '单人户请选择保障对象');
  if (beneficiaryId) ofCase(context, 'beneficiaryId', [beneficiaryId]);
  await requireDisputesAnswered(context, disputeAnswers);
  const frozen = await freezeAssessment(context, {
    ...(kind === 'singlePerson' && beneficiaryId && { beneficiaryId }),
    ...(ruralClass && { ruralClass }),
  });
  const wanted = { confirm: 'wholeHousehold', singlePerson: 'singlePerson' } as const;
  if (kind !== 'refuse' && frozen.eligibility !== wanted[kind])
    throw new AppError(
      'assessmentContradicts',
      `按现有事实核算不符合“${kinds[kind]}”:${frozen.reasons.join(';')}。请核对事实或改提其他建议`,
      { eligibility: frozen.eligibility },
    );
  const beneficiaries =
    kind === 'singlePerson' ? [beneficiaryId!] : context.row.members.map(({ personId }) => personId);
  if (kind !== 'refuse') {
    await context.tx.caseMember.updateMany({ where: { caseId: context.row.id }, data: { beneficiary: false } });
    await context.tx.caseMember.updateMany({
      where: { caseId: context.row.id, personId: { in: beneficiaries } },
      data: { beneficiary: true },
    });
  }
  return {
    summary: { outcome: kind, assessmentId: frozen.id, ...(ruralClass && { ruralClass }) },
    detail: kind === 'refuse' ? kinds.refuse : `${kinds[kind]},月保障金${sayYuan(frozen.monthlyFen)}`,
    ...(kind !== 'refuse' && { caseChanges: { beneficiaryScope: wanted[kind] } }),
  };
};

/** A proposal to refuse is never publicised (assumed). */
export const approveProposal: Effect = ({ facts }) => ({
  to: facts.proposal?.kind === 'refuse' ? 'reviewing' : 'publicised',
});

/** Where a county visit is forced, delegated cases go to the county's review too. */
export const endNotice: Effect = ({ facts }) => ({
  to: facts.authority === 'township' && facts.forcedVisit.length === 0 ? 'confirming' : 'reviewing',
});

export const holdAppraisal: Effect = (context) => {
  const { heldOn, attendance, votesFor, votesAgainst } = inputOf(context, 'appraisal');
  happened(context, 'heldOn', heldOn, context.facts.acceptedOn);
  return {
    summary: { on: heldOn, people: attendance },
    detail: `到会${attendance}人,赞成${votesFor}票、反对${votesAgainst}票`,
  };
};

export const returnTo: Effect = (context) => {
  const { to } = inputOf(context, 'returning');
  return { to, summary: { to } };
};

export const recordCountyVisit: Effect = (context) => {
  const { visitedOn } = inputOf(context, 'countyVisit');
  happened(context, 'visitedOn', visitedOn);
  return { summary: { on: visitedOn } };
};
