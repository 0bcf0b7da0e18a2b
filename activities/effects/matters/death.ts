import { sayMonth } from '../../../domain/civil-date';
import { firstMonth } from '../../../domain/dibao/entitlement';
import { sayYuan } from '../../../domain/money';
import { freezeAssessment } from '../../assessments/freeze';
import { decide } from '../../decisions';
import { endEntitlement, replaceEntitlement } from '../../entitlements';
import type { Effect, Outcome, StepContext } from '../../steps/context';
import { decisionLetter, townshipLetter } from '../heads';
import { documentsOfCase, happened, inputOf } from '../read-input';

const personOf = ({ facts, command }: StepContext): string => facts.matters[command.owner]?.personId ?? '';

export const verify: Effect = async (context) => {
  const { diedOn, documentId } = inputOf(context, 'deathProof');
  happened(context, 'diedOn', diedOn);
  if (documentId) await documentsOfCase(context, 'documentId', [documentId]);
  await context.tx.person.update({ where: { id: personOf(context) }, data: { diedOn } });
  return { summary: { on: diedOn } };
};

export const dismiss: Effect = () => ({ matterOutcome: 'dismissed' });

const memberOut = async (context: StepContext): Promise<{ readonly diedOn: string; readonly left: number }> => {
  const personId = personOf(context);
  const { diedOn } = await context.tx.person.findUniqueOrThrow({ where: { id: personId }, select: { diedOn: true } });
  await context.tx.caseMember.update({
    where: { caseId_personId: { caseId: context.row.id, personId } },
    data: { leftOn: diedOn ?? context.on, leftBecause: 'death' },
  });
  await context.tx.membership.updateMany({
    where: { householdId: context.row.householdId, personId, validTo: null },
    data: { validTo: diedOn ?? context.on },
  });
  await context.tx.fact.updateMany({
    where: { caseId: context.row.id, personId, supersededAt: null },
    data: { supersededAt: new Date(context.at) },
  });
  return {
    diedOn: diedOn ?? context.on,
    left: context.row.members.filter((member) => !member.leftOn && member.beneficiary && member.personId !== personId)
      .length,
  };
};

const undecided = new Set(['proposed', 'publicised', 'objected', 'reviewing', 'confirming']);
const intake = new Set(['submitted', 'supplementing', 'investigating']);

const beforeDecision = (context: StepContext, left: number): Outcome => {
  if (left === 0)
    return {
      stage: 'closed',
      matterOutcome: 'lastMember',
      letter: townshipLetter(context, 'withdrawal', '申请人家庭成员已去世,本案办结。'),
    };
  return undecided.has(context.state.stage)
    ? { stage: 'investigating', summary: { to: 'investigating' }, matterOutcome: 'memberOut' }
    : { matterOutcome: 'memberOut' };
};

/** Member out and recomputed from the month after the death; the last member ends the benefit (通知 2022-10-20 一(三)). */
export const complete: Effect = async (context) => {
  const { diedOn, left } = await memberOut(context);
  if (undecided.has(context.state.stage) || intake.has(context.state.stage)) return beforeDecision(context, left);
  const fromMonth = firstMonth(diedOn);
  if (left === 0) {
    const decisionId = await decide(context, {
      kind: 'stop',
      reasons: '保障对象死亡',
      matterId: context.command.owner,
    });
    await endEntitlement(context, fromMonth, decisionId);
    return {
      stage: 'stopped',
      matterOutcome: 'stop',
      summary: { decisionId },
      caseChanges: { monthlyFen: 0n },
      letter: decisionLetter(context, 'stop', `因保障对象去世,自${sayMonth(fromMonth)}起停止保障。`),
    };
  }
  const frozen = await freezeAssessment(context, { without: [personOf(context)] });
  const lower = frozen.monthlyFen < context.row.monthlyFen;
  const decisionId = await decide(context, {
    kind: lower ? 'decrease' : 'increase',
    reasons: '家庭成员死亡,重新核算',
    matterId: context.command.owner,
    assessmentId: frozen.id,
  });
  await replaceEntitlement(context, {
    fromMonth,
    monthlyFen: frozen.monthlyFen,
    shares: frozen.shares,
    decisionId,
    kind: 'benefit',
  });
  return {
    matterOutcome: 'memberOut',
    summary: { decisionId },
    detail: `自${sayMonth(fromMonth)}起每月${sayYuan(frozen.monthlyFen)}`,
    caseChanges: { monthlyFen: frozen.monthlyFen, memberCount: left },
    letter: decisionLetter(
      context,
      lower ? 'decrease' : 'increase',
      `因家庭成员去世,您家的保障金自${sayMonth(fromMonth)}起调整为每月${sayYuan(frozen.monthlyFen)}。`,
    ),
  };
};
