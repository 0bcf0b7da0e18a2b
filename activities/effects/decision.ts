import { sayDate, sayMonth } from '../../domain/civil-date';
import { firstMonth } from '../../domain/dibao/entitlement';
import { AppError } from '../../domain/errors';
import { sayYuan } from '../../domain/money';
import { thawAssessment } from '../assessments/thaw';
import { decide } from '../decisions';
import { replaceEntitlement } from '../entitlements';
import { recheckStart } from '../recheck';
import type { Effect } from '../steps/context';
import { decisionLetter } from './heads';
import { happened, inputOf } from './read-input';

/** Money from the month after the decision (第二十一条), a re-check date by category, a letter. */
export const confirm: Effect = async (context) => {
  const { proposal } = context.facts;
  if (!proposal) throw new AppError('proposalMissing', '没有初审建议,不能确认');
  const frozen = await thawAssessment(context, proposal.assessmentId);
  const decisionId = await decide(context, {
    kind: 'confirm',
    assessmentId: frozen.id,
    reasons: inputOf(context, 'opinion').opinion ?? '符合规定条件',
  });
  const fromMonth = firstMonth(context.on);
  await replaceEntitlement(context, {
    fromMonth,
    monthlyFen: frozen.monthlyFen,
    shares: frozen.shares,
    decisionId,
    kind: 'benefit',
  });
  return {
    summary: { decisionId, assessmentId: frozen.id },
    detail: `自${sayMonth(fromMonth)}起每月${sayYuan(frozen.monthlyFen)}`,
    caseChanges: { decidedOn: context.on, monthlyFen: frozen.monthlyFen },
    starts: [recheckStart(frozen)],
    letter: decisionLetter(
      context,
      'confirmation',
      `经审核,您家${frozen.shares.length}人符合最低生活保障条件,自${sayMonth(fromMonth)}起每月发放${sayYuan(frozen.monthlyFen)}。家庭人口、收入、财产发生变化的,请及时告知乡镇(街道)。`,
    ),
  };
};

export const refuse: Effect = async (context) => {
  const { reason } = inputOf(context, 'refusal');
  const decisionId = await decide(context, {
    kind: 'refuse',
    reasons: reason,
    ...(context.facts.proposal && { assessmentId: context.facts.proposal.assessmentId }),
  });
  return {
    summary: { decisionId },
    caseChanges: { decidedOn: context.on },
    letter: decisionLetter(
      context,
      'refusal',
      `经审核,您的申请不予确认。理由:${reason}`,
      '如有其他困难,可以申请临时救助等其他救助。',
    ),
  };
};

export const recordDelivery: Effect = async (context) => {
  const { letterId, deliveredOn, manner } = inputOf(context, 'delivery');
  happened(context, 'deliveredOn', deliveredOn);
  const letter = await context.tx.letter.findFirst({ where: { id: letterId, caseId: context.row.id } });
  if (!letter) throw new AppError('letterUnknown', '本案没有这份文书');
  if (letter.deliveredAt) throw new AppError('alreadyDelivered', '该文书已登记送达');
  await context.tx.letter.update({
    where: { id: letterId },
    data: { deliveredAt: new Date(context.at), receipt: { manner, deliveredOn } },
  });
  return { summary: { letterId, on: deliveredOn, outcome: manner }, detail: letter.title };
};

/** The exit was fixed when it was granted; its last month is paid. */
export const endGradualExit: Effect = async (context) => {
  const decisionId = await decide(context, { kind: 'stop', reasons: '渐退期满' });
  return {
    summary: { decisionId, outcome: 'gradualExitEnded' },
    caseChanges: { monthlyFen: 0n },
    letter: decisionLetter(
      context,
      'stop',
      `您家的渐退期已满,最低生活保障金发放至${sayDate(context.on)}前的最后一个月。生活再有困难的,可以重新申请。`,
    ),
  };
};

export const close: Effect = () => ({});
