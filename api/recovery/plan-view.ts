import { z } from 'zod';
import type { Recovery, RecoveryEntry, RecoveryInstalment, RecoveryPlan } from '../../generated/prisma/client';
import { civilDateAt, type CivilDate } from '../../domain/civil-date';
import { yuanFromFen, type Fen } from '../../domain/money';
import { coveredOf, instalmentStatus, planStates, unplannedOf, type PlanState } from '../../domain/recovery/plan';
import { spokenFor } from '../../store/recovery/spoken-for';
import type { Tx } from '../deps';

const Money = z.string();
const stateNames = Object.keys(planStates) as [PlanState, ...PlanState[]];

export const PlanView = z.object({
  state: z.enum(stateNames),
  stateLabel: z.string(),
  proposedOn: z.string(),
  agreedOn: z.string().nullable().meta({ description: '县级同意的日期' }),
  endedOn: z.string().nullable().meta({ description: '由新协议代替的日期' }),
  agreementId: z.uuid(),
  deduction: Money.nullable().meta({ description: '书面同意的每月抵扣(元)' }),
  consentId: z.uuid().nullable(),
  revokedOn: z.string().nullable().meta({ description: '家庭撤回同意抵扣的日期' }),
  planned: Money.meta({ description: '协议约定归还的合计(元),即提交时未收回的金额' }),
  covered: Money.meta({ description: '提交以来收回和核销的(元);已由新协议代替的,到新协议提交时为止' }),
  unplanned: Money.meta({ description: '协议提交后又增加、协议没有包括的未收回金额(元)' }),
  instalments: z.array(
    z.object({
      number: z.int(),
      dueOn: z.string(),
      amount: Money,
      paid: Money,
      state: z.enum(['paid', 'underWay', 'due', 'overdue', 'replaced']).meta({
        description: 'underWay:已在发放中扣回,等待银行结果;replaced:余额并入新协议',
      }),
    }),
  ),
});
type View = z.input<typeof PlanView>;

interface Drawn {
  readonly plan: RecoveryPlan;
  readonly instalments: readonly RecoveryInstalment[];
  /** What was made good under it, and the agreement that took its place. */
  readonly covered: Fen;
  readonly withBank: Fen;
  readonly by?: RecoveryPlan | undefined;
}

const dayOf = (at: Date | null | undefined): CivilDate | null => (at ? civilDateAt(at.getTime()) : null);

const viewOf = ({ plan, instalments, covered, withBank, by }: Drawn, outstanding: Fen, today: CivilDate): View => {
  const statuses = instalmentStatus(instalments, { covered, withBank }, today);
  const state = plan.state as PlanState;
  return {
    state,
    stateLabel: planStates[state],
    proposedOn: civilDateAt(plan.createdAt.getTime()),
    agreedOn: dayOf(plan.checkedAt),
    endedOn: dayOf(by?.checkedAt),
    agreementId: plan.agreementId,
    deduction: plan.deductionFen === null ? null : yuanFromFen(plan.deductionFen),
    consentId: plan.consentId,
    revokedOn: dayOf(plan.revokedAt),
    planned: yuanFromFen(instalments.reduce((sum, { fen }) => sum + fen, 0n)),
    covered: yuanFromFen(covered),
    unplanned: yuanFromFen(by ? 0n : unplannedOf(statuses, outstanding)),
    instalments: statuses.map((part) => ({
      number: part.number,
      dueOn: part.dueOn,
      amount: yuanFromFen(part.fen),
      paid: yuanFromFen(part.paidFen),
      state: by && part.state !== 'paid' ? 'replaced' : part.state,
    })),
  };
};

/** The agreement in force or first proposed, the one proposed in its place, those that were replaced (the last first), and whether a returned one waits to be reworked. */
export const plansView = async (tx: Tx, recovery: Recovery, entries: readonly RecoveryEntry[], today: CivilDate) => {
  const plans = await tx.recoveryPlan.findMany({
    where: { recoveryId: recovery.id },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
  const planIds = plans.map(({ id }) => id);
  const parts = await tx.recoveryInstalment.findMany({
    where: { planId: { in: planIds } },
    orderBy: { number: 'asc' },
  });
  const withBank = await spokenFor(tx, recovery.id);
  const shown = (plan: RecoveryPlan | undefined): View | null => {
    if (!plan) return null;
    const by = plans.find(
      ({ replaces, state }) => replaces === plan.id && (state === 'approved' || state === 'replaced'),
    );
    const covered = (by?.coveredBeforeFen ?? coveredOf(entries)) - plan.coveredBeforeFen;
    const instalments = parts.filter(({ planId }) => planId === plan.id);
    return viewOf({ plan, instalments, covered, withBank, by }, recovery.outstandingFen, today);
  };
  const inState = (wanted: PlanState) => plans.filter(({ state }) => state === wanted);
  const [[inForce], [proposed]] = [inState('approved'), inState('proposed')];
  return {
    plan: shown(inForce ?? proposed),
    newPlan: inForce ? shown(proposed) : null,
    formerPlans: inState('replaced').flatMap((plan) => shown(plan) ?? []),
    returned:
      inForce !== undefined && plans.some(({ state, replaces }) => state === 'rejected' && replaces === inForce.id),
  };
};
