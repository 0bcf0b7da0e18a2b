import { addMonthsToMonth, sayMonth, type CivilMonth } from '../../../domain/civil-date';
import { firstMonth } from '../../../domain/dibao/entitlement';
import { gradualExit as gradualExitRule } from '../../../domain/dibao/gradual-exit';
import { AppError } from '../../../domain/errors';
import { sayYuan } from '../../../domain/money';
import { freezeAssessment } from '../../assessments/freeze';
import { ensureFresh, thawAssessment, type Frozen } from '../../assessments/thaw';
import { decide, type DecisionDraft } from '../../decisions';
import { endEntitlement, lastBenefit, replaceEntitlement } from '../../entitlements';
import { recheckStart } from '../../recheck';
import type { Effect, Outcome, StepContext } from '../../steps/context';
import type { InputOf } from '../../../api/cases/inputs';
import { requireDisputesAnswered } from '../answered-disputes';
import { decisionLetter } from '../heads';
import { inputOf } from '../read-input';
import { proposalOf } from './proposal-of';
import { withCut } from './share-cut';

export const assess: Effect = async (context) => {
  const { ruralClass } = inputOf(context, 'reassessment');
  const frozen = withCut(context, await freezeAssessment(context, ruralClass ? { ruralClass } : {}));
  return {
    summary: { assessmentId: frozen.id, outcome: frozen.eligibility, ...(ruralClass && { ruralClass }) },
    detail: `核算结果每月${sayYuan(frozen.monthlyFen)}`,
  };
};

type Proposal = InputOf<'changeProposal'>;

const labels: Readonly<Record<Proposal['outcome'], string>> = {
  increase: '增发',
  decrease: '减发',
  stop: '停止保障',
  gradualExit: '渐退',
  restore: '恢复全额保障',
  suspend: '暂停',
  resume: '恢复发放',
  nothing: '不变',
};

const stagesFor: Readonly<Record<Proposal['outcome'], readonly string[]>> = {
  increase: ['benefiting'],
  decrease: ['benefiting'],
  stop: ['benefiting', 'leaving', 'suspended'],
  gradualExit: ['benefiting'],
  restore: ['leaving'],
  suspend: ['benefiting', 'leaving'],
  resume: ['suspended'],
  nothing: ['benefiting', 'leaving', 'suspended'],
};

const exitOf = async (context: StepContext, proposal: Proposal, frozen: Frozen) => {
  const last = await lastBenefit(context);
  // Not the one being granted: its decision is written first.
  const other = { OR: [{ matterId: null }, { matterId: { not: context.command.owner } }] };
  const earlier = await context.tx.decision.count({ where: { caseId: context.row.id, kind: 'gradualExit', ...other } });
  return gradualExitRule(
    {
      reason: proposal.because ?? 'employment',
      months: proposal.months ?? 0,
      grantedOn: context.on,
      division: context.row.division,
      earlierExits: earlier,
      perCapitaIncome: frozen.perCapitaFen,
      standard: frozen.standardFen,
      lastBenefit: last?.monthlyFen ?? 0n,
    },
    context.rulebook.parameters,
  );
};

/** What the rules contradict is refused here, with their reasons. */
const contradiction = async (context: StepContext, proposal: Proposal, frozen: Frozen): Promise<string | undefined> => {
  const { outcome } = proposal;
  if (!stagesFor[outcome].includes(context.state.stage)) return `案件现在的环节不能“${labels[outcome]}”`;
  const now = context.row.monthlyFen;
  if (outcome === 'increase' && frozen.monthlyFen <= now)
    return `核算金额${sayYuan(frozen.monthlyFen)}不高于现在的${sayYuan(now)},不能增发`;
  if (outcome === 'decrease' && (frozen.monthlyFen >= now || frozen.monthlyFen === 0n))
    return `核算金额${sayYuan(frozen.monthlyFen)},不符合减发`;
  if ((outcome === 'restore' || outcome === 'resume') && frozen.monthlyFen === 0n)
    return '按现有事实核算不再符合条件,不能恢复';
  if (outcome !== 'gradualExit') return undefined;
  if (context.row.programme !== 'dibao') return '渐退只适用于低保;不再符合条件的,请提出停止';
  if (frozen.monthlyFen > 0n) return '家庭收入未超过低保标准,不适用渐退';
  const exit = await exitOf(context, proposal, frozen);
  return exit.granted ? undefined : exit.reason;
};

export const propose: Effect = async (context) => {
  const proposal = inputOf(context, 'changeProposal');
  const assessmentId = context.facts.matters[context.command.owner]?.assessmentId ?? '';
  const frozen = withCut(context, await thawAssessment(context, assessmentId));
  const wrong = await contradiction(context, proposal, frozen);
  if (wrong) throw new AppError('assessmentContradicts', wrong);
  await requireDisputesAnswered(context, proposal.disputeAnswers);
  return {
    summary: { outcome: proposal.outcome, ...(proposal.months && { months: proposal.months }) },
    detail: labels[proposal.outcome],
  };
};

interface Decided {
  readonly context: StepContext;
  readonly proposal: Proposal;
  readonly frozen: Frozen;
  readonly decisionId: string;
  readonly fromMonth: CivilMonth;
}

const newAmount = async ({ context, frozen, decisionId, fromMonth }: Decided): Promise<Outcome> => {
  await replaceEntitlement(context, {
    fromMonth,
    monthlyFen: frozen.monthlyFen,
    shares: frozen.shares,
    decisionId,
    kind: 'benefit',
  });
  return {
    caseChanges: { monthlyFen: frozen.monthlyFen },
    detail: `自${sayMonth(fromMonth)}起每月${sayYuan(frozen.monthlyFen)}`,
  };
};

const stops = async ({ context, decisionId, fromMonth }: Decided): Promise<void> =>
  endEntitlement(context, fromMonth, decisionId);

/** Fixed when it is granted: the months, the amounts, the end. */
const grantExit = async (decided: Decided): Promise<Outcome> => {
  const { context, proposal, frozen, decisionId, fromMonth } = decided;
  const exit = await exitOf(context, proposal, frozen);
  if (!exit.granted) throw new AppError('assessmentContradicts', exit.reason);
  const last = await lastBenefit(context);
  const months = exit.amounts.length;
  const toMonth = addMonthsToMonth(fromMonth, months - 1);
  await endEntitlement(context, fromMonth, decisionId);
  for (const [index, amount] of exit.amounts.entries())
    await exitMonth(context, addMonthsToMonth(fromMonth, index), amount, last?.shares ?? [], decisionId);
  return {
    stage: 'leaving',
    starts: [{ kind: 'gradualExit', months }],
    detail: `渐退${months}个月,至${sayMonth(toMonth)}`,
    caseChanges: { monthlyFen: exit.amounts[0] ?? 0n },
    summary: { months },
  };
};

const exitMonth = async (
  context: StepContext,
  month: CivilMonth,
  monthlyFen: bigint,
  shares: Frozen['shares'],
  decisionId: string,
): Promise<void> => {
  const total = shares.reduce((sum, { fen }) => sum + fen, 0n) || 1n;
  const scaled = shares.map(({ personId, fen }) => ({ personId, fen: (fen * monthlyFen) / total }));
  const rest = monthlyFen - scaled.reduce((sum, { fen }) => sum + fen, 0n);
  const whole = scaled.map((share, index) => (index === 0 ? { ...share, fen: share.fen + rest } : share));
  await replaceEntitlement(context, {
    fromMonth: month,
    toMonth: month,
    monthlyFen,
    shares: whole,
    decisionId,
    kind: 'gradualExit',
  });
};

const outcomes: Readonly<Record<Proposal['outcome'], (decided: Decided) => Promise<Outcome>>> = {
  increase: newAmount,
  decrease: newAmount,
  nothing: () => Promise.resolve({}),
  gradualExit: grantExit,
  restore: async (decided) => ({
    ...(await newAmount(decided)),
    stage: 'benefiting',
    starts: [recheckStart(decided.frozen)],
  }),
  resume: async (decided) => ({
    ...(await newAmount(decided)),
    stage: 'benefiting',
    starts: [recheckStart(decided.frozen)],
  }),
  suspend: async (decided) => {
    await stops(decided);
    return { stage: 'suspended', detail: `自${sayMonth(decided.fromMonth)}起暂停` };
  },
  stop: async (decided) => {
    await stops(decided);
    return { stage: 'stopped', caseChanges: { monthlyFen: 0n }, detail: `自${sayMonth(decided.fromMonth)}起停止` };
  },
};

const letterOf = {
  increase: 'increase',
  decrease: 'decrease',
  stop: 'stop',
  gradualExit: 'gradualExit',
  restore: 'resumption',
  resume: 'resumption',
  suspend: 'suspension',
  nothing: 'unchanged',
} as const;

/** Refused when facts or entitlement changed since the proposal: the office decides on what is, not on what was. */
export const approve: Effect = async (context) => {
  const matter = context.facts.matters[context.command.owner];
  const proposal = await proposalOf(context);
  const frozen = withCut(context, await thawAssessment(context, matter?.assessmentId ?? ''));
  await ensureFresh(context, frozen);
  const kind: DecisionDraft['kind'] = proposal.outcome;
  const decisionId = await decide(context, {
    kind,
    reasons: proposal.reason,
    assessmentId: frozen.id,
    matterId: context.command.owner,
  });
  const fromMonth = firstMonth(context.on);
  const outcome = await outcomes[proposal.outcome]({ context, proposal, frozen, decisionId, fromMonth });
  return {
    ...outcome,
    matterOutcome: proposal.outcome,
    summary: { ...outcome.summary, decisionId, outcome: proposal.outcome },
    letter: decisionLetter(
      context,
      letterOf[proposal.outcome],
      `经核实,决定对您家的保障${labels[proposal.outcome]}。理由:${proposal.reason}`,
      outcome.detail ? `${outcome.detail}。` : '',
    ),
  };
};

export const refuse: Effect = (context) => ({
  matterOutcome: 'refused',
  letter: decisionLetter(
    context,
    'unchanged',
    `您家报告的变更经核实不予调整。理由:${inputOf(context, 'refusal').reason}`,
  ),
});
